import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import { personalTable } from '../../geodata/demo/office/refused-files.ts';
import type { CountyView, DeliveryView, VersionView } from '../../web/api/answers.ts';
import { launchBrowsers } from './browsers.ts';
import { MapPage } from './map-page.ts';
import { deliveryFiles, ODD_HEADER, oddVillages, SHIFTED } from './office-delivery.ts';
import { type ServedCounty, serveDemoCounty } from './served-county.ts';

const demo = generateDemoCounty();
const PERSONAL = personalTable(demo).name;
const files = await deliveryFiles(demo);
const county: ServedCounty = await serveDemoCounty();
const browsers = await launchBrowsers();
afterAll(async () => {
  await Promise.all(browsers.map(({ browser }) => browser.close()));
  await county.close();
});

describe.each(browsers)('a delivery of files in $name', { timeout: 240_000 }, ({ name, browser }) => {
  let page: MapPage;
  beforeEach(async () => {
    page = await MapPage.open(browser, county.origin, 'panel=data');
    await page.atRest();
  });
  afterEach(() => page.close());

  const intakeId = (): string => new URLSearchParams(new URL(page.page.url()).hash.slice(1)).get('intake') ?? '';
  const view = (query = ''): Promise<DeliveryView> => county.ask<DeliveryView>(`/intakes/${intakeId()}${query}`);
  const until = (selector: string): Promise<unknown> =>
    page.page.waitForFunction((wanted) => document.querySelector(wanted), selector, { timeout: 60_000, polling: 100 });

  it('goes from the drop over refusal and correction to a version, and back to the one before', async () => {
    await page.drop('.drop-zone', files);
    await page.waitForText('.drop-zone', `已选 ${files.length} 个文件`);
    await page.click('.drop-zone .main-button');
    await page.waitForText('.refused', '疑似个人信息列');
    expect(await page.text('.refused')).toContain(PERSONAL);
    expect(await page.text('.refused')).toContain('未保存任何内容');
    expect(await page.text('.commit-form')).toContain('不能写入');
    await page.click('.refused .main-button');
    await until('.files-table');
    await page.waitForText('.data-panel .evidence.contradicted', SHIFTED);
    expect(await page.count('.refused')).toBe(0);

    const checked = await view();
    expect(checked.files).toHaveLength(files.length - 1);
    for (const { name: file } of checked.files) expect(await page.text('.files-table')).toContain(file);
    const evidence = checked.coordinates.find(({ file }) => file === SHIFTED)!;
    const metres = Math.round(evidence.claimed.shiftMetres!);
    expect(metres).toBeGreaterThan(400);
    expect(await page.text('.evidence.contradicted')).toContain(`${metres} 米，偏`);
    expect(await page.text('.evidence.contradicted')).toContain('GCJ-02');
    await page.click('.evidence.contradicted .plain-button', '地图预览');
    await page.page.waitForFunction(() => (window.hubshedMap?.points().suggested ?? 0) > 10, undefined, {
      polling: 100,
    });
    await page.picture(`delivery evidence ${name}`);

    await page.choose(`坐标系 ${SHIFTED}`, 'GCJ-02');
    await page.click('.recheck .main-button');
    await page.page.waitForFunction(
      () => document.querySelector('.files-table') && !document.querySelector('.recheck, .evidence.contradicted'),
      undefined,
      { timeout: 60_000, polling: 100 },
    );
    expect((await view()).coordinates.find(({ file }) => file === SHIFTED)?.verdict).toBe('consistent');

    const [fault] = (await view('?level=error')).findings.items;
    await page.click(
      '.filters .option',
      `错误 ${checked.counts.error}`.replace(/\d+$/, String((await view()).counts.error)),
    );
    await page.waitForText('.findings-table', fault!.reason);
    const findings = await page.text('.findings-table');
    for (const text of [fault!.file, String(fault!.row), fault!.column ?? '—']) expect(findings).toContain(text);

    await page.type('.commit-form .wide', '浏览器测试');
    await page.click('.commit-form .main-button', '只写入无错误的行');
    await page.waitForText('.done-text', '已写入');
    const { version } = await county.ask<CountyView>('');
    expect(version.note).toBe('浏览器测试');
    await page.waitForText('.top-bar .dataset', `数据版本 ${version.number}`);
    await page.waitForText('.versions', '浏览器测试');
    await page.atRest();
    await page.picture(`delivery committed ${name}`);

    const before = (await county.ask<{ versions: VersionView[] }>('/versions')).versions[1]!;
    await page.click('.versions .plain-button', '恢复为当前');
    await page.click('.versions .main-button', `确认恢复版本 ${before.number}`);
    await page.waitForText('.top-bar .dataset', `数据版本 ${before.number} `);
    expect(page.errors).toEqual([]);
    expect(page.strangers).toEqual([]);
  });

  it('takes the suggested reference system at one click, and checks again', async () => {
    await page.drop(
      '.drop-zone',
      files.filter(({ name: file }) => file === SHIFTED),
    );
    await page.click('.drop-zone .main-button');
    await until('.evidence.contradicted .main-button');
    expect((await view()).coordinates[0]).toMatchObject({ system: 'EPSG:4490', better: { system: 'GCJ-02' } });
    await page.click('.evidence .main-button', '改为 GCJ-02');
    await until('.evidence.consistent');
    const { choices, coordinates } = await view();
    expect(choices?.referenceSystems).toEqual({ [SHIFTED]: 'GCJ-02' });
    expect(coordinates).toMatchObject([{ system: 'GCJ-02', verdict: 'consistent', better: null }]);
    expect(await page.count('.recheck, .evidence .main-button')).toBe(0);
    expect(page.errors).toEqual([]);
  });

  it('asks once what an unknown column of two sheets means, and reads it so', async () => {
    const villages = await oddVillages(demo);
    await page.drop('.drop-zone', [villages]);
    await page.click('.drop-zone .main-button');
    await page.waitForText('.questions', ODD_HEADER);
    const { unknownColumns } = await view();
    expect(unknownColumns.filter(({ header }) => header === ODD_HEADER)).toHaveLength(2);
    expect(await page.count('.questions li')).toBe(1);
    await page.choose(ODD_HEADER, 'volunteers');
    await page.click('.recheck .main-button');
    await page.page.waitForFunction(
      () => document.querySelector('.files-table') && !document.querySelector('.recheck, .questions li'),
      undefined,
      { timeout: 60_000, polling: 100 },
    );
    const checked = await view();
    expect(checked.unknownColumns).toEqual([]);
    expect(Object.values(checked.choices?.columns?.units ?? {})).toEqual(['volunteers']);
    expect(page.errors).toEqual([]);
  });

  it('hands out the receipt of a file with its reasons', async () => {
    await page.drop(
      '.drop-zone',
      files.filter(({ name: file }) => file === SHIFTED || file.endsWith('.pbf')),
    );
    await page.click('.drop-zone .main-button');
    await until('.files-table a');
    const link = await page.page.evaluate(() => document.querySelector<HTMLAnchorElement>('.files-table a')?.href);
    const answer = await fetch(link!);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    await page.click('.data-panel .plain-button', '重新交接');
    await until('.drop-zone');
    expect(intakeId()).toBe('');
  });

  it('keeps what was chosen and typed when the service fails, and says why', async () => {
    await page.drop(
      '.drop-zone',
      files.filter(({ name: file }) => file === SHIFTED),
    );
    await page.page.route('**/intakes?*', (route) =>
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
    await page.click('.drop-zone .main-button');
    await page.waitForText('.work-panel .failure', '服务繁忙');
    expect(await page.text('.staged')).toContain(SHIFTED);
    await page.page.unroute('**/intakes?*');
    await page.click('.drop-zone .main-button');
    await until('.files-table');
    expect(await page.count('.work-panel > article > .failure')).toBe(0);
  });

  it('can be cancelled while files are on their way', async () => {
    await page.drop('.drop-zone', files);
    await page.page.route('**/intakes?*', () => undefined);
    await page.click('.drop-zone .main-button');
    await page.waitForText('.delivery-progress', '正在上传');
    await page.click('.delivery-progress .plain-button', '取消');
    await page.waitForText('.data-panel', '已取消，未写入任何数据');
    expect(await page.text('.staged')).toContain(SHIFTED);
  });
});
