import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type {
  DispatchAnswer,
  ExplainAnswer,
  GroupsAnswer,
  HexagonsAnswer,
  SettlementView,
} from '../../web/api/answers.ts';
import { launchBrowsers } from './browsers.ts';
import { MapPage } from './map-page.ts';
import { farthestFrom } from './open-ground.ts';
import { serveDemoCounty } from './served-county.ts';

const county = await serveDemoCounty();
const browsers = await launchBrowsers();
afterAll(async () => {
  await Promise.all(browsers.map(({ browser }) => browser.close()));
  await county.close();
});

const { settlements } = await county.ask<{ settlements: SettlementView[] }>('/settlements');
const groups = await county.ask<GroupsAnswer>('/groups');
const settlementOf = (id: string): SettlementView => settlements.find((settlement) => settlement.id === id)!;
/** A settlement of a group whose own station is a member: it has two clocks. */
const grouped = groups.settlements.find(
  ({ standAlone, ownStationId, centreId }) => !standAlone && ownStationId !== centreId,
)!;
/** One that a road leads to, and that is over the limit. */
const failing = groups.settlements.find(({ status, supportSeconds }) => status === 'fail' && supportSeconds !== null)!;
/** The place of the county's middle that lies farthest from any settlement. */
const OPEN_GROUND = farthestFrom(settlements.map(({ coord }) => coord));

const minutes = (seconds: number): string => (seconds / 60).toFixed(1);

