import { describe, expect, it } from 'vitest';
import type { GeodataError } from '../../../../geodata/errors.ts';
import type { ImportProblem } from '../../../../server/db/county-tables.ts';
import { type CountyImport, importCounty } from '../../../../server/db/import-county.ts';
import { currentVersion } from '../../../../server/db/versions.ts';
import { at, rectangle, rowOfSettlements, SMALL_STATIONS, smallCounty } from './small-county.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const [S1, S2] = SMALL_STATIONS as readonly [(typeof SMALL_STATIONS)[0], (typeof SMALL_STATIONS)[0]];

/** What an import refuses, each problem at its file, row and column. */
export function describeChecks(store: StoreUnderTest): void {
  const problemsOf = async (changes: Partial<CountyImport>): Promise<string[]> => {
    const county = smallCounty(changes);
    const error = await importCounty(store(), county).then(
      () => undefined,
      (reason: GeodataError) => reason,
    );
    expect(error).toMatchObject({ code: 'input-invalid' });
    expect(await currentVersion(store(), county.code)).toBeUndefined();
    const problems = error?.data['problems'] as readonly ImportProblem[];
    return problems.map(({ file, row, column, rule }) => `${file} ${row} ${column} ${rule}`);
  };

  describe('an import is refused', () => {
    it('with every problem of all its tables at once', async () => {
      const settlements = rowOfSettlements(3);
      const problems = await problemsOf({
        code: '34012',
        name: '',
        stations: { file: 's.csv', items: [S1, { ...S2, id: 'S1', officers: -1 }] },
        settlements: {
          file: 'v.csv',
          items: [
            { ...settlements[0]!, stationId: 'S9' },
            { ...settlements[1]!, stationId: 'S1', name: '', coord: [200, Number.NaN] },
            { ...settlements[2]!, stationId: 'S1', households: 1.5, name: 'a\0b' },
          ],
          rows: [2, 3, 7],
        },
      });
      expect(problems).toEqual([
        'county 1 code county-code-malformed',
        'county 1 name name-missing',
        's.csv 2 id id-twice',
        's.csv 2 officers count-range',
        'v.csv 2 station station-unknown',
        'v.csv 3 name name-missing',
        'v.csv 3 geometry coordinate-range',
        'v.csv 7 name text-unusable',
        'v.csv 7 households count-range',
      ]);
    });

    it('where a station, a settlement or a township lies outside the county', async () => {
      const problems = await problemsOf({
        stations: { file: 's', items: [S1, S2, { ...S2, id: 'S3', coord: at(-1, 100) }] },
        settlements: {
          file: 'v',
          items: [...rowOfSettlements(600), { ...rowOfSettlements(1)[0]!, id: 'far', coord: [110, 30] }],
        },
        townships: { file: 't', items: [{ id: 'T', name: '外乡', polygons: rectangle(9000, 0, 12_000, 5000) }] },
      });
      expect(problems).toEqual([
        's 3 geometry outside-county',
        'v 601 geometry outside-county',
        't 1 geometry outside-county',
      ]);
    });

    it('but not where they lie on its border, to a decimetre', async () => {
      const [lon, lat] = at(0, 100);
      const items = [
        { ...S1, coord: [lon, lat] as const },
        { ...S2, coord: [lon - 5e-7, lat] as const },
      ];
      expect((await importCounty(store(), smallCounty({ stations: { file: 's', items } }))).number).toBe(1);
    });

    it('where townships overlap, but not by the width of a drawn line', async () => {
      const townships = (overlap: number) => ({
        file: 't',
        items: [
          { id: 'A', name: '甲', polygons: rectangle(0, 0, 5000, 5000) },
          { id: 'B', name: '乙', polygons: rectangle(5000 - overlap, 0, 10_000, 5000) },
        ],
      });
      expect(await problemsOf({ townships: townships(100) })).toEqual(['t 2 geometry townships-overlap']);
      expect((await importCounty(store(), smallCounty({ townships: townships(10) }))).number).toBe(1);
    });

    it('where a boundary crosses itself', async () => {
      const bow = [[[at(0, 0), at(10_000, 5000), at(10_000, 0), at(0, 5000), at(0, 0)]]];
      expect(await problemsOf({ boundary: { file: 'b', items: [bow] } })).toEqual(['b 1 geometry area-self-crossing']);
    });

    it('without naming more than 100 problems, and with the number of all', async () => {
      const items = rowOfSettlements(250).map((settlement) => ({ ...settlement, name: '' }));
      const refused = importCounty(store(), smallCounty({ settlements: { file: 'v', items } }));
      await expect(refused).rejects.toMatchObject({ data: { problemCount: 250 } });
      await expect(refused).rejects.toThrow('v: 250 problem(s), first at v row 1, column name: name-missing.');
      const listed = await refused.catch((error: GeodataError) => error.data['problems']);
      expect(listed).toHaveLength(100);
    });
  });
}
