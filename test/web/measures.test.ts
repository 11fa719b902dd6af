import { latLngToCell } from 'h3-js';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { SettlementView } from '../../web/api/answers.ts';
import type { CoverageHexagons } from '../../web/api/coverage.ts';
import { classOf } from '../../web/map/measures.ts';
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

const coverage = await county.ask<CoverageHexagons>('/coverage/hexagons');
const { settlements } = await county.ask<{ settlements: SettlementView[] }>('/settlements');
const OPEN_GROUND = farthestFrom(settlements.map(({ coord }) => coord));
const MEASURES = [
  ['equipped', '智安小区覆盖率（按户数）'],
  ['networked', '智安小区联网率（按户数）'],
  ['volunteers', '每百户治安信息员'],
] as const;

describe.each(browsers)('the measures of the hexagons in $name', { timeout: 180_000 }, ({ name, browser }) => {
  let page: MapPage | undefined;
  const open = async (hash = ''): Promise<MapPage> => {
    page = await MapPage.open(browser, county.origin, hash);
    await page.atRest();
    return page;
  };
  afterEach(() => page?.close());

  it.each(MEASURES)(
    'colour cells by %s as the service gives it, and say how many are of each class',
    async (measure, title) => {
      const shown = await open();
      await shown.choose('六边形格网显示的指标', measure);
      await shown.page.waitForFunction(() => document.querySelector('.coverage-legend'), undefined, { polling: 100 });
      await shown.atRest();
      const expected = new Map(
        coverage.hexagons.flatMap((cell) => {
          const found = classOf(cell, measure);
          return found ? [[cell.cell, found] as const] : [];
        }),
      );
      const drawn = Object.entries(await shown.map('classes'));
      expect(drawn.length).toBeGreaterThan(10);
      expect(drawn.filter(([cell, found]) => expected.get(cell) !== found)).toEqual([]);
      const legend = (await shown.text('.coverage-legend')) ?? '';
      expect(legend).toContain(`样本过小${[...expected.values()].filter((found) => found === 'withheld').length} 格`);
      expect(await shown.text('.layer-list')).toContain('数据截止 20');
      expect(new URL(shown.page.url()).hash).toContain(`measure=${measure}`);
      await shown.click('.layer-head .origin-button');
      await shown.waitForText('.origin-dialog', title);
      expect(await shown.text('.origin-dialog')).toMatch(/÷|分子/);
      await shown.picture(`measure ${measure} ${name}`);
      expect(shown.errors).toEqual([]);
      expect(shown.strangers).toEqual([]);
    },
  );

  it('open a cell with all of its measures, each with its origin', async () => {
    const cell = coverage.hexagons.find(({ video, volunteers }) => video && video.due > video.networked && volunteers)!;
    const shown = await open(`measure=equipped&select=cell:${cell.cell}`);
    const panel = (await shown.text('.cell-panel')) ?? '';
    const { due, equipped, networked } = cell.video!;
    for (const part of [equipped, networked])
      expect(panel).toContain(`${part.toLocaleString('en-US')} / ${due.toLocaleString('en-US')}`);
    expect(panel).toContain(cell.volunteers!.per100Households!.toFixed(1));
    const bare = await shown.page.evaluate(
      () =>
        [...document.querySelectorAll('.cell-panel .figure')].filter(
          (figure) => !figure.querySelector('.origin-button'),
        ).length,
    );
    expect(bare).toBe(0);
    expect(shown.errors).toEqual([]);
  });

  it('say that a cell is withheld, and show none of its figures', async () => {
    const withheld = coverage.hexagons.find(({ volunteersSampleTooSmall }) => volunteersSampleTooSmall)!;
    const shown = await open(`measure=volunteers&select=cell:${withheld.cell}`);
    expect(await shown.text('.cell-panel')).toContain('样本过小');
    expect(await shown.text('.cell-panel')).not.toContain('每百户人数');
  });

  it('take a click on the ground for its hexagon, and say what it shows in words', async () => {
    const shown = await open(`measure=volunteers&view=13.00/${OPEN_GROUND.join('/')}`);
    await shown.clickMap(OPEN_GROUND);
    await shown.waitForText('.right-panel h2', '六边形格网');
    const cell = latLngToCell(OPEN_GROUND[1], OPEN_GROUND[0], 8);
    expect(new URL(shown.page.url()).hash).toContain(`select=cell:${cell}`);
    expect(await shown.text('.cell-panel')).toContain(cell);
  });

  it('show compounds by their state under a measure of video, and never a device', async () => {
    const shown = await open('measure=networked&view=12.50/117.09000/33.35000');
    expect((await shown.map('points')).compound).toBeGreaterThan(20);
    expect(await shown.text('.layer-list')).toContain('已联网');
  });
});
