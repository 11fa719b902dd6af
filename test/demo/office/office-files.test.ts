import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { straightMetres } from '../../../geodata/catchment/catchments.ts';
import { DEFAULT_DEMO_SEED, generateDemoCounty } from '../../../geodata/demo/county.ts';
import type { OfficeCell } from '../../../geodata/demo/office/office-file.ts';
import { officeFaults, officeFiles } from '../../../geodata/demo/office/office-files.ts';
import { mislabelledCompounds, personalTable } from '../../../geodata/demo/office/refused-files.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { personalHeader, personalValue } from '../../../server/files/personal-data.ts';
import { cellsOf, headerAt, sheetsOf, type TableSheet, tableRows } from './office-tables.ts';

const county = generateDemoCounty();
const files = officeFiles(county);
const faults = officeFaults(county);
const sheets = files.flatMap(sheetsOf);
const sheetsNamed = (file: string): TableSheet[] => sheets.filter((sheet) => sheet.file === file && sheet.hasTable);
const rowsOf = (file: string) => sheetsNamed(file).flatMap(tableRows);
const isBad = (file: string, sheet: string | undefined, row: number): boolean =>
  faults.some((fault) => fault.level === 'error' && fault.file === file && fault.sheet === sheet && fault.row === row);
const goodRows = (file: string) => rowsOf(file).filter(({ sheet, row }) => !isBad(file, sheet, row));
const VILLAGES = '村（社区）基本情况.xlsx';
const NATURAL = '自然村.csv';

/** What must stand in a cell of each rule; where a rule is about other rows too, a further test looks at them. */
const CELL_OF_RULE: Record<string, (cell: OfficeCell) => boolean> = {
  'code-digits-lost': (cell) => /^9\.\d{5}E\+11$/.test(String(cell)),
  'duplicate-code': (cell) => /^990321/.test(String(cell)),
  'coordinates-missing': (cell) => cell === null,
  'online-over-devices': (cell) => cell === 21,
  'unknown-unit': (cell) => /^\d{12}$/.test(String(cell)),
  'negative-count': (cell) => Number(cell) < 0,
  'not-a-number': (cell) => typeof cell === 'string' && Number.isNaN(Number(cell)),
  'date-impossible': (cell) => cell === '2024-02-30',
  'axes-swapped': (cell) => Number(cell) > 30 && Number(cell) < 40,
  'unknown-settlement': (cell) => !county.settlements.some(({ id }) => id === cell),
  'hours-impossible': (cell) => cell === '20-28',
  'posts-do-not-add-up': (cell) => typeof cell === 'number',
  'shifted-position': (cell) => typeof cell === 'number',
  'full-width-digits': (cell) => /^[０-９]+$/.test(String(cell)),
  'thousands-separator': (cell) => /^\d{1,3}(,\d{3})+$/.test(String(cell)),
  'unit-behind-number': (cell) => /^\d+户$/.test(String(cell)),
  'date-as-text': (cell) => cell === '2024年6月30日',
  'code-as-number': (cell) => typeof cell === 'number' && cell > 990_321_000_000,
  'degrees-minutes-seconds': (cell) => /^\d{2,3}°[0-5]\d′[0-5]\d\.\d\d″$/.test(String(cell)),
};

describe('the files of the ten offices', () => {
  it('are ten, with names of their own, and the same for the same seed', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(10);
    const again = generateDemoCounty(DEFAULT_DEMO_SEED);
    expect(JSON.stringify([officeFiles(again), officeFaults(again)])).toBe(JSON.stringify([files, faults]));
  });

  it('can be made of another county, with as many mistakes', () => {
    const other = generateDemoCounty(DEFAULT_DEMO_SEED + 1);
    const names = (list: typeof faults) => list.map(({ rule }) => rule).sort();
    expect(names(officeFaults(other))).toEqual(names(faults));
  });

  it('hold no header or cell that looks personal', () => {
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.length).toBeGreaterThan(30_000);
    for (const cell of cells) {
      const text = String(cell ?? '');
      if (personalValue(text) !== undefined) throw new Error(`A cell of ${text.length} characters looks personal.`);
    }
    const headers = sheets.filter(({ hasTable }) => hasTable).flatMap(({ headers }) => headers);
    expect(headers.filter(personalHeader)).toEqual([]);
  });

  it('merge cells that do not overlap and hold one value each', () => {
    for (const sheet of sheets) {
      const covered = sheet.merges.flatMap(cellsOf);
      expect(new Set(covered.map(({ row, column }) => `${row}:${column}`)).size, sheet.file).toBe(covered.length);
      const filled = covered.filter(({ row, column }) => (sheet.rows[row]?.[column] ?? null) !== null);
      const corners = sheet.merges.map(({ top, left }) => ({ row: top, column: left }));
      expect(filled, sheet.file).toEqual(corners);
    }
    expect(sheets.flatMap(({ merges }) => merges).length).toBeGreaterThan(60);
  });
});

