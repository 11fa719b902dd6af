import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DEMO_SEED, generateDemoCounty } from '../../geodata/demo/county.ts';
import { areaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { isInside } from './inside.ts';

const county = generateDemoCounty();
const { settlements, stations, townships, boundary } = county;
const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

describe('the demonstration county', () => {
  it('is the same, to the byte, for the same seed', () => {
    // Unpacked, since what zlib makes of it may differ by its version. A deliberate change of the county changes this.
    const hash = createHash('sha256')
      .update(writeOsm(county.elements, (raw) => raw))
      .digest('hex');
    expect(hash).toBe('d20cc3d8b7dfc6cd45e588c0048ad43efcd424931e56a6f410833432152d1a84');
    expect(JSON.stringify(generateDemoCounty(DEFAULT_DEMO_SEED))).toBe(JSON.stringify(county));
  });

  it('is another one for another seed', () => {
    const other = generateDemoCounty(DEFAULT_DEMO_SEED + 1);
    expect(other.settlements.map(({ coord }) => coord.join())).not.toEqual(
      settlements.map(({ coord }) => coord.join()),
    );
    expect(Math.abs(other.settlements.length - settlements.length)).toBeLessThan(10);
  });

  it('covers about 800 square kilometres', () => {
    expect(areaSquareMetres([boundary]) / 1e6).toBeGreaterThan(780);
    expect(areaSquareMetres([boundary]) / 1e6).toBeLessThan(820);
  });

  it('is divided among its townships without a gap or an overlap', () => {
    const parts = sum(townships.map(({ polygons }) => areaSquareMetres(polygons)));
    expect(parts).toBeCloseTo(areaSquareMetres([boundary]), -1);
    for (const { coord } of settlements) {
      expect(townships.filter(({ polygons }) => isInside(polygons, coord))).toHaveLength(1);
    }
  });

  it('has two subdistricts, seven towns and one township, coded by their rank', () => {
    const ranks = townships.map(({ name, code }) => `${name.replace(/^.*(街道|镇|乡)$/, '$1')}${code.slice(6, 7)}`);
    expect(ranks.sort()).toEqual(
      ['乡2', ...new Array<string>(2).fill('街道0'), ...new Array<string>(7).fill('镇1')].sort(),
    );
    expect(new Set(townships.map(({ name }) => name)).size).toBe(10);
  });

  it('has about 400 villages and communities and 850 further natural villages', () => {
    const administrative = settlements.filter(({ kind }) => kind === 'administrative');
    expect(administrative.length).toBeGreaterThanOrEqual(380);
    expect(administrative.length).toBeLessThanOrEqual(420);
    expect(settlements.length - administrative.length).toBe(850);
  });

  it('has 148 thousand households with 410 thousand people in villages of very different size', () => {
    const households = sum(settlements.map((settlement) => settlement.households));
    const population = sum(settlements.map((settlement) => settlement.population));
    expect(Math.abs(households - 148_000)).toBeLessThan(500);
    expect(Math.abs(population - 410_000)).toBeLessThan(8_000);
    const rural = settlements
      .filter(({ households: count = 0 }) => count < 500)
      .map(({ households: count = 0 }) => count);
    const median = rural.sort((a, b) => a - b)[Math.floor(rural.length / 2)] as number;
    expect(sum(rural) / rural.length).toBeGreaterThan(1.15 * median);
  });

  it('has every settlement and station at a finite place in its own township', () => {
    const polygonsOf = new Map(townships.map(({ name, polygons }) => [name, polygons]));
    for (const { name, coord, township } of [...settlements, ...stations]) {
      expect(coord.every(Number.isFinite), name).toBe(true);
      expect(isInside([boundary], coord), `${name} in the county`).toBe(true);
      expect(isInside(polygonsOf.get(township ?? '') ?? [], coord), `${name} in ${township}`).toBe(true);
    }
  });

  it('names a village once in a township', () => {
    const names = settlements.map(({ township, name }) => `${township} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives every place an id of its own', () => {
    const ids = [...settlements, ...stations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has ten stations, three of them urban, with some 130 officers and an auxiliary for every village', () => {
    expect(stations).toHaveLength(10);
    expect(stations.filter(({ kind }) => kind === 'urban')).toHaveLength(3);
    const officers = sum(stations.map((station) => station.officers));
    expect(officers).toBeGreaterThan(110);
    expect(officers).toBeLessThan(150);
    const auxiliaries = sum(stations.map((station) => station.auxiliaries));
    expect(auxiliaries).toBeGreaterThan(450);
    expect(auxiliaries).toBeLessThan(570);
    for (const { officers: count = 0, kind } of stations)
      expect(count).toBeGreaterThanOrEqual(kind === 'urban' ? 12 : 6);
  });
});