describe.each(browsers)('the map in $name', { timeout: 180_000 }, ({ name, browser }) => {
  let page: MapPage | undefined;
  const open = async (hash = ''): Promise<MapPage> => {
    page = await MapPage.open(browser, county.origin, hash);
    await page.atRest();
    return page;
  };
  afterEach(() => page?.close());

  it('draws the county without an error, and asks nothing of any other machine', async () => {
    const shown = await open();
    await shown.picture(`county ${name}`);
    expect(shown.errors).toEqual([]);
    expect(shown.strangers).toEqual([]);
  });

  it('names stations, townships and roads in Chinese', async () => {
    const shown = await open();
    const labels = await shown.map('labels');
    expect(labels).toEqual(expect.arrayContaining(['永圩派出所', '安岭乡', 'G459']));
  });

  it('colours settlements and hexagons by the results of the service', async () => {
    const shown = await open();
    const { hexagons } = await county.ask<HexagonsAnswer>('/hexagons?horizonMinutes=60');
    const statuses = new Map(groups.settlements.map(({ id, status }) => [id, status]));
    const seconds = new Map(hexagons.map((hexagon) => [hexagon.cell, hexagon.seconds ?? -1]));
    const drawnSettlements = Object.entries(await shown.map('settlements'));
    const drawnHexagons = Object.entries(await shown.map('hexagons'));
    expect(drawnSettlements).toHaveLength(settlements.length);
    expect(drawnSettlements.filter(([id, status]) => statuses.get(id) !== status)).toEqual([]);
    expect(drawnHexagons).toHaveLength(hexagons.length);
    expect(drawnHexagons.filter(([cell, time]) => seconds.get(cell) !== time)).toEqual([]);
  });

  it('shows both clocks, routes and verdict of a clicked settlement as the service gives them', async () => {
    const { coord, name: village } = settlementOf(grouped.id);
    const shown = await open(`view=13/${coord[0]}/${coord[1]}`);
    await shown.clickMap(coord);
    await shown.waitForText('.settlement-panel h2', village);
    await shown.atRest();
    const answer = await county.ask<ExplainAnswer>(`/explain?settlement=${grouped.id}`);
    const panel = (await shown.text('.settlement-panel')) ?? '';
    for (const response of [answer.own, answer.centre!]) {
      const { seconds, metres } = response.fastest!;
      expect(panel).toContain(response.station.name);
      expect(panel).toContain(`${minutes(seconds)} 分钟${seconds.toFixed(1)} 秒`);
      expect(panel).toContain(`${metres.toFixed(1)} 米`);
    }
    expect(panel).toContain(answer.statusText);
    expect(panel).toContain(answer.sentences[0]);
    expect(await shown.map('routes')).toEqual(expect.arrayContaining(['first road', 'support road']));
    await shown.picture(`settlement ${name}`);
  });

  it('draws the off-road legs of a failing settlement apart, and says why it fails', async () => {
    const shown = await open(`select=settlement:${failing.id}`);
    const answer = await county.ask<ExplainAnswer>(`/explain?settlement=${failing.id}`);
    expect(await shown.map('routes')).toEqual(['support estimated', 'support road']);
    const verdict = await shown.text('.settlement-panel .verdict');
    expect(verdict).toContain('不达标');
    expect(verdict).toContain(answer.reasonText);
  });

  it('says who responds at a clicked point, by day and by night', async () => {
    const shown = await open();
    await shown.clickMap(OPEN_GROUND);
    await shown.waitForText('.right-panel h2', '由谁响应');
    for (const [word, hour] of [
      ['白天', '10:00'],
      ['夜间', '23:00'],
    ] as const) {
      await shown.click('.call-time .option', word);
      await shown.waitForText('.call-panel', `${hour}（${word}`);
      await shown.atRest();
      const at = new URLSearchParams(new URL(shown.page.url()).hash.slice(1)).get('select')?.replace('call:', '');
      const time = (await shown.text('.call-panel .figure dd'))?.slice(0, 16).replace(' ', 'T');
      const answer = await county.ask<DispatchAnswer>(`/dispatch?at=${at}&time=${time}`);
      const answering = answer.responders.find(({ stationId }) => stationId === answer.answeringId)!;
      expect(await shown.text('.call-panel .verdict')).toContain(`现在出警：${answering.name}`);
      expect(await shown.text('.responders .answering')).toContain(minutes(answering.arrivalSeconds!));
      expect(await shown.map('routes')).toContain('call road');
    }
    await shown.picture(`call ${name}`);
  });

  it('says above everything that the OSRM server did not answer, where it was to drive', async () => {
    const origin = await county.serveUnder({ HUBSHED_OSRM_URL: 'http://127.0.0.1:1' });
    page = await MapPage.open(browser, origin, `lang=zh&select=call:${OPEN_GROUND.join(',')}`);
    await page.waitForText('.banner', 'OSRM 服务器没有应答');
    await page.atRest();
    expect(await page.text('.call-panel .verdict')).toContain('现在出警');
  });

  it('computes anew under another condition and another limit, on the map as in the panel', async () => {
    const shown = await open();
    const before = await shown.text('.right-panel .figures');
    await shown.click('.conditions .option', '夜间');
    await shown.atRest();
    const night = await county.ask<GroupsAnswer>('/groups?condition=night');
    const { withinCount, count } = night.totals.county;
    const rate = `${withinCount.toLocaleString('en-US')} / ${count.toLocaleString('en-US')}`;
    await shown.waitForText('.right-panel .figures', rate);
    expect(await shown.text('.right-panel .figures')).not.toBe(before);
    const drawn = Object.values(await shown.map('settlements'));
    expect(drawn.filter((status) => status === 'fail')).toHaveLength(
      night.settlements.filter(({ status }) => status === 'fail').length,
    );
  });

  it('opens a link as it was sent: county, language, rule, selection and view', async () => {
    const id = groups.groups[0]!.centreId;
    const shown = await open(`county=990321&lang=en&min=20&select=station:${id}&view=11.00/117.00000/33.36000`);
    expect(await shown.page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await shown.text('.top-bar h1')).toContain('County Response Analysis');
    expect(await shown.page.evaluate(() => document.querySelectorAll<HTMLInputElement>('.number')[1]?.value)).toBe(
      '20',
    );
    expect(await shown.text('.right-panel')).toContain('永圩派出所');
    expect(new URL(shown.page.url()).hash).toContain('view=11.00/117.00000/33.36000');
  });

  it('changes its language at a click and keeps it', async () => {
    const shown = await open();
    await shown.click('.language-switch');
    await shown.waitForText('.right-panel h2', 'The county');
    await shown.atRest();
    expect(await shown.text('.right-panel')).not.toMatch(/达标率|协作组/);
    await shown.goTo('county=990321');
    await shown.page.reload();
    await shown.waitForText('.right-panel h2', 'The county');
  });

  it('takes any figure to its rule, data and engine in one click, and the map in two', async () => {
    const shown = await open();
    const { about } = groups;
    await shown.click('.right-panel .origin-button');
    await shown.waitForText('.origin-dialog', '口径说明');
    const origin = (await shown.text('.origin-dialog')) ?? '';
    for (const { text } of about.lines) expect(origin).toContain(text);
    for (const { sha256 } of about.version.sources) expect(origin).toContain(sha256);
    expect(origin).toContain(about.networkHash);
    expect(origin).toContain(about.inputHash);
    expect(origin).toContain('内置路网引擎');
    await shown.picture(`origin ${name}`);
    await shown.page.keyboard.press('Escape');
    const { coord } = settlementOf(failing.id);
    await shown.goTo(`view=13/${coord[0]}/${coord[1]}`);
    await shown.page.reload();
    await shown.atRest();
    await shown.clickMap(coord);
    await shown.waitForText('.settlement-panel', settlementOf(failing.id).name);
    await shown.atRest();
    await shown.click('.response-card .origin-button');
    await shown.waitForText('.origin-dialog', about.networkHash);
  });

  it('gives every figure of every panel a button that says where it comes from', async () => {
    const selections = [
      '',
      `group:${groups.groups[0]!.id}`,
      `settlement:${grouped.id}`,
      `call:${OPEN_GROUND.join(',')}`,
    ];
    for (const selection of selections) {
      const shown = await open(`select=${selection}`);
      const bare = await shown.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.right-panel .figure')]
          .filter((figure) => figure.querySelector('.figure-value') && !figure.querySelector('.origin-button'))
          .map((figure) => figure.textContent),
      );
      expect(bare, selection).toEqual([]);
      await shown.close();
    }
  });

  it('obeys the keyboard: Enter asks at the centre of the map, Escape clears', async () => {
    const shown = await open();
    await shown.page.evaluate(() => document.querySelector<HTMLElement>('.maplibregl-canvas')?.focus());
    await shown.page.keyboard.press('Enter');
    await shown.waitForText('.call-panel', '现在出警');
    await shown.page.keyboard.press('Escape');
    await shown.waitForText('.right-panel h2', '全县概况');
    // The panel is drawn before the map's worker has taken the lines away.
    await shown.page.waitForFunction(() => window.hubshedMap?.routes().length === 0);
  });

  it('says in words what the service refused, shows no old figure meanwhile, and asks again', async () => {
    const shown = await open();
    await shown.page.route('**/groups?*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: '服务繁忙',
          status: 503,
          detail: '请稍后再试',
          code: 'busy',
        }),
      }),
    );
    await shown.click('.conditions .option', '夜间');
    await shown.waitForText('.right-panel .failure', '服务繁忙');
    expect(await shown.text('.right-panel')).toContain('请稍后再试');
    expect(await shown.text('.settlement-table')).toBeUndefined();
    await shown.page.unroute('**/groups?*');
    await shown.click('.right-panel .failure button');
    await shown.waitForText('.right-panel h2', '全县概况');
  });
});