describe('the list of planted mistakes', () => {
  it('names the cell of each, by the row that a spreadsheet shows', () => {
    for (const { rule, file, sheet, row, column } of faults) {
      const found = sheets.find((candidate) => candidate.file === file && candidate.sheet === sheet) as TableSheet;
      const cell = found.rows[row - 1]?.[headerAt(found, column)] ?? null;
      expect(CELL_OF_RULE[rule]?.(cell), `${rule}: ${file} ${row} ${column}`).toBe(true);
    }
  });

  it('has every kind of mistake, in Chinese and English, each error in a row of its own', () => {
    expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(Object.keys(CELL_OF_RULE)));
    for (const { zh, en } of faults) expect([/[\u4e00-\u9fff]/.test(zh), /^[A-Z]/.test(en)]).toEqual([true, true]);
    const errors = faults.filter(({ level }) => level === 'error');
    expect(new Set(errors.map(({ file, sheet, row }) => `${file} ${sheet} ${row}`)).size).toBe(errors.length);
    expect(errors).toHaveLength(12);
  });

  it('is complete: no cell that its rule would match is missing from it', () => {
    const listed = new Set(faults.map(({ file, sheet, row, column }) => [file, sheet, row, column].join()));
    const odd = ['full-width-digits', 'thousands-separator', 'unit-behind-number', 'degrees-minutes-seconds'];
    for (const sheet of sheets.filter(({ hasTable }) => hasTable)) {
      for (const { row, cells } of tableRows(sheet)) {
        for (const [column, cell] of Object.entries(cells)) {
          const isOdd = odd.some((rule) => CELL_OF_RULE[rule]?.(cell));
          if (isOdd)
            expect(listed, `${sheet.file} ${row} ${column}`).toContain([sheet.file, sheet.sheet, row, column].join());
        }
      }
    }
  });
});

const number = (cell: OfficeCell | undefined): number =>
  Number(
    String(cell ?? '')
      .normalize('NFKC')
      .replace(/[,户]/g, ''),
  );

