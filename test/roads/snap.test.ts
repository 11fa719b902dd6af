import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { rulerAt } from '../../geodata/roads/ruler.ts';
import { componentStates, NO_ROAD, type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

interface Nearest {
  readonly metres: number;
  /** Point indexes of all segments at that distance. */
  readonly segments: readonly number[];
}

/** Distance to every segment there is, one after the other. */
function nearestByForce(network: RoadNetwork, [lon, lat]: LonLat, minComponentStates: number): Nearest {
  const { pointLonE6, pointLatE6, pointRoad } = network;
  const { metresPerMicroLon, metresPerMicroLat } = rulerAt(lat * 1e6);
  const distances: [segment: number, metres: number][] = [];
  for (let a = 0; a + 1 < pointLonE6.length; a++) {
    const isSegment = pointRoad[a] === pointRoad[a + 1];
    if (!isSegment || componentStates(network, pointRoad[a]!) < minComponentStates) continue;
    const [east, north] = [
      (lon * 1e6 - pointLonE6[a]!) * metresPerMicroLon,
      (lat * 1e6 - pointLatE6[a]!) * metresPerMicroLat,
    ];
    const dx = (pointLonE6[a + 1]! - pointLonE6[a]!) * metresPerMicroLon;
    const dy = (pointLatE6[a + 1]! - pointLatE6[a]!) * metresPerMicroLat;
    const part = Math.min(1, Math.max(0, (east * dx + north * dy) / (dx * dx + dy * dy)));
    distances.push([a, Math.hypot(east - part * dx, north - part * dy)]);
  }
  const metres = Math.min(...distances.map(([, distance]) => distance));
  return { metres, segments: distances.filter(([, distance]) => distance < metres + 1e-6).map(([segment]) => segment) };
}

describe('snapping', () => {
  it('finds the nearest segment of all, from inside and far outside the map', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = mulberry32(seed);
      const { network, at } = await openScene(randomScene(random));
      const spread = seed % 3 === 0 ? 20_000 : 2000;
      const points = Array.from({ length: 20 }, () => at((random() - 0.4) * spread, (random() - 0.4) * spread));
      const minComponentStates = seed % 2 ? 0 : 12;
      const placements = snapPoints(network, points, { minComponentStates });
      points.forEach((point, i) => {
        const { metres, segments } = nearestByForce(network, point, minComponentStates);
        if (metres === Infinity) expect(placements.road[i]).toBe(NO_ROAD);
        else {
          expect(placements.metres[i], `seed ${seed}, point ${i}`).toBeCloseTo(metres, 6);
          expect(segments, `seed ${seed}, point ${i}`).toContain(placements.segment[i]);
          expect(network.pointRoad[placements.segment[i]!]).toBe(placements.road[i]);
        }
      });
    }
  });

  it('takes a road at its limit, reports one beyond it, and never moves a point silently', async () => {
    const scene = await openScene(asciiScene('a-b', { cellMetres: 500 }));
    const point = scene.at(300, 120);
    const metres = snapPoints(scene.network, [point]).metres[0]!;
    expect(metres).toBeCloseTo(120, 0);
    const within = snapPoints(scene.network, [point], { limitMetres: metres });
    expect(within.road[0]).toBe(0);
    const beyond = snapPoints(scene.network, [point], { limitMetres: metres - 0.001 });
    expect([beyond.road[0], beyond.metres[0]]).toEqual([NO_ROAD, Infinity]);
  });

  it('takes its share of a segment in proportion, truncated to a decisecond, and leaves the rest to the other direction', async () => {
    const scene = await openScene(asciiScene('a-b', { cellMetres: 500, tags: { ab: { maxspeed: '45' } } }));
    const { network } = scene;
    const whole = network.pointForwardDs[1]!;
    expect(whole).toBe(1000);
    for (const metres of [0, 1, 250.04, 333.35, 999.9, 1000]) {
      const placed = snapPoints(network, [scene.at(metres, 7)]);
      const part = (placed.lonE6[0]! - network.pointLonE6[0]!) / (network.pointLonE6[1]! - network.pointLonE6[0]!);
      expect(placed.forwardDs[0]).toBe(Math.trunc(whole * part + 1e-9));
      expect(placed.backwardDs[0]).toBe(whole - Math.trunc(whole * part + 1e-9));
      expect(placed.dm[0]).toBe(Math.round(network.pointDm[1]! * part));
    }
  });

  it('leaves out motorways, their slip roads and ferries where only what can be joined is asked for', async () => {
    const scene = await openScene({
      nodes: {
        a: [0, 0],
        b: [1000, 0],
        c: [0, 900],
        d: [1000, 900],
        e: [0, 50],
        f: [1000, 50],
        g: [0, 60],
        h: [1000, 60],
      },
      ways: [
        { nodes: 'ab', tags: { highway: 'motorway' } },
        { nodes: 'ef', tags: { highway: 'motorway_link' } },
        { nodes: 'gh', tags: { route: 'ferry' } },
        { nodes: 'cd', tags: { highway: 'tertiary' } },
      ],
    });
    const point = scene.at(500, 10);
    const nearest = (joinableOnly: boolean) => snapPoints(scene.network, [point], { joinableOnly }).metres[0]!;
    expect(nearest(false)).toBeCloseTo(10, 0);
    expect(nearest(true)).toBeCloseTo(890, 0);
    const within = snapPoints(scene.network, [point], { joinableOnly: true, limitMetres: 500 });
    expect(within.road[0]).toBe(NO_ROAD);
  });

  it('puts a point past the end of a road at its end', async () => {
    const scene = await openScene(asciiScene('a-b', { cellMetres: 500 }));
    const placed = snapPoints(scene.network, [scene.at(-80, 60)]);
    expect([placed.forwardDs[0], placed.dm[0]]).toEqual([0, 0]);
    expect(placed.backwardDs[0]).toBe(scene.network.pointBackwardDs[1]);
    expect(placed.metres[0]).toBeCloseTo(100, 0);
  });

  it('at a junction takes the road that leads to most, and always the same one', async () => {
    // The stub leads into b and nowhere else: on its own it is a component of one.
    const scene = await openScene(asciiScene('a-b-c\n  |\n  d', { tags: { bd: { oneway: 'yes' } } }));
    const { network } = scene;
    const [atB] = snapPoints(network, [scene.node('b')]).road;
    const { metres, segments } = nearestByForce(network, scene.node('b'), 0);
    expect([metres, segments.length]).toEqual([0, 3]);
    const sizes = segments.map((segment) => componentStates(network, network.pointRoad[segment]!));
    expect(componentStates(network, atB!)).toBe(Math.max(...sizes));
    expect(snapPoints(network, [scene.node('a'), scene.node('b')]).road[1]).toBe(atB);
  });

  it('puts all points that come to the same junction on the same road', async () => {
    const scene = await openScene({
      nodes: { p: [-500, 180], b: [0, 0], q: [-500, -30], r: [-400, -210] },
      ways: [{ nodes: 'pb' }, { nodes: 'bq' }, { nodes: 'rb' }],
    });
    const random = mulberry32(11);
    const points = Array.from({ length: 100 }, () => scene.at(100 + random() * 300, (random() - 0.5) * 80));
    const { road, lonE6, latE6 } = snapPoints(scene.network, points);
    expect(new Set(Array.from(lonE6, (lon, i) => `${lon},${latE6[i]}`)).size).toBe(1);
    expect(Array.from(new Set(road))).toEqual([road[0]]);
  });

  it('puts a point that stands on a node at that node, to the decisecond', async () => {
    const names = Array.from('abcdefghijklmnop');
    const nodes = Object.fromEntries(names.map((name, i) => [name, [i * 97, i * 53] as const]));
    const scene = await openScene({ nodes, ways: [{ nodes: names }] });
    const { forwardDs } = snapPoints(scene.network, names.map(scene.node));
    expect(Array.from(forwardDs)).toEqual(Array.from(scene.network.pointForwardDs));
  });

  it('passes a cut-off road by where a component of some size is asked for', async () => {
    const scene = await openScene({
      nodes: { a: [0, 0], b: [500, 0], c: [1000, 0], x: [400, 100], y: [600, 100] },
      ways: [{ nodes: 'ab' }, { nodes: 'bc' }, { nodes: 'xy' }],
      nodeTags: { b: { highway: 'traffic_signals' } },
    });
    const place = (options: SnapOptions) => snapPoints(scene.network, [scene.at(450, 90)], options).metres[0];
    expect(place({})).toBeCloseTo(10, 0);
    expect(place({ minComponentStates: 2 })).toBeCloseTo(10, 0);
    expect(place({ minComponentStates: 3 })).toBeCloseTo(90, 0);
    expect(place({ minComponentStates: 5 })).toBe(Infinity);
  });

  it('places each point as if it were the only one', async () => {
    const random = mulberry32(7);
    const { network, at } = await openScene(randomScene(random));
    const points = Array.from({ length: 30 }, () => at(random() * 1500, random() * 1000));
    const together = snapPoints(network, points);
    points.forEach((point, i) => {
      const alone = snapPoints(network, [point]);
      const row = (placements: typeof alone, k: number) => [
        placements.segment[k],
        placements.forwardDs[k],
        placements.backwardDs[k],
        placements.dm[k],
        placements.metres[k],
      ];
      expect(row(together, i)).toEqual(row(alone, 0));
    });
  });

  it.each([
    [Number.NaN, 32],
    [117, Number.POSITIVE_INFINITY],
  ])('refuses a point at %d, %d', async (lon, lat) => {
    const { network } = await openScene(asciiScene('a-b'));
    expect(() =>
      snapPoints(network, [
        [117, 32],
        [lon, lat],
      ]),
    ).toThrow('Point 1 is at');
  });
});
