import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../geodata/hexgrid/apportion.ts';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { cellAt, cellBoundary, cellCentre, cellNeighbours } from '../../geodata/hexgrid/cells.ts';
import { clipAreaToCell } from '../../geodata/hexgrid/clip.ts';
import { matchFootprints } from '../../geodata/hexgrid/footprints.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { type CellShares, type SharedSettlement, shareOut } from '../../geodata/hexgrid/share-out.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { holeOf, rectangle, star } from './shapes.ts';

const HOME = cellAt([117.16, 32.48], 8);
const CENTRE = cellCentre(HOME);

function sum(values: Iterable<number | undefined>): number {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return total;
}

function valueAt(
  shares: CellShares,
  column: 'households' | 'population' | 'outsideArea',
  cell: string,
): number | undefined {
  return shares[column][shares.cells.indexOf(cell)];
}

function randomSettlement(random: () => number): SharedSettlement {
  const coord: LonLat = [117 + 0.3 * random(), 32.3 + 0.3 * random()];
  const ring = star(random, coord, 0.0005 + 0.02 * random());
  return {
    coord,
    households: random() < 0.2 ? undefined : Math.floor(900 * random()),
    population: random() < 0.2 ? undefined : Math.floor(3000 * random()),
    footprint: random() < 0.4 ? undefined : [random() < 0.5 ? [ring] : [ring, holeOf(ring, coord)]],
  };
}

