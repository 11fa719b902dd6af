import { beforeAll, describe, expect, it } from 'vitest';
import { type Isochrone, type IsochroneOptions, isochrones } from '../../geodata/catchment/isochrone.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { rulerAt } from '../../geodata/roads/ruler.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';
import { cross, membership, segmentsOf } from '../travel/contour-oracles.ts';
import { CHANGFENG, type Changfeng, openChangfeng } from './changfeng.ts';
import { ownTimes } from './own-times.ts';
import { holdsPlace, ringFaults } from './ring-faults.ts';

const REACH: Metres = 300;

/**
 * What the outline owes to each place. A place lies in one cell of the raster, whose corners are at most the cell's
 * diagonal away: where all ground within a diagonal is in time the four corners are inside, and so is the place; where
 * none is, all are outside. In between, times differ within a cell and the raster's width is all that can be promised.
 * @returns for each place true, false, or undefined for in between
 */
function owed(network: RoadNetwork, origin: LonLat, places: readonly LonLat[], seconds: number, step: Metres) {
  const around = places.flatMap((place) => discAround(place, step * Math.SQRT2 + 1));
  const inTime = ownTimes(network, origin, around, REACH).map((time) => time <= seconds);
  const width = around.length / places.length;
  return places.map((_, i) => {
    const disc = inTime.slice(i * width, (i + 1) * width);
    if (disc.every(Boolean)) return true;
    return disc.some(Boolean) ? undefined : false;
  });
}

/** The place itself and points on rings around it, a tenth of the radius apart. */
function discAround([lon, lat]: LonLat, radius: Metres): LonLat[] {
  const { metresPerMicroLon, metresPerMicroLat } = rulerAt(lat * 1e6);
  const points: LonLat[] = [[lon, lat]];
  for (let ring = 1; ring <= 10; ring++) {
    for (let i = 0; i < 6 * ring; i++) {
      const [angle, metres] = [(i * Math.PI) / (3 * ring), (radius * ring) / 10];
      const east = Math.cos(angle) * metres;
      const north = Math.sin(angle) * metres;
      points.push([lon + east / metresPerMicroLon / 1e6, lat + north / metresPerMicroLat / 1e6]);
    }
  }
  return points;
}

function expectNested(inner: Isochrone, outer: Isochrone): void {
  const [low, high] = [inner, outer].map(({ polygons }) => polygons.flat().flatMap(segmentsOf));
  expect(inner.areaSquareMetres).toBeLessThanOrEqual(outer.areaSquareMetres);
  for (const segment of low!) expect(membership(high!, segment[0])).toBeGreaterThanOrEqual(0);
  for (const segment of high!) expect(membership(low!, segment[0])).toBeLessThanOrEqual(0);
  const span = Math.max(
    ...low!.map(([a, b]) => Math.abs(a[0] - b[0])),
    ...high!.map(([a, b]) => Math.abs(a[0] - b[0])),
  );
  for (const segment of low!) {
    const near = high!.filter((other) => Math.abs(other[0][0] - segment[0][0]) <= 2 * span);
    expect(near.some((other) => cross(segment, other))).toBe(false);
  }
}

