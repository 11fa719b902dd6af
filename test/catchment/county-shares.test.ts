import { describe, expect, it } from 'vitest';
import { sharesOfCounty } from '../../geodata/catchment/county-shares.ts';
import { Engine } from '../../geodata/engine/engine.ts';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { cellAt } from '../../geodata/hexgrid/cells.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';

const BOUNDARY: MultiPolygonRings = [
  [
    [
      [117, 32],
      [117.1, 32],
      [117.1, 32.1],
      [117, 32.1],
      [117, 32],
    ],
  ],
];
const INSIDE: LonLat = [117.05, 32.05];
const OUTSIDE: LonLat = [117.3, 32.3];

function countyOf(boundary: MultiPolygonRings | undefined) {
  const settlements = [INSIDE, OUTSIDE].map((coord, i) => ({
    ...{ id: `v${i}`, name: `village ${i}`, kind: 'natural' as const, coord },
    ...{ households: 40 + i, population: 120 },
  }));
  return { stations: [], settlements, boundary };
}

describe('sharesOfCounty', () => {
  it('covers the county’s ground, and the cells that its settlements stand in', () => {
    const { cells, households, outsideArea } = sharesOfCounty(countyOf(BOUNDARY), 8);
    const outside = cellAt(OUTSIDE, 8);
    expect(cells).toEqual([...cellsOfArea(BOUNDARY, 8), outside].sort());
    expect(households[cells.indexOf(cellAt(INSIDE, 8))]).toBe(40);
    expect(outsideArea.reduce((sum, flag) => sum + flag, 0)).toBe(1);
    expect(outsideArea[cells.indexOf(outside)]).toBe(1);
  });

  it('has only the cells of settlements where there is no boundary', () => {
    const { cells } = sharesOfCounty(countyOf(undefined), 9);
    expect(cells).toEqual([cellAt(INSIDE, 9), cellAt(OUTSIDE, 9)].sort());
  });

  it('is asked of an engine that has a county open', () => {
    expect(() => new Engine().call('shares', { resolution: 8 })).toThrow('No county is open.');
  });
});
