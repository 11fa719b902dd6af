import { beforeAll, describe, expect, it } from 'vitest';
import { STATUS_FAIL, STATUS_MARGINAL, STATUS_PASS, straightMetres } from '../../geodata/catchment/catchments.ts';
import { NO_STATION } from '../../geodata/catchment/nearest-stations.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { DEFAULT_RULE, type ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';
import { type CatchmentCase, catchmentsOf, everyReading, nearestByMatrix, statusByPair } from './catchment-cases.ts';
import { CHANGFENG, openChangfeng } from './changfeng.ts';

const SCENES = 40;

/** A random map with places on and off its roads and limits that pass some of them, all of it from the seed. */
async function randomCase(seed: number): Promise<CatchmentCase> {
  const random = mulberry32(seed);
  const scene = await openScene(randomScene(random));
  const strewn = (count: number) =>
    Array.from({ length: count }, () => scene.at(random() * 1_700 - 350, random() * 1_300 - 350));
  return {
    network: scene.network,
    stations: strewn(5),
    settlements: strewn(12),
    cellCentres: strewn(9),
    rule: { ...DEFAULT_RULE, limitDm: 4_000 + random() * 14_000, limitDs: Math.round(800 + random() * 2_500) },
    nearest: 1 + (seed % 4),
    ...(seed % 3 === 0 ? { snap: { limitMetres: 150 } } : {}),
  };
}

async function randomCases(): Promise<CatchmentCase[]> {
  return Promise.all(Array.from({ length: SCENES }, (_, seed) => randomCase(seed + 1)));
}

describe('catchments on random maps', () => {
  let cases: CatchmentCase[];
  beforeAll(async () => {
    cases = await randomCases();
  });

  it('have, under every reading of the limits, the status that each pair has by itself', () => {
    const seen = new Set<string>();
    cases.forEach((given, i) => {
      for (const rule of everyReading(Math.round(given.rule.limitDm), given.rule.limitDs)) {
        const { status } = catchmentsOf({ ...given, rule });
        expect(Array.from(status), `map ${i}, ${JSON.stringify(rule)}`).toEqual(
          Array.from(statusByPair({ ...given, rule })),
        );
        for (const code of status) seen.add(`${rule.combine} ${rule.metric} ${code}`);
      }
    });
    expect(seen.size, 'every status under every reading').toBe(8 * 3);
  });

  it('list, for settlements and cells, the stations that the sorted matrix with its off-road legs begins with', () => {
    cases.forEach((given, i) => {
      for (const rule of everyReading(Math.round(given.rule.limitDm), given.rule.limitDs)) {
        const found = catchmentsOf({ ...given, rule });
        const where = `map ${i}, ${JSON.stringify(rule)}`;
        expect(found.settlements, where).toEqual(nearestByMatrix({ ...given, rule }, 'settlements'));
        expect(found.cells, where).toEqual(nearestByMatrix({ ...given, rule }, 'cellCentres'));
      }
    });
  });

  it('never worsen a time by one more station, and keep the rows of the others', () => {
    for (const given of cases) {
      const all = catchmentsOf(given);
      const fewer = catchmentsOf({ ...given, stations: given.stations.slice(0, -1) });
      expect(all.status.slice(0, fewer.status.length)).toEqual(fewer.status);
      for (const targets of ['settlements', 'cells'] as const) {
        expect(all[targets].ds.filter((ds, i) => ds > fewer[targets].ds[i]!)).toHaveLength(0);
      }
    }
  });

  it('keep what they say of every settlement where another is left out', () => {
    for (const given of cases) {
      const { settlements } = given;
      const all = catchmentsOf(given);
      const without = catchmentsOf({ ...given, settlements: settlements.filter((_, i) => i !== 4) });
      const kept = (column: Uint32Array | Uint8Array, width: number) =>
        Array.from(column).filter((_, i) => Math.floor(i / width) % settlements.length !== 4);
      expect(Array.from(without.status)).toEqual(kept(all.status, 1));
      expect(Array.from(without.settlements.station)).toEqual(kept(all.settlements.station, given.nearest));
      expect(Array.from(without.settlements.ds)).toEqual(kept(all.settlements.ds, given.nearest));
      expect(without.cells).toEqual(all.cells);
    }
  });
});

