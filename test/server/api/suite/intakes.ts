import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FeatureCollection, Point } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IntakeViewBody } from '../../../../server/api/contract/intakes.ts';
import { readRecords } from '../../../../server/db/county-records.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { listRememberedColumns } from '../../../../server/db/remembered-columns.ts';
import { listVersions } from '../../../../server/db/versions.ts';
import type { IntakeFile } from '../../../../server/intake/intake.ts';
import { scenePbf } from '../../../scenes/scene.ts';
import { at, smallCounty } from '../../db/suite/small-county.ts';
import { newCountyCode } from '../../db/suite/store-under-test.ts';
import {
  BOUNDARY,
  csvFile,
  STATION_ROWS,
  stations,
  TOWNSHIPS,
  UNIT_HEADER,
  UNIT_ROWS,
  unitRow,
  units,
} from '../../intake/small-delivery.ts';
import type { ApiUnderTest, Reply } from './api-under-test.ts';
import { deliver, type FormPart } from './delivery-form.ts';

const ROADS: FormPart = {
  name: '道路.osm.pbf',
  bytes: scenePbf({ nodes: { a: [500, 2500], b: [9500, 2500] }, ways: [{ nodes: 'ab' }] }),
};
const WHOLE = [ROADS, ...[units(), TOWNSHIPS, stations(), BOUNDARY].map(part)];
/** 周村's station is none: an error of one row. */
const BAD_UNITS = units([...UNIT_ROWS, unitRow('340121100203', '周村', '无此派出所', at(3500, 2400))]);
const COMMIT = { name: '示例县', rows: 'all', conditions: ['base'] };
const NOBODY = '00000000-0000-4000-8000-000000000000';

function part(file: IntakeFile): FormPart {
  if (!('bytes' in file)) throw new Error(`${file.name} has no bytes.`);
  return file;
}

