import { describe, expect, it } from 'vitest';
import { straightMetres } from '../../geodata/catchment/catchments.ts';
import type { VillageAreasInput } from '../../geodata/catchment/village-areas.ts';
import {
  GIVEN_BY_ROAD,
  GIVEN_BY_SEAT,
  GIVEN_BY_STRAIGHT_LINE,
  settlementsOfCells,
} from '../../geodata/catchment/villages/cell-settlements.ts';
import { cellAt, cellCentre } from '../../geodata/hexgrid/cells.ts';
import { travelMatrix } from '../../geodata/travel/matrix.ts';
import { offRoadLeg } from '../../geodata/travel/off-road.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { settlement, station } from '../grouping/county-arrays.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { openScene } from '../scenes/scene.ts';
import { box, randomVillageCounty, villageInput } from './village-counties.ts';

function asked(input: VillageAreasInput) {
  const seats = input.settlements.map(({ coord }) => {
    const cell = input.cells.indexOf(cellAt(coord, input.resolution));
    return cell === -1 ? undefined : cell;
  });
  return settlementsOfCells({ ...input, settlementCoords: input.settlements.map(({ coord }) => coord) }, seats);
}

/** Every settlement against every cell, with whole trees. */
function bruteForce(input: VillageAreasInput): { settlement: number[]; given: number[] } {
  const { network, cells, settlements, settlementPlacements: from, cellPlacements: to } = input;
  const { ds, dm } = travelMatrix(network, from, to);
  const answers = cells.map((cell, index): [number, number] => {
    const keys = settlements.map(({ coord }, s): number[] => {
      const at = s * cells.length + index;
      const straight = straightMetres(coord, cellCentre(cell));
      if (cellAt(coord, input.resolution) === cell) return [GIVEN_BY_SEAT, straight, 0, s];
      const [a, b] = [offRoadLeg(network, from, s), offRoadLeg(network, to, index)];
      if (ds[at] === UNREACHED) return [GIVEN_BY_STRAIGHT_LINE, straight, 0, s];
      return [GIVEN_BY_ROAD, ds[at]! + a.ds + b.ds, dm[at]! + a.dm + b.dm, s];
    });
    const [best] = keys.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]! || a[3]! - b[3]!);
    return [best![3]!, best![0]!];
  });
  return { settlement: answers.map(([s]) => s), given: answers.map(([, given]) => given) };
}

describe('settlementsOfCells', () => {
  it('gives each cell of 60 random maps to the settlement that comparing all of them finds', async () => {
    const random = mulberry32(20_261);
    const ways = new Set<number>();
    for (let map = 0; map < 60; map++) {
      const input = villageInput(await randomVillageCounty(random));
      const found = asked(input);
      expect({ settlement: [...found.settlement], given: [...found.given] }, `map ${map}`).toEqual(bruteForce(input));
      for (const given of found.given) ways.add(given);
    }
    expect([...ways].sort()).toEqual([GIVEN_BY_SEAT, GIVEN_BY_ROAD, GIVEN_BY_STRAIGHT_LINE]);
  });

  it('looks as far as a settlement is: 30 km of road with a settlement at one end, and one on the other side of a gap', async () => {
    const scene = asciiScene('a------------------------------b   c-d', { cellMetres: 1000 });
    const { network, node, at } = await openScene(scene, metreADecisecond);
    const county = {
      network,
      stations: [station('p')],
      settlements: [settlement('far', { coord: node('a') }), settlement('near', { coord: node('d') })],
      ownStation: [{ station: 0 }, { station: 0 }],
      boundary: box(at(0, -300), at(37_000, 300)),
      resolution: 9,
    } as const;
    const input = villageInput(county);
    const found = asked(input);
    expect({ settlement: [...found.settlement], given: [...found.given] }).toEqual(bruteForce(input));
    const nearB = input.cells.indexOf(cellAt(node('b'), 9));
    expect([found.settlement[nearB], found.given[nearB]]).toEqual([0, GIVEN_BY_ROAD]);
  });

  it('takes the first of two settlements in one place, and refuses ground without a settlement', async () => {
    const { network, node, at } = await openScene(asciiScene('a---b'), metreADecisecond);
    const county = {
      network,
      stations: [station('p')],
      settlements: [settlement('x', { coord: node('a') }), settlement('y', { coord: node('a') })],
      ownStation: [{ station: 0 }, { station: 0 }],
      boundary: box(at(0, 0), at(400, 200)),
      resolution: 9,
    } as const;
    expect(new Set(asked(villageInput(county)).settlement)).toEqual(new Set([0]));
    const empty = villageInput({ ...county, settlements: [], ownStation: [] });
    expect(() => asked(empty)).toThrow(`There is no settlement for ${empty.cells.length} cells.`);
  });
});