describe('catchments on a straight road of a metre a decisecond', () => {
  let scene: OpenScene;
  beforeAll(async () => {
    scene = await openScene({ nodes: { a: [0, 0], b: [4_000, 0] }, ways: [{ nodes: 'ab' }] }, metreADecisecond);
  });

  function onRoad(stations: LonLat[], settlements: LonLat[], rule: Partial<ResponseRule>, snapLimitMetres = 1_000) {
    return catchmentsOf({
      network: scene.network,
      stations,
      settlements,
      cellCentres: [],
      rule: { ...DEFAULT_RULE, ...rule },
      nearest: 1,
      snap: { limitMetres: snapLimitMetres },
    });
  }

  it('take a length at its limit in, and a time at its limit out', () => {
    const ends: [LonLat[], LonLat[]] = [[scene.at(0, 0)], [scene.at(2_000, 0)]];
    const { ds, dm } = onRoad(...ends, {}).settlements;
    expect(Math.abs(dm[0]! - 20_000)).toBeLessThanOrEqual(1);
    const at = { limitDs: ds[0]!, limitDm: dm[0]! };
    const beyond = { limitDs: 9_999, limitDm: 99_999 };
    const status = (rule: Partial<ResponseRule>) => onRoad(...ends, rule).status[0];
    expect(status({ ...beyond, limitDm: at.limitDm })).toBe(STATUS_MARGINAL);
    expect(status({ ...beyond, limitDm: at.limitDm - 1 })).toBe(STATUS_FAIL);
    expect(status({ ...beyond, limitDs: at.limitDs })).toBe(STATUS_FAIL);
    expect(status({ ...beyond, limitDs: at.limitDs + 1 })).toBe(STATUS_MARGINAL);
    expect(status(beyond)).toBe(STATUS_PASS);
  });

  it('count the legs between road and both ends, at 1.3 times their length and 15 km/h', () => {
    const { settlements } = onRoad([scene.at(500, 120)], [scene.at(1_500, -200)], {});
    // 1,000 m at 36 km/h, and 320 m x 1.3 = 416 m at 15 km/h.
    expect(Math.abs(settlements.ds[0]! - (1_000 + 998.4))).toBeLessThanOrEqual(3);
    expect(Math.abs(settlements.dm[0]! - (10_000 + 4_160))).toBeLessThanOrEqual(4);
  });

  it.each([
    ["the station's leg is all the time there is", 312, STATUS_FAIL],
    ['both legs are', 530, STATUS_FAIL],
    ['there is time for the road between', 545, STATUS_MARGINAL],
    ['there is time to spare', 601, STATUS_PASS],
  ])('give the legs their part of the time: %s', (_, limitDs, expected) => {
    // Legs of 100 m and 70 m take 31.2 s and 21.8 s, the 10 m of road between them one second.
    const [station, settlement] = [scene.at(1_000, 100), scene.at(1_010, 70)];
    expect(onRoad([station], [settlement], { limitDs }).status[0]).toBe(expected);
  });

  it('serve nobody from a station beyond the snap limit, and no settlement beyond it, whatever the rule', () => {
    const near = [scene.at(100, 0), scene.at(2_000, 90)];
    const far = [scene.at(300, 111), scene.at(2_000, -700)];
    for (const rule of everyReading(300_000, 18_000)) {
      const { status, settlements } = onRoad([...near, ...far], [...far, ...near], rule, 110);
      const p = STATUS_PASS;
      expect(Array.from(status), JSON.stringify(rule)).toEqual([0, 0, p, p, 0, 0, p, p, 0, 0, 0, 0, 0, 0, 0, 0]);
      expect(Array.from(settlements.station)).toEqual([NO_STATION, NO_STATION, 0, 1]);
      expect(Array.from(settlements.ds.slice(0, 2))).toEqual([UNREACHED, UNREACHED]);
    }
  });
});

describe.skipIf(!CHANGFENG)('catchments of the towns of Changfeng', () => {
  let county: CatchmentCase;
  beforeAll(async () => {
    county = { ...(await openChangfeng()), rule: DEFAULT_RULE, nearest: 3, snap: { limitMetres: 2_000 } };
  });

  it('are those of 19 stations, 220 settlements and 3,326 cells', () => {
    expect([county.stations.length, county.settlements.length, county.cellCentres.length]).toEqual([19, 220, 3_326]);
  });

  it.each([
    [300_000, 18_000],
    [100_000, 6_000],
  ])('have the status of each pair by itself within %i dm and under %i ds, under every reading', (limitDm, limitDs) => {
    for (const rule of everyReading(limitDm, limitDs)) {
      const { status } = catchmentsOf({ ...county, rule });
      expect(status, JSON.stringify(rule)).toEqual(statusByPair({ ...county, rule }));
      expect(new Set(status).size, JSON.stringify(rule)).toBe(3);
    }
  });

  it('list the stations that the sorted matrix begins with, for settlements and cells', () => {
    for (const combine of ['and', 'or'] as const) {
      const given = { ...county, rule: { ...DEFAULT_RULE, combine } };
      const found = catchmentsOf(given);
      expect(found.settlements).toEqual(nearestByMatrix(given, 'settlements'));
      expect(found.cells).toEqual(nearestByMatrix(given, 'cellCentres'));
    }
  });

  it('never worsen a time by one more station', () => {
    const fewer = catchmentsOf({ ...county, stations: county.stations.slice(0, 18) });
    const all = catchmentsOf(county);
    expect(all.cells.ds.some((ds, i) => ds < fewer.cells.ds[i]!)).toBe(true);
    expect(all.cells.ds.filter((ds, i) => ds > fewer.cells.ds[i]!)).toHaveLength(0);
    expect(all.settlements.ds.filter((ds, i) => ds > fewer.settlements.ds[i]!)).toHaveLength(0);
  });

  it('serve by no station a settlement farther from the road than the snap limit', () => {
    const snap = { limitMetres: 200 };
    const { metres } = snapPoints(county.network, county.settlements);
    const beyond = Array.from(metres, (distance) => distance > snap.limitMetres);
    expect(beyond.filter(Boolean).length).toBeGreaterThan(10);
    const { status, settlements } = catchmentsOf({ ...county, snap });
    beyond.forEach((isBeyond, i) => {
      const served = county.stations.some((_, station) => status[station * 220 + i] !== STATUS_FAIL);
      if (isBeyond) expect(served).toBe(false);
      expect(settlements.station[i * 3] === NO_STATION, `settlement ${i}`).toBe(isBeyond);
    });
  });
});

describe('straight metres', () => {
  it.each([
    // A degree on the WGS 84 ellipsoid at 32 N: 94,493 m of the parallel, 110,879 m of the meridian from 31.5 to 32.5.
    ['a degree along the parallel of 32 N', [117, 32], [118, 32], 94_493],
    ['a degree along a meridian', [117, 31.5], [117, 32.5], 110_879],
    ['nothing from a place to itself', [117, 32], [117, 32], 0],
  ] as const)('are right to a part in a thousand over %s', (_, a, b, expected) => {
    expect(Math.abs(straightMetres(a, b) - expected)).toBeLessThanOrEqual(expected / 1_000);
    expect(straightMetres(b, a)).toBe(straightMetres(a, b));
  });
});
