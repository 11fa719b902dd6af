import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { GroupsAnswer, SettlementView } from '../../web/api/answers.ts';
import { realData } from '../real-data.ts';
import { importChangfeng } from '../server/api/suite/changfeng.ts';
import { launchBrowsers } from './browsers.ts';
import { MapPage } from './map-page.ts';
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

  it.runIf(changfeng).each(VIEWS)('shows a real county whole at $width x $height in $lang', async (view) => {
    await show('changfeng-county', 'county=340121', view);
  });

  it.runIf(changfeng).each(VIEWS)('shows who answers a call at night at $width x $height in $lang', async (view) => {
    await show('changfeng-call', `county=340121&select=call:${CALL}&time=night`, view);
    expect(await page?.map('routes')).toContain('call road');
  });
});