describe('the rows without an error', () => {
  it('hold exactly the settlements of the county: communities of one file, all others of another', () => {
    const communities = goodRows(VILLAGES).filter(({ cells }) => cells['类别'] === '社区');
    const listed = [
      ...communities.map(({ cells }) => ({ cells, id: cells['区划代码'], x: '村委会经度', y: '村委会纬度' })),
      ...goodRows(NATURAL).map(({ cells }) => ({ cells, id: cells['编号'], x: '经度', y: '纬度' })),
    ].map(({ cells, id, x, y }) => [id, number(cells['户数']), number(cells['人口']), cells[x], cells[y]].join());
    const expected = county.settlements.map(({ id, households, population, coord }) =>
      [id, households, population, ...coord].join(),
    );
    expect(listed.sort()).toEqual(expected.sort());
    expect(listed).toHaveLength(1_252);
  });

  it('call a natural village by its name and its village by its code', () => {
    const names = new Map(county.settlements.map(({ id, name }) => [id, name]));
    for (const { cells } of goodRows(NATURAL)) {
      expect(cells['名称']).toBe(names.get(String(cells['编号'])));
      expect(cells['所属行政村代码']).toBe(String(cells['编号']).slice(0, 12));
    }
  });

  it('hold exactly the stations of the county', () => {
    const listed = goodRows('派出所警力统计表.xlsx').map(({ cells }) => ({
      id: cells['机构代码'],
      name: cells['派出所名称'],
      coord: [cells['经度'], cells['纬度']],
      kind: cells['类型'] === '城区' ? 'urban' : 'rural',
      township: cells['所属乡镇街道'],
      officers: cells['在岗民警数'],
      auxiliaries: cells['辅警数'],
    }));
    expect(listed).toEqual(county.stations);
  });

  it('say of one station that more are on duty than its posts allow for', () => {
    const wrong = rowsOf('派出所警力统计表.xlsx').filter(
      ({ cells }) => number(cells['在编数']) - number(cells['借调出数']) !== number(cells['在岗民警数']),
    );
    expect(wrong.map(({ row }) => row)).toEqual(
      faults.filter(({ rule }) => rule === 'posts-do-not-add-up').map(({ row }) => row),
    );
  });

  it('list every village-level unit once, by one of the three names that offices use', () => {
    const rows = goodRows(VILLAGES);
    expect(rows.map(({ cells }) => String(cells['区划代码'])).sort()).toEqual(
      county.rawRows.villages.map((row) => String(row['区划代码'])).sort(),
    );
    const endings = rows.map(({ cells }) => /村委会$|村民委员会$|居委会$|社区$|村$/.exec(String(cells['名称']))?.[0]);
    expect(new Set(endings)).toEqual(new Set(['村委会', '村民委员会', '居委会', '社区', '村']));
  });

  it('put one committee half a kilometre off under the wrong label, and no natural village', () => {
    const coords = new Map(county.settlements.map(({ id, coord }) => [id, coord]));
    const off = goodRows(VILLAGES).filter(({ cells }) => {
      if (cells['村委会经度'] === null) return false;
      const place: LonLat = [Number(cells['村委会经度']), Number(cells['村委会纬度'])];
      return straightMetres(place, coords.get(String(cells['区划代码'])) ?? [0, 0]) > 1;
    });
    expect(off.map(({ cells }) => cells['区划代码'])).toEqual([county.traps.gcjShifted]);
    expect(off[0]?.row).toBe(faults.find(({ rule }) => rule === 'shifted-position')?.row);
  });

  it('have compounds in GCJ-02, some 500 m from where they are', () => {
    const truth = new Map(
      county.rawRows.compounds.map((row) => [
        `${row['所属社区代码']} ${row['小区名称']}`,
        [Number(row['中心点经度']), Number(row['中心点纬度'])] as [number, number],
      ]),
    );
    const rows = goodRows('小区.xlsx');
    expect(rows).toHaveLength(truth.size);
    for (const { cells } of rows) {
      const place = truth.get(`${cells['所属社区代码']} ${cells['小区名称']}`) ?? [0, 0];
      const shown: LonLat = [Number(cells['中心点经度']), Number(cells['中心点纬度'])];
      expect(cells['坐标系']).toBe('GCJ-02');
      expect(Math.abs(straightMetres(shown, place) - 545)).toBeLessThan(60);
      const [lon, lat] = gcoord.transform(place, gcoord.WGS84, gcoord.GCJ02);
      expect(straightMetres(shown, [lon, lat])).toBeLessThan(1);
    }
  });

  it('count about 31,000 calls a year, by every settlement and three bands of the day', () => {
    const rows = goodRows('警情统计.csv');
    const calls = rows.reduce((sum, { cells }) => sum + Number(cells['警情数']), 0);
    expect(Math.abs(calls - 31_000)).toBeLessThan(900);
    expect(rows).toHaveLength(3 * county.settlements.length);
    expect(new Set(rows.map(({ cells }) => cells['居民点编号']))).toEqual(
      new Set(county.settlements.map(({ id }) => id)),
    );
    expect(new Set(rows.map(({ cells }) => cells['时段']))).toEqual(new Set(['0-8', '8-20', '20-24']));
  });

  it('have a model police room in the town and one in the country, and rooms open round the clock', () => {
    const kinds = goodRows('警务室.xlsx').map(({ cells }) => String(cells['类别']));
    expect(kinds.filter((kind) => /社区.*样板/.test(kind))).toHaveLength(1);
    expect(kinds.filter((kind) => /农村.*样板/.test(kind))).toHaveLength(1);
    expect(kinds.filter((kind) => kind.includes('7×24'))).toHaveLength(3);
  });

  it('put more kilometres of small roads on the books than the map has', () => {
    const mapped = new Map(county.rawRows.roads.map((row) => [row['等级'], Number(row['公里数'])]));
    const booked = goodRows('道路里程.xlsx').map(({ cells }) => [cells['等级'], Number(cells['公里数'])] as const);
    expect(booked).toHaveLength(6);
    const shares = booked.map(([rank, kilometres]) => kilometres / (mapped.get(rank as string) ?? 0));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.999);
    expect(shares.filter((share) => share > 1.02)).toHaveLength(2);
  });
});

