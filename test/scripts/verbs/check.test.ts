import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import { officeFaults } from '../../../geodata/demo/office/office-files.ts';
import { personalTable } from '../../../geodata/demo/office/refused-files.ts';
import { bytesOf, writeOfficeFiles } from '../../../server/counties/demo-office-files.ts';
import { runCommand } from '../run-command.ts';

const county = generateDemoCounty();
let folder = '';
let names: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-check-'));
  names = await writeOfficeFiles(county, folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
/** Without the extract: roads take the longest, and no fault is in them. */
const tables = (): string[] => names.filter((name) => !name.endsWith('.pbf')).map(at);

interface ShownFinding {
  readonly level: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly columnIndex: number | null;
  readonly reason: string;
}

describe('hubshed check', () => {
  it('names every planted fault by sheet, row, column and reason, in the report and in the receipts', {
    timeout: 120_000,
  }, async () => {
    const receipts = at('receipts');
    const { code, out, err } = await runCommand([
      'check',
      '--lang',
      'zh',
      '--json',
      '--receipts',
      receipts,
      ...names.map(at).reverse(),
    ]);
    expect({ code, err: err.split('\n').at(-2) }).toEqual({ code: 3, err: 'hubshed: 发现 14 处错误' });
    const { findings, counts } = JSON.parse(out) as { findings: ShownFinding[]; counts: object };
    expect(counts).toMatchObject({ error: 14 });
    const workbooks = new Map<string, ExcelJS.Workbook>();
    for (const name of await readdir(receipts)) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await readFile(join(receipts, name))) as unknown as ArrayBuffer);
      workbooks.set(name, workbook);
    }
    // Two columns are swapped with each other: one of them is named.
    for (const fault of officeFaults(county)) {
      const found = findings.find(
        ({ file, sheet, row, column, level }) =>
          file === fault.file &&
          sheet === (fault.sheet ?? null) &&
          row === fault.row &&
          (column === fault.column || (fault.rule === 'axes-swapped' && column === '纬度')) &&
          level === fault.level,
      );
      expect({ fault, found: found?.row }).toEqual({ fault, found: fault.row });
      const receipt = workbooks.get(`校验回执-${fault.file}${fault.file.endsWith('.xlsx') ? '' : '.xlsx'}`);
      const sheet = fault.sheet === undefined ? receipt?.worksheets[1] : receipt?.getWorksheet(fault.sheet);
      const cell = sheet?.getRow(fault.row).getCell((found?.columnIndex ?? -1) + 1);
      expect({ fault, note: JSON.stringify(cell?.note) }).toEqual({
        ...{ fault, note: expect.stringContaining(found?.reason ?? 'none') },
      });
      expect(cell?.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    }
  });

  it('prints files, findings and the evidence on coordinates for people, and ends with 0 where all is sound', async () => {
    const sound = await runCommand(
      ['check', '--lang', 'en', at('县界和乡镇界.zip'), at('道路里程.xlsx'), '--code', '990321'],
      {
        env: { HUBSHED_STORE: at('empty-store') },
      },
    );
    expect(sound.code).toBe(3);
    expect(sound.out).toContain('there is no station');
    const people = await runCommand(['check', '--lang', 'zh', ...tables()]);
    expect(people.out).toMatch(/小区\.xlsx +智安小区 +小区 +136 +4/);
    expect(people.out).toContain('警务室.xlsx［警务室］第 70 行“纬度”列：经度和纬度填反了');
    expect(people.out).toMatch(/坐标：警务室\.xlsx \[警务室\] 写的是2000国家大地坐标系/);
  });

  it('catches a wrong claim with the shift in metres, and takes it all the same from a user who stands by it', {
    timeout: 120_000,
  }, async () => {
    const wrong = ['check', '--lang', 'en', ...names.map(at), '--crs', '自然村.csv=GCJ-02'];
    const claimed = await runCommand(wrong);
    expect(claimed.out).toMatch(/Error +自然村\.csv: .*GCJ-02.*WGS 84.*shifted by some [3-7]\d\d m/);
    expect(claimed.out).toMatch(/coordinates: 自然村\.csv stated as GCJ-02.*: contradicted by the evidence/);
    const trusted = await runCommand([...wrong, '--trust', '自然村.csv']);
    expect(trusted.out).not.toMatch(/Error +自然村\.csv: .*shifted by/);
    expect(trusted.out).toMatch(/Doubt +自然村\.csv: .*shifted by/);
  });

  it('gives a receipt of a file that cannot be read too', async () => {
    await writeFile(at('空.csv'), '');
    const receipts = at('receipts-of-nothing');
    const { code, out } = await runCommand(['check', '--lang', 'zh', at('空.csv'), '--receipts', receipts]);
    expect(code).toBe(3);
    expect(out).toContain('空.csv第 1 行：文件中没有内容');
    expect(out).toContain('整批文件：没有派出所');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(receipts, '校验回执-空.csv.xlsx'));
    expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toContain('文件中没有内容');
  });

  it('refuses a file of persons, says where, and repeats nothing of it in its list or receipt', async () => {
    const file = personalTable(county);
    await writeFile(at(file.name), await bytesOf(county, file));
    const receipts = at('receipts-of-persons');
    const { code, out, err } = await runCommand(['check', '--lang', 'zh', at(file.name), '--receipts', receipts]);
    expect(code).toBe(3);
    expect(out).toContain('信息员花名册.xlsx［花名册］第 1 行“姓名”列：疑似个人信息列');
    const [name = ''] = await readdir(receipts);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(join(receipts, name))) as unknown as ArrayBuffer);
    expect(workbook.worksheets).toHaveLength(1);
    const cells = JSON.stringify(workbook.worksheets[0]?.getSheetValues());
    expect(cells).toContain('姓名');
    for (const text of [out, err, cells]) {
      expect(text).not.toContain('某'.repeat(2));
      expect(text).not.toContain('9'.repeat(18));
    }
  });

  it.each([
    [[], 'FILES... is missing'],
    [['a.xlsx', '--crs', 'UTM'], '--crs: "UTM" is no reference system that is known'],
  ])('refuses %j', async (args, problem) => {
    const { code, err } = await runCommand(['check', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });

  it('refuses choices for a file that is none of them, two files of one name, and a name that looks personal', async () => {
    const [first = ''] = tables();
    const run = (...args: string[]) => runCommand(['check', ...args]);
    expect((await run(first, '--trust', '别的.xlsx')).err).toContain('别的.xlsx is none of the files');
    expect((await run(first, first)).err).toContain('two files are called');
    const secret = `1${'39'.repeat(5)}`;
    const named = await run(at(`${secret}.xlsx`));
    expect(named).toMatchObject({ code: 2 });
    expect(named.err).not.toContain(secret);
    expect((await run(at('missing.xlsx'))).code).toBe(3);
  });

  it('ends at once when it is interrupted', async () => {
    const interruption = new AbortController();
    const running = runCommand(['check', ...names.map(at)], { signal: interruption.signal });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const at0 = performance.now();
    interruption.abort();
    expect((await running).code).toBe(130);
    expect(performance.now() - at0).toBeLessThan(1000);
  });
});
