import { describe, expect, it } from 'vitest';
import {
  AREA_LEVELS,
  areaOutline,
  areasByOwner,
  type VillageAreas,
  villageAreas,
} from '../../geodata/catchment/village-areas.ts';
import { cellLattice, partsOfGround } from '../../geodata/catchment/villages/cell-lattice.ts';
import { joinCutOffGround } from '../../geodata/catchment/villages/cut-off-ground.ts';
import { enclavesOf } from '../../geodata/catchment/villages/enclaves.ts';
import { cellAt, cellCentre, cellNeighbours } from '../../geodata/hexgrid/cells.ts';
import { areaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import { mulberry32 } from '../oracles/random.ts';
import { randomVillageCounty, villageInput } from './village-counties.ts';
import { inArea } from './village-points.ts';

/** Numbers of parts by owner, by a flood fill of its own over ids. */
function floodCounts(cells: readonly string[], owner: ArrayLike<number>): Map<number, number> {
  const ownerOfId = new Map(cells.map((cell, index) => [cell, owner[index]!]));
  const counts = new Map<number, number>();
  const left = new Set(cells);
  for (const cell of cells) {
    if (!left.delete(cell)) continue;
    const mine = ownerOfId.get(cell)!;
    counts.set(mine, (counts.get(mine) ?? 0) + 1);
    const stack = [cell];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      for (const beside of cellNeighbours(next))
        if (ownerOfId.get(beside) === mine && left.delete(beside)) stack.push(beside);
    }
  }
  return counts;
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

function enclaveCount({ enclaves }: VillageAreas, level: string): number {
  return enclaves.filter((enclave) => enclave.level === level).length;
}

describe('villageAreas on random maps', () => {
  const random = mulberry32(77);
  const counties = Promise.all(Array.from({ length: 40 }, () => randomVillageCounty(random)));

  it('gives each cell one owner at each level, whole villages to stations and whole stations to groups', async () => {
    for (const county of await counties) {
      const areas = villageAreas(villageInput(county));
      const { owner, villages, cells } = areas;
      cells.forEach((_, cell) => {
        const village = villages[owner.village[cell]!]!;
        expect(village.settlements).toContain(owner.settlement[cell]);
        expect(owner.station[cell]).toBe(village.station);
        expect(owner.group[cell]).toBe(county.centreOfStation?.[village.station]);
      });
      expect(villages.flatMap(({ settlements }) => settlements).sort((a, b) => a - b)).toEqual(
        county.settlements.map((_, index) => index),
      );
    }
  });

  it('adds up to the same whole square metres at each level, and to the boundary`s area where one is given', async () => {
    for (const county of await counties) {
      const areas = villageAreas(villageInput(county));
      const total = sum(areas.cellSquareMetres);
      for (const level of AREA_LEVELS) expect(sum(areasByOwner(areas, level).values())).toBe(total);
      expect(Math.abs(total - areaSquareMetres(county.boundary))).toBeLessThan(areas.cells.length);
    }
  });

  it('makes the ground of every settlement hang together, and lists every other break', async () => {
    let villageBreaks = 0;
    for (const county of await counties) {
      const areas = villageAreas(villageInput(county));
      expect([...floodCounts(areas.cells, areas.owner.settlement).values()].every((parts) => parts === 1)).toBe(true);
      for (const level of AREA_LEVELS) {
        const breaks = sum(floodCounts(areas.cells, areas.owner[level]).values()) - new Set(areas.owner[level]).size;
        expect(enclaveCount(areas, level)).toBe(breaks);
      }
      villageBreaks += enclaveCount(areas, 'village');
      expect(villageAreas(villageInput(county))).toEqual(areas);
    }
    expect(villageBreaks).toBeGreaterThan(5);
  });

  it('draws outlines that hold the middles of their own cells alone and have their cells` area', async () => {
    for (const county of (await counties).slice(0, 10)) {
      const areas = villageAreas({ ...villageInput(county), boundary: undefined });
      for (const [station, squareMetres] of areasByOwner(areas, 'station')) {
        const outline = areaOutline(areas, 'station', station);
        areas.cells.forEach((cell, index) => {
          expect(inArea(cellCentre(cell), outline)).toBe(areas.owner.station[index] === station);
        });
        expect(Math.abs(areaSquareMetres(outline) - squareMetres)).toBeLessThan(areas.cells.length);
      }
    }
  });
});

describe('joinCutOffGround', () => {
  const middle = cellAt([117, 32], 9);
  const ring = cellNeighbours(middle);
  const disk = [
    middle,
    ...ring,
    ...new Set(ring.flatMap(cellNeighbours).filter((cell) => cell !== middle && !ring.includes(cell))),
  ];
  const lattice = cellLattice(disk);

  it('gives a part to the neighbour with the longest border, whole', () => {
    const owner = Uint32Array.from(disk, (_, index) => (index === 0 ? 1 : index < 7 ? 0 : index === 7 ? 1 : 2));
    const joined = joinCutOffGround(lattice, owner, (index) => (index === 1 ? 7 : undefined));
    expect(joined).toEqual([0]);
    expect(owner[0]).toBe(0);
  });

  it('leaves no part apart and never moves a seat on random ground', () => {
    const random = mulberry32(5);
    for (let round = 0; round < 200; round++) {
      const owner = Uint32Array.from(disk, () => Math.floor(random() * 4));
      const seats = [0, 1, 2, 3].map((index) => owner.indexOf(index));
      joinCutOffGround(lattice, owner, (index) => seats[index]);
      expect(partsOfGround(lattice, owner)).toHaveLength(new Set(owner).size);
      seats.forEach((seat, index) => {
        if (seat !== -1) expect(owner[seat]).toBe(index);
      });
    }
  });

  it('leaves an island of ground with its owner, which is then listed as apart', () => {
    const island = cellAt([117.1, 32], 9);
    const apart = cellLattice([middle, ...ring, island]);
    const owner = Uint32Array.from(apart.cells, () => 3);
    expect(joinCutOffGround(apart, owner, () => 0)).toEqual([]);
    expect(enclavesOf(apart, owner, () => 0)).toEqual([
      { owner: 3, cells: [7], reason: 'ground-apart', neighbours: [] },
    ]);
  });

  it('tells an enclave within one neighbour from one between several', () => {
    const within = Uint32Array.from(disk, (_, index) => (index === 0 ? 1 : index < 7 ? 0 : index === 7 ? 1 : 2));
    expect(enclavesOf(lattice, within, (index) => (index === 1 ? 7 : undefined))).toEqual([
      { owner: 1, cells: [0], reason: 'within-one', neighbours: [0] },
    ]);
    const between = Uint32Array.from(disk, (_, index) => (index === 0 ? 1 : index < 4 ? 0 : index === 7 ? 1 : 2));
    expect(
      enclavesOf(lattice, between, (index) => (index === 1 ? 7 : undefined)).filter(({ owner }) => owner === 1),
    ).toEqual([{ owner: 1, cells: [0], reason: 'between-several', neighbours: [0, 2] }]);
  });

  it('refuses a cell named twice', () => {
    expect(() => cellLattice([middle, middle])).toThrow('2 cells are only 1 different ones.');
  });
});
