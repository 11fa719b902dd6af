import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import type { CountyView } from '../../web/api/answers.ts';
import { launchBrowsers } from './browsers.ts';
import { MapPage } from './map-page.ts';
import { officeFileBytes } from './office-delivery.ts';
import { type ServedCounty, serveStore } from './served-county.ts';

const CODE = '990321';
const NAME = '新录县';
const files = await officeFileBytes(generateDemoCounty());
const browsers = await launchBrowsers();
afterAll(() => Promise.all(browsers.map(({ browser }) => browser.close())));

describe.each(browsers)('a store without any county in $name', { timeout: 240_000 }, ({ name, browser }) => {
  let store: ServedCounty;
  let page: MapPage;
  beforeEach(async () => {
    store = await serveStore();
    page = await MapPage.open(browser, store.origin);
    await until('.county-code');
  });
  afterEach(async () => {
    await page.close();
    await store.close();
  });

  const until = (selector: string): Promise<unknown> =>
    page.page.waitForFunction((wanted) => document.querySelector(wanted), selector, { timeout: 90_000, polling: 100 });

  it('takes code, name and files of its first county, commits them, and opens the map on it', async () => {
    await page.drop('.drop-zone', files);
    await page.waitForText('.drop-zone', '请先填写六位区划代码');
    await page.type('.county-code', CODE.slice(0, 5));
    expect(await page.count('.drop-zone .main-button:disabled')).toBe(1);
    await page.type('.county-code', CODE);
    await page.type('.county-name', NAME);
    expect(await page.count('.drop-zone .main-button:disabled')).toBe(0);
    await page.picture(`first county ${name}`);
    await page.click('.drop-zone .main-button');
    await until('.files-table');
    const hash = new URLSearchParams(new URL(page.page.url()).hash.slice(1));
    expect([hash.get('county'), hash.get('panel')]).toEqual([CODE, 'data']);
    for (const file of files) expect(await page.text('.files-table')).toContain(file.name);
    expect(await page.count('.county-code:disabled')).toBe(1);

    await page.click('.commit-form .main-button', '只写入无错误的行');
    await page.waitForText('.top-bar .county-choice', `${NAME} ${CODE}`);
    await page.atRest();
    await page.waitForText('.done-text', '已写入');
    const county = await store.ask<CountyView>('');
    expect(county).toMatchObject({ name: NAME, version: { number: 1 } });
    expect(county.counts.stations).toBeGreaterThan(5);
    expect(Object.keys(await page.map('settlements')).length).toBeGreaterThan(100);
    await page.picture(`first county on the map ${name}`);
    expect(page.errors).toEqual([]);
    expect(page.strangers).toEqual([]);
  });

  it('finds the delivery of its first county again after the page is read anew, and asks for the name', async () => {
    await page.type('.county-code', CODE);
    await page.drop('.drop-zone', files.slice(0, 1));
    await page.click('.drop-zone .main-button');
    await until('.files-table');
    await page.page.reload();
    await until('.files-table');
    expect(await page.text('.files-table')).toContain(files[0]!.name);
    expect(await page.count('.commit-form .main-button:disabled')).toBe(1);
    await page.click('.data-panel .plain-button', '重新交接');
    await until('.drop-zone');
    expect(await page.count('.county-code:disabled')).toBe(0);
    expect(page.errors).toEqual([]);
  });
});