describe('shareOut', () => {
  it('gives a settlement without a footprint whole to the cell it stands in, and keeps empty cells', () => {
    const [other] = cellNeighbours(HOME) as [string];
    const shares = shareOut([{ coord: CENTRE, households: 120, population: 400 }], 8, [other, HOME]);
    expect(shares.cells).toEqual([HOME, other].sort());
    expect(valueAt(shares, 'households', HOME)).toBe(120);
    expect(valueAt(shares, 'population', HOME)).toBe(400);
    expect(valueAt(shares, 'households', other)).toBe(0);
    expect([...shares.outsideArea]).toEqual([0, 0]);
  });

  it('gives a footprint of no area, or of no polygon, whole to the cell its settlement stands in', () => {
    const line: LonLat[] = [CENTRE, [CENTRE[0] + 0.05, CENTRE[1]], CENTRE];
    for (const footprint of [[], [[line]]]) {
      const shares = shareOut([{ coord: CENTRE, households: 7, footprint }], 8, []);
      expect(shares.cells).toEqual([HOME]);
      expect([...shares.households]).toEqual([7]);
    }
  });

  it('shares a footprint by its exact area in each cell', () => {
    const [lon, lat] = CENTRE;
    const footprint = [[rectangle(lon, lat - 0.001, lon + 0.02, lat + 0.001)]];
    const cells = cellsOfArea(footprint, 8);
    const shares = shareOut([{ coord: CENTRE, households: 1000, footprint }], 8, cells);
    const squareCentimetres = cells.map((cell) => Math.round(1e4 * clipAreaToCell(footprint, cell)));
    expect(cells.length).toBeGreaterThan(2);
    expect([...shares.households]).toEqual(apportion(1000, squareCentimetres));
  });

  it('never drops people outside the area: it adds their cells and flags them', () => {
    const neighbours = cellNeighbours(HOME);
    const footprint = [[cellBoundary(HOME)], ...neighbours.map((cell) => [cellBoundary(cell)])];
    const shares = shareOut([{ coord: CENTRE, households: 70, footprint }], 8, [HOME]);
    expect(shares.cells).toEqual([HOME, ...neighbours].sort());
    expect([...shares.households]).toEqual([10, 10, 10, 10, 10, 10, 10]);
    for (const cell of shares.cells) expect(valueAt(shares, 'outsideArea', cell)).toBe(cell === HOME ? 0 : 1);
  });

  it('does not add a cell outside the area that a footprint touches but nobody lives in', () => {
    const [lon, lat] = CENTRE;
    const footprint = [[rectangle(lon - 0.0045, lat - 0.0001, lon + 0.0046, lat + 0.0001)]];
    const shares = shareOut([{ coord: CENTRE, households: 1, footprint }], 8, []);
    expect(cellsOfArea(footprint, 8).length).toBeGreaterThan(1);
    expect(shares.cells).toEqual([HOME]);
  });

  it('counts an unknown number where the settlement stands, and never takes it for zero', () => {
    const settlements = [
      { coord: CENTRE, population: 30 },
      { coord: CENTRE, households: 0, population: 5 },
      { coord: CENTRE },
    ];
    const shares = shareOut(settlements, 8, []);
    expect(shares.cells).toEqual([HOME]);
    expect(shares.unknownHouseholds).toBe(2);
    expect(shares.unknownPopulation).toBe(1);
    expect([...shares.unknownHouseholdsByCell]).toEqual([2]);
    expect([...shares.unknownPopulationByCell]).toEqual([1]);
    expect([...shares.population]).toEqual([35]);
  });

  it.each([7, 8, 9] as const)('keeps every sum exactly on random settlements at resolution %i', (resolution) => {
    const random = mulberry32(40 + resolution);
    const areaCells = cellsOfArea([[rectangle(117.05, 32.35, 117.25, 32.55)]], resolution);
    for (let round = 0; round < 4; round++) {
      const settlements = Array.from({ length: 25 }, () => randomSettlement(random));
      const shares = shareOut(settlements, resolution, areaCells);
      expect(sum(shares.households)).toBe(sum(settlements.map(({ households }) => households)));
      expect(sum(shares.population)).toBe(sum(settlements.map(({ population }) => population)));
      expect(shares.unknownHouseholds).toBe(settlements.filter(({ households }) => households === undefined).length);
      expect(shares.unknownPopulation).toBe(settlements.filter(({ population }) => population === undefined).length);
      expect(sum(shares.unknownHouseholdsByCell)).toBe(shares.unknownHouseholds);
      expect(sum(shares.unknownPopulationByCell)).toBe(shares.unknownPopulation);
      expect(shares.cells).toEqual([...new Set(shares.cells)].sort());
      expect(shares.cells.filter((_, index) => shares.outsideArea[index] === 0)).toEqual(areaCells);
    }
  });

  it('does not depend on the order of settlements or of area cells', () => {
    const random = mulberry32(50);
    const settlements = Array.from({ length: 20 }, () => randomSettlement(random));
    const areaCells = cellsOfArea([[rectangle(117.05, 32.35, 117.25, 32.55)]], 8);
    const shares = shareOut(settlements, 8, areaCells);
    expect(shareOut([...settlements].reverse(), 8, [...areaCells].reverse())).toEqual(shares);
  });

  it('adds up settlement by settlement: one more never moves the people of another', () => {
    const random = mulberry32(51);
    const first = randomSettlement(random);
    const second = { coord: CENTRE, households: 33, population: 100 };
    const alone = shareOut([first], 8, []);
    const together = shareOut([first, second], 8, []);
    for (const cell of alone.cells) {
      const extra = cell === HOME ? 33 : 0;
      expect(valueAt(together, 'households', cell)).toBe((valueAt(alone, 'households', cell) as number) + extra);
    }
  });

  it('refuses a number that is not whole or is negative, and a cell of another resolution', () => {
    expect(() => shareOut([{ coord: CENTRE, households: 2.5 }], 8, [])).toThrow('A total of 2.5 is not a whole number');
    expect(() => shareOut([{ coord: CENTRE, population: -1 }], 8, [])).toThrow('A total of -1 is not a whole number');
    expect(() => shareOut([], 8, [cellAt(CENTRE, 9)])).toThrow('is not of resolution 8.');
  });
});

const residential = realData('gushi/residential.geojson');

describe.skipIf(!residential)('shareOut over the residential areas of a real county', () => {
  it('keeps every sum exactly and gives every area to one settlement', () => {
    const { features } = JSON.parse(readFileSync(residential as string, 'utf8'));
    const footprints = features.map(
      (feature: { geometry: { coordinates: MultiPolygonRings } }) => feature.geometry.coordinates,
    );
    const random = mulberry32(60);
    const coords = footprints.map((area: MultiPolygonRings) => area[0]?.[0]?.[0] as LonLat);
    const matches = matchFootprints(coords, footprints, 500);
    const used = matches.filter((match) => match !== undefined);
    const settlements = coords.map((coord: LonLat, index: number): SharedSettlement => {
      const match = matches[index];
      return {
        coord,
        households: Math.floor(2000 * random()),
        footprint: match === undefined ? undefined : footprints[match],
      };
    });
    const shares = shareOut(settlements, 9, []);
    expect(footprints).toHaveLength(146);
    expect(new Set(used).size).toBe(used.length);
    expect(used.length).toBeGreaterThan(140);
    expect(sum(shares.households)).toBe(sum(settlements.map(({ households }: SharedSettlement) => households)));
    expect(shares.unknownPopulation).toBe(146);
  });
});
