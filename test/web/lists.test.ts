import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { RoomView } from '../../web/api/answers.ts';
import type { GapsAnswer } from '../../web/api/gaps.ts';
import type { ScorecardAnswer } from '../../web/api/scorecard.ts';
import { launchBrowsers } from './browsers.ts';
import { MapPage } from './map-page.ts';
import { serveDemoCounty } from './served-county.ts';

const county = await serveDemoCounty();
const browsers = await launchBrowsers();
afterAll(async () => {
  await Promise.all(browsers.map(({ browser }) => browser.close()));
  await county.close();
});

const scorecard = await county.ask<ScorecardAnswer>('/scorecard');
const gaps = await county.ask<GapsAnswer>('/gaps');

describe.each(browsers)('the lists beside the map in $name', { timeout: 180_000 }, ({ name, browser }) => {
  let page: MapPage | undefined;
  const open = async (hash = ''): Promise<MapPage> => {
    page = await MapPage.open(browser, county.origin, hash);
    await page.atRest();
    return page;
  };
  afterEach(() => page?.close());

  it('show every clause with value, threshold, verdict and date as the service gives them', async () => {
    const shown = await open();
    await shown.click('.panel-tab', '考核');
    await shown.waitForText('.scorecard-panel', scorecard.clauses[0]!.title);
    await shown.atRest();
    const panel = (await shown.text('.scorecard-panel')) ?? '';
    for (const { title, valueText, threshold, verdictText } of scorecard.clauses)
      for (const text of [title, valueText ?? '—', threshold, verdictText]) expect(panel).toContain(text);
    expect(await shown.count('.clause-table .origin-button')).toBe(scorecard.clauses.length);
    await shown.picture(`scorecard ${name}`);
    expect(shown.errors).toEqual([]);
    expect(shown.strangers).toEqual([]);
  });

  it('take a clause to its formula, numerator, denominator, date and dataset in one click', async () => {
    const shown = await open('panel=scorecard');
    await shown.click('.clause-table .origin-button', '口径说明：智安小区覆盖率');
    const { value, formula, asOf } = scorecard.clauses.find(({ id }) => id === 'c12-coverage')!;
    await shown.waitForText('.origin-dialog', formula);
    const origin = (await shown.text('.origin-dialog')) ?? '';
    expect(origin).toContain(`分子${value!.numerator}`);
    expect(origin).toContain(`分母${value!.denominator}`);
    expect(origin).toContain(asOf!.newest);
    expect(origin).toContain(scorecard.about.inputHash);
  });

  it('open a clause with its readings side by side and its units, failing first, and mark one on the map', async () => {
    const shown = await open('panel=scorecard');
    await shown.click('.clause-button', '▸12智安小区覆盖率');
    await shown.page.waitForFunction(() => document.querySelector('.unit-list .link-button'), undefined, {
      polling: 100,
    });
    const { variants } = scorecard.clauses.find(({ id }) => id === 'c12-coverage')!;
    const beside = (await shown.text('.variants')) ?? '';
    for (const { readingText, valueText, verdictText } of variants)
      for (const text of [readingText, valueText!, verdictText]) expect(beside).toContain(text);
    expect(await shown.text('.unit-list tr')).toContain('不达标');
    await shown.click('.unit-list .link-button');
    await shown.atRest();
    expect((await shown.map('points')).mark).toBe(1);
    expect((await shown.map('points')).compound).toBeGreaterThan(0);
    const parameters = new URLSearchParams(new URL(shown.page.url()).hash.slice(1));
    expect(parameters.get('clause')).toBe('c12-coverage');
    expect(parameters.get('place')).toContain('-');
    expect(shown.errors).toEqual([]);
  });

  it('take a model police room of clause 20 to the map, one open round the clock told apart by its symbol', async () => {
    const { rooms } = await county.ask<{ rooms: RoomView[] }>('/rooms');
    const model = rooms.find(({ kinds }) => kinds.includes('model') && kinds.includes('round-the-clock'))!;
    const shown = await open('panel=scorecard&clause=c20');
    await shown.page.waitForFunction(() => document.querySelector('.unit-list .link-button'), undefined, {
      polling: 100,
    });
    await shown.click('.unit-list .link-button', model.name);
    await shown.atRest();
    expect((await shown.map('points')).mark).toBe(1);
    const drawn = await shown.map('rooms');
    expect(drawn[model.id]).toBe('room-community-round-the-clock-model');
    const plain = rooms.find(({ id, kinds }) => drawn[id] && !kinds.includes('round-the-clock'))!;
    expect(drawn[plain.id]).not.toContain('round-the-clock');
    await shown.picture(`rooms ${name}`);
    expect(shown.errors).toEqual([]);
  });

  it('name the groups that clause 6c is judged on', async () => {
    const shown = await open('panel=scorecard&clause=c6c');
    await shown.waitForText('.clause-open', '现行编组：永圩派出所');
  });

  it('rank gaps in one list, filter it by kind and township, and fly to a gap', async () => {
    const shown = await open('panel=gaps');
    const [first] = gaps.gaps;
    const rows = await shown.text('.gap-table');
    for (const text of [first!.place.name, first!.reason, first!.closing, first!.why]) expect(rows).toContain(text);
    await shown.click('.gap-table .link-button', first!.place.name);
    await shown.atRest();
    expect((await shown.map('points')).mark).toBe(1);
    expect(new URL(shown.page.url()).hash).toContain(encodeURIComponent(first!.id).replace(/%3A/g, ':'));
    const township = gaps.gaps.find(({ kind }) => kind === 'volunteers')!.place.township!;
    const wanted = gaps.gaps.filter((gap) => gap.kind === 'volunteers' && gap.place.township === township);
    await shown.goTo(`panel=gaps&gap=volunteers&in=${encodeURIComponent(township)}`);
    await shown.page.reload();
    await shown.atRest();
    expect(await shown.count('.gap-table .why')).toBe(wanted.length);
    expect(await shown.text('.gap-count')).toContain(`列出 ${wanted.length} 处，全县共 ${gaps.total} 处`);
    await shown.picture(`gaps ${name}`);
    expect(shown.errors).toEqual([]);
    expect(shown.strangers).toEqual([]);
  });

  it.each([
    ['Excel', 'xlsx'],
    ['CSV', 'csv'],
    ['GeoJSON', 'geojson'],
  ])('save the gaps as %s', async (button, form) => {
    const shown = await open('panel=gaps');
    const asked = shown.page.waitForResponse((response) => response.url().includes('/gaps?') && response.ok());
    await shown.click('.save-buttons button', button);
    const type = (await asked).headers()['content-type'] ?? '';
    expect(type).toContain({ xlsx: 'spreadsheetml', csv: 'text/csv', geojson: 'application/geo+json' }[form]);
    expect(await shown.count('.save-buttons .failure')).toBe(0);
  });
});