describe('the figures of the offices against the clauses', () => {
  it('have volunteers enough in most villages, too few in some and more than asked for in others', () => {
    const villages = goodRows(VILLAGES).filter(({ cells }) => cells['类别'] === '村');
    const states = villages.map(({ cells }) => {
      const [households, posts] = [number(cells['户数']), number(cells['信息员数'])];
      if (posts < Math.ceil(households / 20)) return 'few';
      return posts > Math.max(1, Math.ceil(households / 10)) ? 'many' : 'right';
    });
    const share = (state: string): number => states.filter((value) => value === state).length / states.length;
    expect(share('right')).toBeGreaterThan(0.7);
    expect(share('few')).toBeGreaterThan(0.05);
    expect(share('many')).toBeGreaterThan(0.02);
  });

  it('leave a station without a figure of analysts and a town without those of its committees', () => {
    const blank = (file: string, header: string) => goodRows(file).filter(({ cells }) => cells[header] === null);
    expect(blank('派出所警力统计表.xlsx', '情报分析员数')).toHaveLength(1);
    expect(new Set(blank(VILLAGES, '治保会人数').map(({ cells }) => cells['所属乡镇街道'])).size).toBe(1);
  });

  it('have 40 % of the officers at stations, by a narrow margin', () => {
    const officers = number(goodRows('全县指标.xlsx')[0]?.cells['数值']);
    const atStations = county.stations.reduce((sum, { officers: count = 0 }) => sum + count, 0);
    expect(5 * atStations).toBeGreaterThanOrEqual(2 * officers);
    expect(5 * atStations).toBeLessThan(2 * (officers + 10));
  });

  it('have most of the compounds that are due accepted, and some not', () => {
    const due = goodRows('小区.xlsx').filter(({ cells }) => cells['是否应建'] === '是');
    const accepted = due.filter(({ cells }) => cells['建设状态'] === '验收');
    expect(accepted.length / due.length).toBeGreaterThan(0.6);
    expect(accepted.length).toBeLessThan(due.length);
    for (const { cells } of accepted) expect(number(cells['在线设备数'])).toBeLessThanOrEqual(number(cells['设备数']));
  });
});

describe('the files that must be refused', () => {
  it('are a table of people, of whom there is none', () => {
    const [sheet] = sheetsOf(personalTable(county));
    expect(sheet?.rows[0]?.filter((cell) => personalHeader(String(cell)))).toHaveLength(2);
    expect(sheet?.rows.flat().filter((cell) => personalValue(String(cell)) !== undefined)).toEqual([]);
  });

  it('are compounds in GCJ-02 that claim to be in CGCS2000', () => {
    const [claimed] = sheetsOf(mislabelledCompounds(county));
    const [honest] = sheetsNamed('小区.xlsx');
    const rows = tableRows(claimed as TableSheet).filter(({ cells }) => cells['小区名称'] !== null);
    expect(new Set(rows.map(({ cells }) => cells['坐标系']))).toEqual(new Set(['CGCS2000']));
    const lons = (sheet: TableSheet) => tableRows(sheet).map(({ cells }) => cells['中心点经度']);
    expect(lons(claimed as TableSheet)).toEqual(lons(honest as TableSheet));
  });
});
