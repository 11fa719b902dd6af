import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import type { GroupsAnswer, SettlementView } from '../../web/api/answers.ts';
import type { CoverageHexagons } from '../../web/api/coverage.ts';
import type { GapsAnswer } from '../../web/api/gaps.ts';
import { realData } from '../real-data.ts';
import { importChangfeng } from '../server/api/suite/changfeng.ts';
import { launchBrowsers } from './browsers.ts';
import { MapPage } from './map-page.ts';
import { deliveryFiles } from './office-delivery.ts';
import { serveDemoCounty } from './served-county.ts';

/**
 * The pictures of the README, in the browser of today:
 * `HUBSHED_SCREENSHOTS=docs/screenshots npm run test:web -- test/web/pictures.test.ts` makes them anew.
 */

const changfeng = realData('changfeng');
const county = await serveDemoCounty(changfeng ? (db) => importChangfeng(db, changfeng) : undefined);
const browsers = await launchBrowsers();
const current = browsers.filter(({ name }) => name === 'chromium');
afterAll(async () => {
  await Promise.all(browsers.map(({ browser }) => browser.close()));
  await county.close();
});

const { settlements } = await county.ask<{ settlements: SettlementView[] }>('/settlements');
const groups = await county.ask<GroupsAnswer>('/groups');
const overLimit = groups.settlements.filter(({ status, supportSeconds }) => status === 'fail' && supportSeconds);
/** Over the limit, and the one farthest by road among them. */
const failing = overLimit.sort((a, b) => b.supportMetres! - a.supportMetres!)[0]!;
const gaps = await county.ask<GapsAnswer>('/gaps');
/** In the county town, with compounds of several states. */
const TOWN_CELL = (await county.ask<CoverageHexagons>('/coverage/hexagons')).hexagons
  .filter(({ video }) => video)
  .sort((a, b) => b.video!.due - b.video!.equipped - (a.video!.due - a.video!.equipped))[0]!.cell;
const offices = (await deliveryFiles(generateDemoCounty())).filter(({ name }) => !name.includes('花名册'));
/** In Changfeng, off every road. */
const CALL = '117.205,32.33';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const LANGUAGES = ['zh', 'en'] as const;

const VIEWS = SIZES.flatMap((size) => LANGUAGES.map((lang) => ({ ...size, lang })));

describe.each(current)('the page in $name', { timeout: 240_000 }, ({ browser }) => {
  let page: MapPage | undefined;
  afterEach(() => page?.close());

  /** Opens a state of the page, and looks whether it fits its window and is in its language. */
  async function show(name: string, hash: string, { width, height, lang }: (typeof VIEWS)[number]): Promise<void> {
    page = await MapPage.open(browser, county.origin, `${hash}&lang=${lang}`);
    await page.page.setViewportSize({ width, height });
    await page.atRest();
    await page.photograph(`${name}-${lang}-${width}x${height}`);
    const extent = await page.page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { width: scrollWidth, height: scrollHeight };
    });
    expect(extent).toEqual({ width, height });
    expect(await page.page.evaluate(() => document.documentElement.lang)).toMatch(lang);
    expect(page.errors).toEqual([]);
    expect(page.strangers).toEqual([]);
  }

  it.each(VIEWS)('shows the demonstration county whole at $width x $height in $lang', async (view) => {
    await show('demo-county', 'county=990321', view);
    expect((await page?.map('labels'))?.length).toBeGreaterThan(10);
  });

  it.each(VIEWS)('shows a settlement over the limit with its route at $width x $height in $lang', async (view) => {
    await show('demo-settlement', `county=990321&select=settlement:${failing.id}`, view);
    expect(await page?.map('routes')).toContain('support road');
    const name = settlements.find(({ id }) => id === failing.id)?.name ?? '';
    expect(await page?.text('.right-panel h2')).toContain(name);
  });

  it.each(VIEWS)('shows households in networked compounds by hexagon at $width x $height in $lang', async (view) => {
    await show(
      'demo-networked',
      `county=990321&measure=networked&select=cell:${TOWN_CELL}&view=12.40/117.088/33.353`,
      view,
    );
    expect((await page?.map('points'))?.compound).toBeGreaterThan(20);
  });

  it.each(VIEWS)('shows volunteer posts by hexagon at $width x $height in $lang', async (view) => {
    await show('demo-volunteers', 'county=990321&measure=volunteers', view);
    expect(Object.keys((await page?.map('classes')) ?? {}).length).toBeGreaterThan(100);
  });

  it.each(VIEWS)('shows the scorecard with a clause open at $width x $height in $lang', async (view) => {
    await show('demo-scorecard', 'county=990321&panel=scorecard&clause=c12-coverage', view);
    expect(await page?.count('.unit-list tr')).toBeGreaterThan(10);
  });

  it.each(VIEWS)('shows the gaps with one on the map at $width x $height in $lang', async (view) => {
    await show('demo-gaps', `county=990321&panel=gaps&place=${gaps.gaps[0]!.id}`, view);
    expect((await page?.map('points'))?.mark).toBe(1);
  });

  it.each(VIEWS)('shows a delivery with its evidence at $width x $height in $lang', async (view) => {
    const opened = await MapPage.open(browser, county.origin, `county=990321&panel=data&lang=${view.lang}`);
    await opened.atRest();
    await opened.drop('.drop-zone', offices);
    await opened.click('.drop-zone .main-button');
    await opened.page.waitForFunction(() => document.querySelector('.files-table'), undefined, { polling: 100 });
    const hash = new URL(opened.page.url()).hash.slice(1).replace(/&lang=../, '');
    await opened.close();
    await show('demo-delivery', hash, view);
    await page!.click('.evidence .plain-button');
    await page!.page.waitForFunction(() => (window.hubshedMap?.points().claimed ?? 0) > 10, undefined, {
      polling: 100,
    });
    await page!.atRest();
    await page!.photograph(`demo-evidence-${view.lang}-${view.width}x${view.height}`);
  });

  it.runIf(changfeng).each(VIEWS)('shows a real county whole at $width x $height in $lang', async (view) => {
    await show('changfeng-county', 'county=340121', view);
  });

  it.runIf(changfeng).each(VIEWS)('shows who answers a call at night at $width x $height in $lang', async (view) => {
    await show('changfeng-call', `county=340121&select=call:${CALL}&time=night`, view);
    expect(await page?.map('routes')).toContain('call road');
  });
});