describe('isochrones along a straight road of a metre a decisecond', () => {
  let scene: OpenScene;
  beforeAll(async () => {
    scene = await openScene({ nodes: { a: [-4_000, 0], b: [4_000, 0] }, ways: [{ nodes: 'ab' }] }, metreADecisecond);
  });

  /** Metres from the scene's origin to the outermost corners. */
  function extent({ polygons }: Isochrone) {
    const [east, north] = scene.at(1_000, 1_000);
    const lons = polygons.flat(2).map(([lon]) => ((lon - 117) / (east - 117)) * 1_000);
    const lats = polygons.flat(2).map(([, lat]) => ((lat - 32.025) / (north - 32.025)) * 1_000);
    return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
  }

  it.each([25, 60, 100])('end where the time does, to half a step of %i m', (stepMetres) => {
    const both = isochrones(scene.network, scene.at(0, 0), [2, 4], { stepMetres });
    for (const isochrone of both) {
      const { west, east } = extent(isochrone);
      const along = isochrone.minutes * 600;
      expect(Math.abs(east - along), `${isochrone.minutes} minutes east`).toBeLessThanOrEqual(stepMetres / 2 + 1);
      expect(Math.abs(west + along), `${isochrone.minutes} minutes west`).toBeLessThanOrEqual(stepMetres / 2 + 1);
    }
  });

  it.each([25, 60, 100])(
    'are as wide as off-road legs take them and no wider than the reach, at %i m',
    (stepMetres) => {
      const [oneMinute, fourMinutes] = isochrones(scene.network, scene.at(0, 0), [1, 4], { stepMetres });
      // Off the road 1.3 m are driven a metre, at 15 km/h: in a minute 192.3 m, in four more than the reach.
      const wide = { oneMinute: (60 * 15) / 3.6 / 1.3, fourMinutes: REACH };
      expect(Math.abs(extent(oneMinute!).north - wide.oneMinute)).toBeLessThanOrEqual(stepMetres / 2 + 1);
      expect(Math.abs(extent(oneMinute!).south + wide.oneMinute)).toBeLessThanOrEqual(stepMetres / 2 + 1);
      expect(Math.abs(extent(fourMinutes!).north - wide.fourMinutes)).toBeLessThanOrEqual(stepMetres / 2 + 1);
    },
  );

  it.each([25, 60, 100])("reach as far beyond the road's ends as beside it, at %i m", (stepMetres) => {
    const [all] = isochrones(scene.network, scene.at(0, 0), [15], { stepMetres });
    const { west, east, south, north } = extent(all!);
    for (const beyond of [-4_000 - west, east - 4_000, -south, north]) {
      expect(Math.abs(beyond - REACH)).toBeLessThanOrEqual(stepMetres / 2 + 1);
    }
  });

  it('have the area of the kite that time draws, the closer the finer the step', () => {
    // Along 600 m, across 192.3 m: half the product of the diagonals.
    const kite = (2 * 600 * 2 * 192.308) / 2;
    const errors = [100, 50, 25].map((stepMetres) => {
      const [isochrone] = isochrones(scene.network, scene.at(0, 0), [1, 4], { stepMetres });
      return Math.abs(isochrone!.areaSquareMetres / kite - 1);
    });
    expect(errors[0]).toBeLessThan(0.06);
    expect(errors[1]).toBeLessThan(0.03);
    expect(errors[2]).toBeLessThan(0.015);
  });

  it('take the leg from the origin to its road off the time', () => {
    const [near, far] = [0, 150].map((north) => {
      const [isochrone] = isochrones(scene.network, scene.at(0, north), [4, 6], { stepMetres: 25 });
      return extent(isochrone!).east;
    });
    // 150 m x 1.3 at 15 km/h: 46.8 s, in which the road is driven 468 m.
    expect(Math.abs(near! - far! - 468)).toBeLessThanOrEqual(25);
  });

  it('reach no farther than asked', () => {
    const [isochrone] = isochrones(scene.network, scene.at(0, 0), [4], { stepMetres: 25, reachMetres: 80 });
    expect(Math.abs(extent(isochrone!).north - 80)).toBeLessThanOrEqual(13.5);
  });

  it.each<[string, readonly number[], IsochroneOptions]>([
    ['Minutes 0.', [0], {}],
    ['Minutes 5,-1.', [5, -1], {}],
    ['Minutes NaN.', [Number.NaN], {}],
    ['Minutes Infinity.', [Infinity], {}],
    ['A raster step of 24.9 m, at least 25.', [5], { stepMetres: 24.9 }],
    ['A raster step of NaN m, at least 25.', [5], { stepMetres: Number.NaN }],
    ['A raster step of -100 m, at least 25.', [5], { stepMetres: -100 }],
  ])('are refused with: %s', (message, minutes, options) => {
    expect(() => isochrones(scene.network, scene.at(0, 0), minutes, options)).toThrow(message);
  });

  it('are refused a step that is too small where no road is near, too', () => {
    const options = { stepMetres: 10, snap: { limitMetres: 100 } };
    expect(() => isochrones(scene.network, scene.at(0, 5_000), [5], options)).toThrow('A raster step of 10 m');
  });

  it('are empty where no road is within the snap limit, or the leg to it takes all the time', () => {
    const nothing = (minutes: number) => ({ minutes, polygons: [], areaSquareMetres: 0 });
    const limited = isochrones(scene.network, scene.at(0, 150), [5, 9], { snap: { limitMetres: 100 } });
    expect(limited).toEqual([nothing(5), nothing(9)]);
    expect(isochrones(scene.network, scene.at(0, 600), [3])).toEqual([nothing(3)]);
    expect(isochrones(scene.network, scene.at(0, 0), [])).toEqual([]);
  });

  it('come in the order asked, each the same wherever it stands', () => {
    const asked = [4, 1, 2, 1];
    const answered = isochrones(scene.network, scene.at(0, 0), asked);
    expect(answered.map(({ minutes }) => minutes)).toEqual(asked);
    expect(answered[1]).toEqual(answered[3]);
    const sorted = isochrones(scene.network, scene.at(0, 0), [1, 2, 4]);
    expect([answered[1], answered[2], answered[0]]).toEqual(sorted);
  });
});

describe('isochrones beside a river', () => {
  let scene: OpenScene;
  let isochrone: Isochrone;

  beforeAll(async () => {
    // Two banks 400 m apart, and the one bridge 6 km to the east.
    scene = await openScene(
      {
        nodes: { a: [-1_500, 0], b: [6_000, 0], c: [6_000, 400], d: [-1_500, 400] },
        ways: [{ nodes: 'ab' }, { nodes: 'bc' }, { nodes: 'cd' }],
      },
      metreADecisecond,
    );
    [isochrone] = isochrones(scene.network, scene.at(0, 0), [4], { stepMetres: 50 }) as [Isochrone];
  });

  it('hold the near bank, and its half of the river as far as there is time', () => {
    for (const east of [-1_400, 0, 700, 1_800]) {
      expect(holdsPlace(isochrone.polygons, scene.at(east, 0)), `${east} m east`).toBe(true);
      expect(holdsPlace(isochrone.polygons, scene.at(east, 140)), `${east} m east`).toBe(true);
    }
  });

  it('leave out the far bank from the middle of the river on, though it is nearer than the reach', () => {
    for (let east = -1_500; east <= 2_500; east += 125) {
      for (const north of [200 + 25 + 1, 300, 400, 500, 690]) {
        expect(holdsPlace(isochrone.polygons, scene.at(east, north)), `${east}, ${north}`).toBe(false);
      }
    }
  });

  it('hold the far bank when there is time to go round by the bridge', () => {
    const [quick, slow] = isochrones(scene.network, scene.at(5_000, 0), [1, 9], { stepMetres: 50 });
    expect(holdsPlace(quick!.polygons, scene.at(5_000, 400))).toBe(false);
    expect(holdsPlace(slow!.polygons, scene.at(5_000, 400))).toBe(true);
  });
});

