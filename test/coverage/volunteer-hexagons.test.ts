import { describe, expect, it } from 'vitest';
import { volunteerFigures } from '../../geodata/coverage/volunteer-figures.ts';
import { type VolunteerSettlement, volunteersByHexagon } from '../../geodata/coverage/volunteer-hexagons.ts';
import { cellAt } from '../../geodata/hexgrid/cells.ts';
import type { VillageUnit } from '../../geodata/records/county-records.ts';
import type { LonLat } from '../../geodata/units.ts';
import { rectangle } from '../hexgrid/shapes.ts';
import { mulberry32 } from '../oracles/random.ts';

const SEAT: LonLat = [117.16, 32.48];
const FAR: LonLat = [117.26, 32.48];

function unitOf(code: string, given: Partial<VillageUnit>): VillageUnit {
  return { code, name: code, kind: 'village', ...given };
}

/** Units with settlements around them; some give no posts, some no households, some stand nowhere. */
function randomCounty(random: () => number): { units: VillageUnit[]; settlements: VolunteerSettlement[] } {
  const near = (): LonLat => [117 + 0.2 * random(), 32.4 + 0.2 * random()];
  const settlements: VolunteerSettlement[] = [];
  const units = Array.from({ length: 25 }, (_, index) => {
    const code = `${index}`;
    for (let i = Math.floor(4 * random()); i > 0; i--) {
      const coord = near();
      const footprint =
        random() < 0.5 ? undefined : [[rectangle(coord[0], coord[1], coord[0] + 0.01, coord[1] + 0.01)]];
      settlements.push({
        coord,
        unitCode: code,
        footprint,
        ...(random() < 0.8 ? { households: Math.floor(200 * random()) } : {}),
      });
    }
    return unitOf(code, {
      ...(random() < 0.3 ? { urbanRuralCode: '111' } : {}),
      ...(random() < 0.8 ? { coord: near() } : {}),
      ...(random() < 0.9 ? { households: Math.floor(500 * random()) } : {}),
      ...(random() < 0.9 ? { volunteers: Math.floor(40 * random()) } : {}),
    });
  });
  return { units, settlements };
}

describe('volunteersByHexagon', () => {
  it('gives every unit away whole: its parts, its households and the posts of the cells add up', () => {
    const random = mulberry32(31);
    for (let round = 0; round < 20; round++) {
      const { units, settlements } = randomCounty(random);
      for (const resolution of [7, 8, 9] as const) {
        const { cells, shares, unplaced } = volunteersByHexagon(units, settlements, resolution);
        const placed = units.filter(({ code }) => !unplaced.includes(code));
        for (const { code, households } of placed) {
          const own = shares.filter(({ unitCode }) => unitCode === code);
          expect(own.reduce((sum, { part }) => sum + part, 0)).toBe(own[0]?.whole);
          expect(own.reduce((sum, share) => sum + share.households, 0)).toBe(households);
        }
        const posts = placed.reduce((sum, { volunteers }) => sum + (volunteers ?? 0), 0);
        expect(cells.reduce((sum, cell) => sum + cell.posts, 0)).toBeCloseTo(posts, 9);
        const households = placed.reduce((sum, unit) => sum + (unit.households ?? 0), 0);
        expect(cells.reduce((sum, cell) => sum + cell.households, 0)).toBe(households);
      }
    }
  });

  it('names the units it cannot place and leaves out nothing else', () => {
    const units = [
      unitOf('seat', { coord: SEAT, households: 40, volunteers: 3 }),
      unitOf('nowhere', { households: 40, volunteers: 3 }),
      unitOf('no posts', { coord: SEAT, households: 40 }),
      unitOf('no households', { coord: SEAT, volunteers: 4 }),
    ];
    const { cells, unplaced } = volunteersByHexagon(units, [], 8);
    expect(unplaced).toEqual(['nowhere', 'no posts', 'no households']);
    expect(cells).toMatchObject([{ cell: cellAt(SEAT, 8), posts: 3, households: 40, rawPer100Households: 7.5 }]);
  });

  it('shares posts by the households of settlements, and judges rural cells on the exact fractions', () => {
    const units = [
      unitOf('a', { households: 60, volunteers: 3 }),
      unitOf('b', { households: 20, volunteers: 0, coord: FAR }),
    ];
    const settlements = [
      { coord: SEAT, unitCode: 'a', households: 20 },
      { coord: FAR, unitCode: 'a', households: 40 },
    ];
    const { cells } = volunteersByHexagon(units, settlements, 8);
    const at = (place: LonLat) => cells.find(({ cell }) => cell === cellAt(place, 8));
    expect(at(SEAT)).toMatchObject({ posts: 1, households: 20, rural: { least: 1, most: 2, band: 'meets' } });
    expect(at(FAR)).toMatchObject({ posts: 2, households: 60, rural: { least: 3, most: 6, band: 'short' } });
  });

  it('keeps urban posts in the density and out of the rural need', () => {
    const unit = unitOf('a', { coord: SEAT, urbanRuralCode: '111', households: 300, volunteers: 9 });
    expect(volunteersByHexagon([unit], [], 8).cells).toMatchObject([{ posts: 9, rural: undefined }]);
  });
});

describe('volunteerFigures', () => {
  it('needs for a county the sum of what its units need, each rounded up', () => {
    const units = [9, 21, 45].map((households, index) => unitOf(`${index}`, { households, volunteers: 2 }));
    const { rural, unitsByBand } = volunteerFigures(units);
    expect(rural).toEqual({ unitCount: 3, present: 6, least: 6, shortfall: 1, surplus: 1 });
    expect(unitsByBand).toEqual({ short: 1, meets: 1, over: 1, unknown: 0, 'not-applicable': 0 });
  });

  it('adds buildings and posts apart and leaves unknown units out of both', () => {
    const units = [
      unitOf('town', { kind: 'community', buildings: 30, coveredBuildings: 24, volunteers: 40, households: 900 }),
      unitOf('quiet', { households: 60 }),
      unitOf('empty', { households: 0, volunteers: 1 }),
    ];
    const { urban, rural, units: figures, unitsByBand } = volunteerFigures(units);
    expect(urban).toEqual({ unitCount: 1, present: 24, least: 30, shortfall: 6, surplus: 0 });
    expect(rural.unitCount).toBe(0);
    expect(unitsByBand).toMatchObject({ short: 1, unknown: 1, 'not-applicable': 1 });
    expect(figures.map(({ rawPer100Households }) => rawPer100Households)).toEqual([4000 / 900, undefined, undefined]);
    expect(figures.map(({ householdsPerPost }) => householdsPerPost)).toEqual([22.5, undefined, undefined]);
  });
});