/** Deliveries of files, from the form to the version. */
export function describeIntakes(api: ApiUnderTest): void {
  describe('a delivery of files', () => {
    const usualTemporary = process.env['TMPDIR'];
    let temporary = '';
    beforeAll(async () => {
      temporary = await mkdtemp(join(tmpdir(), 'hubshed-intakes-'));
      process.env['TMPDIR'] = temporary;
    });
    afterAll(async () => {
      if (usualTemporary === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usualTemporary;
      await rm(temporary, { recursive: true, force: true });
    });

    /** Where roads lie of deliveries that are under way. */
    const foldersLeft = async (): Promise<string[]> =>
      (await readdir(temporary)).filter((name) => name.startsWith('hubshed-delivery-'));

    const view = (path: string): Promise<IntakeViewBody> => api().json<IntakeViewBody>(path);

    /** Polls as a page does. */
    const until = async (path: string, state: string): Promise<IntakeViewBody> => {
      for (;;) {
        const seen = await view(path);
        if (seen.state === state) return seen;
        if (seen.state !== 'checking' && seen.state !== 'committing') throw new Error(JSON.stringify(seen));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };

    const begin = async (code: string, parts: readonly FormPart[]): Promise<string> => {
      const { status, text, headers } = await deliver(api, code, parts);
      expect({ status, text: status === 202 ? '' : text }).toEqual({ status: 202, text: '' });
      const { id, state } = JSON.parse(text) as { id: string; state: string };
      expect(state).toBe('checking');
      expect(headers['location']).toBe(`/api/counties/${code}/intakes/${id}`);
      return `/api/counties/${code}/intakes/${id}`;
    };

    const send = async (method: 'PUT' | 'DELETE', url: string, payload?: object): Promise<Reply> => {
      const answer = await api().app.inject({
        ...{ method, url, headers: { host: 'localhost' } },
        ...(payload ? { payload } : {}),
      });
      const { statusCode: status, headers, rawPayload: bytes, payload: text } = answer;
      if (text !== '') {
        const mediaType = String(headers['content-type']).split(';')[0] ?? '';
        const [path = ''] = url.split('?');
        expect(api().schemas.problems(method.toLowerCase(), path, status, mediaType, JSON.parse(text))).toEqual([]);
        api().asked.add(`${method.toLowerCase()} ${api().schemas.pathOf(method.toLowerCase(), path)}`);
      }
      return { status, headers, bytes, text };
    };

    const commit = async (path: string, changes: object = {}): Promise<Reply> =>
      api().ask(`${path}/commit`, { body: { ...COMMIT, ...changes } });

    it('is looked over, enters nothing, and becomes the first version of a county when it is committed', async () => {
      const code = newCountyCode();
      const path = await begin(code, WHOLE);
      const checked = await until(path, 'checked');
      expect(checked.files.map(({ name, roles }) => `${name} ${roles.join()}`)).toEqual([
        ...['道路.osm.pbf roads', '村（社区）.csv tables', '乡镇界.geojson townships'],
        ...['派出所.csv tables', '县界.geojson boundary'],
      ]);
      expect(checked).toMatchObject({ counts: { error: 0 }, commit: { all: true, good: true }, version: null });
      expect(checked.files[1]?.tables).toEqual([{ sheet: null, kind: 'units', rowCount: 3, badRows: 0 }]);
      expect(await listVersions(api().db, code)).toEqual([]);

      expect((await commit(path, { note: '首次' })).status).toBe(202);
      const committed = await until(path, 'committed');
      expect(committed.version).toMatchObject({ number: 1, isCurrent: true, note: '首次' });
      const [version] = await listVersions(api().db, code);
      expect((await readRecords(api().db, version?.id ?? 0)).units).toHaveLength(3);
      const { counts } = await api().json<{ counts: object }>(`/api/counties/${code}`);
      expect(counts).toEqual({ townships: 2, stations: 2, settlements: 3 });
      expect((await commit(path)).status).toBe(409);
      expect((await send('PUT', `${path}/choices`, {})).status).toBe(409);
      expect(await foldersLeft()).toHaveLength(1);
      expect((await send('DELETE', path)).status).toBe(204);
      expect((await api().ask(path)).status).toBe(404);
      expect(await foldersLeft()).toEqual([]);
    });

    it('names file, row, column and reason of an error, in the language asked for, page by page', async () => {
      const path = await begin(newCountyCode(), [
        ...WHOLE.filter((one) => !('name' in one && /^村/.test(one.name))),
        part(BAD_UNITS),
      ]);
      const zh = await until(path, 'checked');
      expect(zh.counts).toMatchObject({ error: 1 });
      expect(zh.commit).toEqual({ all: false, good: true });
      expect(zh.findings.items[0]).toMatchObject({
        ...{ level: 'error', rule: 'station-unknown', file: '村（社区）.csv', row: 5, column: '所属派出所' },
        text: '村（社区）.csv第 5 行“所属派出所”列：没有这个派出所（按机构代码或名称查找）',
      });
      const en = await view(`${path}?lang=en&level=error&file=4&limit=1`);
      expect(en.findings).toMatchObject({ total: 1, items: [{ reason: 'no station has this code or name' }] });
      expect((await view(`${path}?level=error&file=0`)).findings.total).toBe(0);
      expect((await view(`${path}?offset=1`)).findings.items).toHaveLength(zh.findings.total - 1);

      const refused = await commit(path);
      expect({ status: refused.status, ...JSON.parse(refused.text) }).toMatchObject({
        status: 422,
        code: 'input-invalid',
        problems: [{ file: '村（社区）.csv', row: 5, column: '所属派出所', rule: 'station-unknown' }],
      });
      expect((await commit(path, { rows: 'good' })).status).toBe(202);
      expect((await until(path, 'committed')).version?.number).toBe(1);
    });

    it('comes back as the user’s own file, its bad cells coloured and the reasons beside them', async () => {
      const path = await begin(newCountyCode(), [...WHOLE.slice(2), part(BAD_UNITS)]);
      await until(path, 'checked');
      const receipt = await api().ask(`${path}/receipts/3?lang=zh`);
      expect(receipt.status).toBe(200);
      expect(receipt.headers['content-disposition']).toBe(
        `attachment; filename="____-_____.csv.xlsx"; filename*=UTF-8''${encodeURIComponent('校验回执-村（社区）.csv.xlsx')}`,
      );
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(receipt.bytes as unknown as ArrayBuffer);
      const [, sheet] = workbook.worksheets;
      const cell = sheet?.getRow(5).getCell(4);
      expect(cell?.text).toBe('无此派出所');
      expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
      expect(JSON.stringify(cell?.note)).toContain('没有这个派出所');
      expect((await api().ask(`${path}/receipts/9`)).status).toBe(404);
    });

    it('is checked again when the user says what a file or a column is, and the county remembers the column', async () => {
      const code = newCountyCode();
      const header = UNIT_HEADER.map((name) => (name === '所属派出所' ? '归口单位' : name));
      const odd = csvFile('村（社区）.csv', [
        header,
        ...UNIT_ROWS.map((row) => row.map((cell) => (cell === 'CGCS2000' ? '' : cell))),
      ]);
      const parts = [ROADS, ...[BOUNDARY, TOWNSHIPS, stations(), odd].map(part)];
      const path = await begin(code, parts);
      const asked = await until(path, 'checked');
      const [column] = asked.unknownColumns;
      expect(column).toMatchObject({ header: '归口单位', kind: 'units', file: '村（社区）.csv' });
      expect(asked.commit.all).toBe(false);

      const choices = {
        referenceSystems: { '村（社区）.csv': 'CGCS2000' },
        columns: { units: { [column?.key ?? '']: 'stationId' } },
      };
      expect((await send('PUT', `${path}/choices`, choices)).status).toBe(202);
      const again = await until(path, 'checked');
      expect(again).toMatchObject({ unknownColumns: [], choices, commit: { all: true } });
      expect(await listRememberedColumns(api().db, code)).toEqual({});
      await commit(path);
      await until(path, 'committed');
      expect(await listRememberedColumns(api().db, code)).toEqual({ units: { [column?.key ?? '']: 'stationId' } });

      const { referenceSystems } = choices;
      const later = await begin(code, [
        ...parts.slice(1),
        { field: 'choices', text: JSON.stringify({ referenceSystems }) },
      ]);
      expect(await until(later, 'checked')).toMatchObject({ unknownColumns: [], commit: { all: true } });
    });

    it('is refused where the county has another version by then', async () => {
      const code = newCountyCode();
      const path = await begin(code, WHOLE);
      await until(path, 'checked');
      await importCounty(api().db, smallCounty({ code }));
      expect((await commit(path)).status).toBe(202);
      const { failure } = await until(path, 'checked').then(async (seen) => (seen.failure ? seen : view(path)));
      expect(failure).toMatchObject({ status: 409, code: 'intake-base-moved' });
      expect(await listVersions(api().db, code)).toHaveLength(1);
      await send('PUT', `${path}/choices`, {});
      await until(path, 'checked');
      await commit(path);
      expect((await until(path, 'committed')).version?.number).toBe(2);
    });

    it('may bring a table alone, the rest and the roads being the county’s already', async () => {
      const code = newCountyCode();
      await importCounty(api().db, smallCounty({ code }));
      const path = await begin(code, [
        part(
          csvFile('道路里程.csv', [
            ['等级', '公里数'],
            ['国道', 24.1],
          ]),
        ),
      ]);
      await until(path, 'checked');
      expect((await commit(path)).text).toContain('intake-without-roads');
      const { status } = await commit(path, { conditions: undefined });
      expect(status).toBe(202);
      await until(path, 'committed');
      const [version] = await listVersions(api().db, code);
      expect((await readRecords(api().db, version?.id ?? 0)).roadLengths).toEqual([
        { rank: 'national', kilometres: 24.1 },
      ]);
    });

    it('shows where rows are claimed to be, but never video devices', async () => {
      const devices = csvFile('视频设备.csv', [
        ['设备编号', '经度', '纬度', '坐标系', '可视距离', '方位角', '视场角', '在线'],
        ['D1', ...at(2000, 2500), 'WGS84', 80, 0, 90, '是'],
      ]);
      const path = await begin(newCountyCode(), [...WHOLE.slice(1), part(devices)]);
      const { coordinates } = await until(path, 'checked');
      expect(coordinates.map(({ file }) => file)).toContain('派出所.csv');
      const { text } = await api().ask(`${path}/preview.geojson?file=2`);
      const { features } = JSON.parse(text) as FeatureCollection<Point>;
      expect(features.map(({ geometry }) => geometry.coordinates)).toEqual(STATION_ROWS.map((row) => [row[5], row[6]]));
      const all = JSON.parse((await api().ask(`${path}/preview.geojson`)).text) as FeatureCollection;
      expect(all.features.some(({ properties }) => properties?.['file'] === '视频设备.csv')).toBe(false);
      expect((await api().ask(`${path}/preview.geojson?file=60`)).status).toBe(404);
    });

    it('is found by its own county alone, and by nobody who guesses', async () => {
      const path = await begin(newCountyCode(), WHOLE);
      const [, , , , , id] = path.split('/');
      expect((await api().ask(`/api/counties/${newCountyCode()}/intakes/${id}`)).status).toBe(404);
      const nowhere = path.replace(id ?? '', NOBODY);
      for (const tail of ['', '/receipts/0', '/preview.geojson']) {
        expect((await api().ask(`${nowhere}${tail}`)).status).toBe(404);
      }
      expect((await commit(nowhere)).status).toBe(404);
      expect((await send('PUT', `${nowhere}/choices`, {})).status).toBe(404);
      expect((await send('DELETE', nowhere)).status).toBe(404);
      expect((await send('DELETE', path)).status).toBe(204);
    });

    it('has every problem of its form told at once', async () => {
      const before = await foldersLeft();
      const twice = part(stations());
      const { status, text } = await deliver(api, newCountyCode(), [
        ...[ROADS, twice, twice, { ...ROADS, name: 'a\u202Ebfp.pbf' }, { ...ROADS, field: 'photo' }],
        { field: 'colour', text: 'red' },
      ]);
      expect(status).toBe(400);
      const { problems } = JSON.parse(text) as { problems: { column: string; rule: string }[] };
      expect(problems.map(({ column, rule }) => `${column} ${rule}`)).toEqual([
        'form/files file-name-twice',
        'form/files file-name-unusable',
        'form/photo field-unknown',
        'form/colour field-unknown',
      ]);
      expect((await deliver(api, newCountyCode(), [])).text).toContain('form/files');
      expect(await foldersLeft()).toEqual(before);
    });

    it.each([
      ['{', 'json-malformed'],
      ['{"__proto__":{}}', 'json-malformed'],
      ['{"colour":1}', 'additionalProperties'],
      ['{"trusted":["别的.csv"]}', 'file-unknown'],
      ['{"referenceSystems":{"派出所.csv":"北京54"}}', 'crs-unknown'],
      ['{"columns":{"units":{"甲":"乙"}}}', 'field-unknown'],
      ['{"columns":{"cars":{"甲":"乙"}}}', 'additionalProperties'],
      ['{"kinds":{"派出所.csv":{"":"cars"}}}', 'enum'],
      ['{"matches":{"1":null}}', 'code-malformed'],
    ])('is refused with choices such as %s', async (text, rule) => {
      const refused = await deliver(api, newCountyCode(), [part(stations()), { field: 'choices', text }]);
      expect(refused.status).toBe(400);
      expect((JSON.parse(refused.text) as { problems: { rule: string }[] }).problems.map((one) => one.rule)).toContain(
        rule,
      );
    });

    it('has room for eight at once', async () => {
      const code = newCountyCode();
      const paths: string[] = [];
      let last: Reply | undefined;
      for (let i = 0; i < 20 && last?.status !== 429; i++) {
        last = await deliver(api, code, [part(stations())]);
        if (last.status === 202) paths.push(`/api/counties/${code}/intakes/${JSON.parse(last.text).id as string}`);
      }
      expect(last?.status).toBe(429);
      expect(paths.length).toBeLessThanOrEqual(8);
      await Promise.all(paths.map((path) => send('DELETE', path)));
      expect(await begin(code, [part(stations())])).toMatch(/intakes/);
    });
  });
}