describe('isochrones on random maps', () => {
  const step = 40;
  let cases: { readonly scene: OpenScene; readonly origin: LonLat; readonly answered: readonly Isochrone[] }[];

  beforeAll(async () => {
    cases = [];
    for (let seed = 1; seed <= 12; seed++) {
      const random = mulberry32(seed);
      const scene = await openScene(randomScene(random));
      const origin = scene.at(random() * 1_200, random() * 600);
      const answered = isochrones(scene.network, origin, [0.5, 1.5, 3], { stepMetres: step });
      cases.push({ scene, origin, answered });
    }
  });

  it('are valid polygons', () => {
    for (const polygons of cases.flatMap(({ answered }) => answered.map((isochrone) => isochrone.polygons))) {
      expect(ringFaults(polygons)).toEqual([]);
    }
    expect(cases.filter(({ answered }) => answered[2]!.polygons.length > 0).length).toBeGreaterThan(8);
  });

  it('nest: the ground of fewer minutes lies within that of more', () => {
    for (const { answered } of cases) {
      expectNested(answered[0]!, answered[1]!);
      expectNested(answered[1]!, answered[2]!);
    }
  });

  it('hold the places whose surroundings are all in time, and none whose surroundings are all beyond it', () => {
    let settled = 0;
    cases.forEach(({ scene, origin, answered }, i) => {
      const random = mulberry32(900 + i);
      const places = Array.from({ length: 40 }, () => scene.at(random() * 1_600 - 300, random() * 1_200 - 300));
      for (const { minutes, polygons } of answered) {
        owed(scene.network, origin, places, minutes * 60, step).forEach((expected, place) => {
          if (expected === undefined) return;
          settled++;
          expect(holdsPlace(polygons, places[place]!), `map ${i}, ${minutes} minutes, place ${place}`).toBe(expected);
        });
      }
    });
    expect(settled).toBeGreaterThan(700);
  });
});

describe.skipIf(!CHANGFENG)('isochrones of the towns of Changfeng', () => {
  const minutes = [5, 10, 15];
  const step = 100;
  let county: Changfeng;
  let answered: { readonly origin: LonLat; readonly town: readonly Isochrone[] }[];

  beforeAll(async () => {
    county = await openChangfeng();
    const origins = county.stations.filter((_, i) => i % 5 === 0);
    answered = origins.map((origin) => ({ origin, town: isochrones(county.network, origin, minutes) }));
  });

  it('are valid polygons, some with holes where there is no road', () => {
    for (const { town } of answered) for (const { polygons } of town) expect(ringFaults(polygons)).toEqual([]);
    expect(answered.flatMap(({ town }) => town.flatMap(({ polygons }) => polygons)).some((p) => p.length > 1)).toBe(
      true,
    );
  });

  it('nest', () => {
    const { town } = answered[0]!;
    expectNested(town[0]!, town[1]!);
    expectNested(town[1]!, town[2]!);
  });

  it('hold the settlements whose surroundings are all in time, and none whose surroundings are all beyond it', () => {
    let settled = { inside: 0, outside: 0, between: 0 };
    for (const { origin, town } of answered) {
      for (const { minutes: limit, polygons } of town) {
        owed(county.network, origin, county.settlements, limit * 60, step).forEach((expected, i) => {
          const key = expected === undefined ? 'between' : expected ? 'inside' : 'outside';
          settled = { ...settled, [key]: settled[key] + 1 };
          if (expected === undefined) return;
          expect(holdsPlace(polygons, county.settlements[i]!), `settlement ${i}, ${limit} minutes`).toBe(expected);
        });
      }
    }
    expect(settled.inside).toBeGreaterThan(50);
    expect(settled.outside).toBeGreaterThan(1_000);
    expect(settled.between).toBeLessThan(settled.inside);
  });

  it('agree with the own time of nearly every settlement within reach of a road', () => {
    const times = answered.map(({ origin }) => ownTimes(county.network, origin, county.settlements, REACH));
    const agreeing = answered.flatMap(({ town }, row) =>
      county.settlements.map((place, i) => holdsPlace(town[1]!.polygons, place) === times[row]![i]! <= 600),
    );
    expect(agreeing.filter(Boolean).length / agreeing.length).toBeGreaterThan(0.98);
  });
});
