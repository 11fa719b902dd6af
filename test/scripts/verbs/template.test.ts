import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_KINDS } from '../../../server/tables/table-kind.ts';
import { TEMPLATES } from '../../../server/tables/templates/templates.ts';
import { runCommand } from '../run-command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-template-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('hubshed template', () => {
  it('lists the templates with what each requires', async () => {
    const { code, out } = await runCommand(['template', '--lang', 'zh']);
    expect(code).toBe(0);
    for (const kind of TABLE_KINDS) expect(out).toContain(`${kind} `);
    const { out: json } = await runCommand(['template', 'units', '--json']);
    expect(JSON.parse(json)).toMatchObject([
      { kind: 'units', fields: TEMPLATES.units.fields.map(({ key }) => ({ key })) },
    ]);
  });

  it('writes one, each or all of them', async () => {
    const one = join(folder, '小区.xlsx');
    expect((await runCommand(['template', '小区', '--out', one])).code).toBe(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(one)) as unknown as ArrayBuffer);
    expect(workbook.worksheets).toHaveLength(2);
    const each = join(folder, 'each');
    expect((await runCommand(['template', '--out', each, '--format', 'csv', '--lang', 'zh'])).code).toBe(0);
    expect((await readdir(each)).sort()).toEqual(TABLE_KINDS.map((kind) => `${TEMPLATES[kind].zh}.csv`).sort());
    const all = join(folder, 'all.xlsx');
    expect((await runCommand(['template', '--out', all])).code).toBe(0);
    await workbook.xlsx.load((await readFile(all)) as unknown as ArrayBuffer);
    expect(workbook.worksheets).toHaveLength(TABLE_KINDS.length + 1);
  });

  it('prints one as CSV, whose header a check recognises', async () => {
    const { out } = await runCommand(['template', 'stations', '--format', 'csv', '--lang', 'zh']);
    expect(out).toContain('派出所名称');
    expect(out.split('\r\n')[1]).toContain('示例');
  });

  it.each([
    [['cars'], 'there is no template "cars"'],
    [['--format', 'csv'], '--out FILE|DIR is needed'],
    [['--out', '/tmp/x.csv'], 'a CSV file holds one template'],
  ])('refuses %j', async (args, problem) => {
    const { code, err } = await runCommand(['template', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });
});
