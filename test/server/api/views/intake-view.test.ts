import { describe, expect, it } from 'vitest';
import type { Investigation } from '../../../../geodata/georeference/investigation.ts';
import { parseReferenceSystem } from '../../../../geodata/georeference/parse-reference-system.ts';
import { claimedReading, type Reading } from '../../../../geodata/georeference/readings.ts';
import {
  BD09,
  CGCS2000,
  GCJ02,
  gaussKrueger,
  type ReferenceSystem,
  WGS84,
} from '../../../../geodata/georeference/reference-system.ts';
import { evidenceView } from '../../../../server/api/views/intake-view.ts';

const FIGURES = { rows: 9, located: 9, support: 0, certainty: 0 };

function viewOf(better: Reading | undefined) {
  const reading = (of: Reading) => ({ ...FIGURES, reading: of }) as unknown as Investigation['claimed'];
  const investigation: Investigation = {
    ...{ verdict: 'contradicted', mixtureTested: false, rows: [], candidates: [], missing: [], preview: [] },
    claimed: reading(claimedReading(CGCS2000)),
    ...(better ? { better: reading(better) } : {}),
  };
  return evidenceView(
    {
      ...{ file: '村.csv', kind: 'units', claimed: CGCS2000, trusted: false, rows: 9, points: 9, known: 0 },
      ...{ investigation, preview: [] },
    },
    'zh',
  );
}

describe('evidence on coordinates as it is served', () => {
  it.each<[string, ReferenceSystem]>([
    ['GCJ-02', GCJ02],
    ['BD-09', BD09],
    ['EPSG:4326', WGS84],
    ['EPSG:4527', gaussKrueger(3, 117, true)!],
  ])('names a better reading that is plainly %s by a code that can be chosen', (code, system) => {
    const served = viewOf(claimedReading(system)).better?.system;
    expect(served).toBe(code);
    expect(parseReferenceSystem(served!)).toEqual(system);
  });

  it.each<[string, Partial<Reading>]>([
    ['columns are swapped', { swapped: true }],
    ['degrees are typed as DD.MMSS', { sexagesimal: true }],
    ['shift was made twice', { doubled: 'shifted-twice' }],
    ['shift was undone once too often', { doubled: 'over-corrected' }],
  ])('names no system where %s, since no choice of a system mends that', (_, more) => {
    const { better } = viewOf({ ...claimedReading(WGS84), ...more });
    expect(better).toMatchObject({ system: null });
  });

  it('suggests nothing where nothing reads better, and names what is claimed', () => {
    expect(viewOf(undefined)).toMatchObject({ better: null, system: 'EPSG:4490', claimed: { system: 'EPSG:4490' } });
  });
});
