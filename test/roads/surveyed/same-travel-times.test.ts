import { describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import { HIGHWAY_OF } from '../../../geodata/demo/road-tags.ts';
import { parseTagFilter } from '../../../geodata/osm/tag-filter.ts';
import type { WritableElements } from '../../../geodata/osm/write-osm.ts';
import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import { snapPoints } from '../../../geodata/roads/snap.ts';
import { nodeLines } from '../../../geodata/roads/surveyed/node-lines.ts';
import { JOIN_TOLERANCE_METRES } from '../../../geodata/roads/surveyed/surveyed-line.ts';
import { travelMatrix } from '../../../geodata/travel/matrix.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { extractPlaces } from '../../../server/networks/extract-places.ts';
import { demoNetwork } from '../../demo/demo-network.ts';
import { realData } from '../../real-data.ts';
import { type DrawingOptions, drawLines } from '../../scenes/drawn-lines.ts';
import { levelOfWay, osmRoads } from '../../scenes/osm-roads.ts';

const UNREACHED = 0xffffffff;

interface Comparison {
  /** Seconds from the map to the survey, rising. */
  readonly differences: readonly number[];
  readonly reachedByOne: number;
  readonly pieces: readonly [number, number];
}

/** Travel times on both networks, points that joined other places on the roads left out. */
function compare(map: RoadNetwork, survey: RoadNetwork, from: readonly LonLat[], to: readonly LonLat[]): Comparison {
  const place = (network: RoadNetwork, points: readonly LonLat[]) =>
    snapPoints(network, points, { joinableOnly: true });
  const [mapFrom, surveyFrom] = [place(map, from), place(survey, from)];
  const [mapTo, surveyTo] = [place(map, to), place(survey, to)];
  const mapTimes = travelMatrix(map, mapFrom, mapTo).ds;
  const surveyTimes = travelMatrix(survey, surveyFrom, surveyTo).ds;
  const isFromMoved = areMoved(mapFrom, surveyFrom);
  const isMoved = areMoved(mapTo, surveyTo);
  const differences: number[] = [];
  let reachedByOne = 0;
  mapTimes.forEach((ds, i) => {
    const other = surveyTimes[i]!;
    if ((ds === UNREACHED) !== (other === UNREACHED)) reachedByOne++;
    else if (ds !== UNREACHED && !isMoved[i % to.length] && !isFromMoved[Math.floor(i / to.length)])
      differences.push((other - ds) / 10);
  });
  return {
    differences: differences.sort((a, b) => a - b),
    reachedByOne,
    pieces: [map.meta.report.pieces, survey.meta.report.pieces],
  };
}

type Places = ReturnType<typeof snapPoints>;

/** Which points joined another place, some 10 m off or more. */
function areMoved(map: Places, survey: Places): boolean[] {
  return Array.from(map.lonE6, (lonE6, i) => {
    const [lon, lat] = [lonE6 - survey.lonE6[i]!, map.latE6[i]! - survey.latE6[i]!];
    return Math.hypot(lon, lat) > 100;
  });
}

function share(differences: readonly number[], part: number): number {
  return differences[Math.min(differences.length - 1, Math.floor(differences.length * part))]!;
}

describe('surveyed lines of the demonstration county, of a class alone', () => {
  const county = generateDemoCounty();
  const drivable = new Set(Object.values(HIGHWAY_OF));
  const elements: WritableElements = {
    nodes: county.elements.nodes.map(({ id, lonE7, latE7 }) => ({ id, lonE7, latE7 })),
    ways: county.elements.ways
      .filter(({ tags }) => drivable.has(tags['highway'] ?? ''))
      .map((way) => ({ ...way, tags: { highway: way.tags['highway'] ?? '' } })),
    relations: [],
  };
  const [stations, settlements] = [county.stations, county.settlements].map((places) =>
    places.map(({ coord }) => coord),
  );

  it.each<[string, DrawingOptions, number, number]>([
    ['as they are', { seed: 1 }, 0.2, 7],
    ['with ends up to 2 m off', { seed: 2, jitterMetres: 2 }, 5, 15],
    ['cut every 800 m or so, ends up to 2 m off', { seed: 3, cutMetres: 800, jitterMetres: 2 }, 5, 15],
    ['cut every 300 m or so, ends up to 2 m off', { seed: 4, cutMetres: 300, jitterMetres: 2 }, 5, 20],
  ])('give the travel times of the map %s', async (_, drawing, usualSeconds, mostSeconds) => {
    const isCut = (way: { tags: Readonly<Record<string, string>> }) => !way.tags['highway']?.startsWith('motorway');
    const { elements: noded, joins } = nodeLines(drawLines(elements, () => 0, { ...drawing, isCut }));
    for (const { movedMetres } of joins) expect(movedMetres).toBeLessThanOrEqual(5);
    const [map, survey] = await Promise.all([demoNetwork({ elements }), demoNetwork({ elements: noded })]);
    const { differences, reachedByOne, pieces } = compare(map, survey, stations!, settlements!);
    expect(reachedByOne).toBe(0);
    expect(pieces[1]).toBe(pieces[0]);
    expect(differences.length).toBeGreaterThan(12_000);
    expect(share(differences, 0.01)).toBeGreaterThanOrEqual(-usualSeconds);
    expect(share(differences, 0.99)).toBeLessThanOrEqual(usualSeconds);
    expect(differences[0]).toBeGreaterThanOrEqual(-mostSeconds);
    expect(differences[differences.length - 1]).toBeLessThanOrEqual(mostSeconds);
  });
});

const changfeng = realData('changfeng/changfeng.osm.pbf');

describe.skipIf(!changfeng)('the roads of Changfeng drawn as lines', () => {
  const ready = (async () => {
    const elements = await osmRoads(changfeng!);
    const filters = {
      stations: parseTagFilter('place=town'),
      settlements: parseTagFilter('place=town,village,hamlet'),
    };
    const { stations, settlements } = await extractPlaces(changfeng!, filters);
    const coords = (places: readonly { coord: LonLat }[]) => places.map(({ coord }) => coord);
    const map = await demoNetwork({ elements });
    return { elements, map, stations: coords(stations), settlements: coords(settlements) };
  })();
  ready.catch(() => undefined);

  /** Motorways are not cut: nobody could tell a cut below a bridge from a junction. */
  const isCut = (way: { tags: Readonly<Record<string, string>> }) => !way.tags['highway']?.startsWith('motorway');

  it('reach what the map reaches, in the same times, and differ in joins that the map lacks', async () => {
    const { elements, map, stations, settlements } = await ready;
    const noded = nodeLines(drawLines(elements, levelOfWay, { seed: 1 }));
    const survey = await demoNetwork({ elements: noded.elements });
    const { differences, reachedByOne, pieces } = compare(map, survey, stations, settlements);
    expect(reachedByOne).toBe(0);
    expect(pieces).toEqual([7, 7]);
    expect(differences.length).toBeGreaterThan(8000);
    expect(share(differences, 0.05)).toBeGreaterThanOrEqual(-0.5);
    expect(share(differences, 0.95)).toBeLessThanOrEqual(0.5);
    expect(differences[0]).toBeGreaterThanOrEqual(-5);
    expect(differences[differences.length - 1]).toBeLessThanOrEqual(5);
    // Crossings without a common node and ends within 5 m that OSM leaves apart, as docs/surveyed-roads.md lists them.
    expect(noded.joins.filter(({ kind }) => kind === 'crossing')).toHaveLength(10);
    expect(noded.joins.filter(({ kind }) => kind === 'snapped-end')).toHaveLength(3);
  });

  it.each([
    [1, Infinity, 2, 6],
    [2, Infinity, 2, 6],
    [3, Infinity, 2, 6],
    [4, 800, 10, 20],
    [5, 800, 10, 20],
    [10, 800, 10, 20],
    [5, 300, 10, 20],
    [6, 300, 10, 20],
    [7, 300, 10, 180],
    [10, 300, 10, 20],
  ])(
    'reach the same and take as long with ends 2 m off, seed %i, cut every %f m',
    async (seed, cutMetres, usual, most) => {
      const { elements, map, stations, settlements } = await ready;
      const noded = nodeLines(drawLines(elements, levelOfWay, { seed, cutMetres, jitterMetres: 2, isCut }));
      for (const { movedMetres } of noded.joins) expect(movedMetres).toBeLessThanOrEqual(JOIN_TOLERANCE_METRES + 0.02);
      const survey = await demoNetwork({ elements: noded.elements });
      const { differences, reachedByOne, pieces } = compare(map, survey, stations, settlements);
      expect(reachedByOne).toBe(0);
      expect(pieces).toEqual([7, 7]);
      expect(differences.length).toBeGreaterThan(7500);
      expect(share(differences, 0.05)).toBeGreaterThanOrEqual(-usual);
      expect(share(differences, 0.95)).toBeLessThanOrEqual(usual);
      expect(differences[0]).toBeGreaterThanOrEqual(-most);
      expect(differences[differences.length - 1]).toBeLessThanOrEqual(most);
      // The one road that ends on a bridge between its ends stays off it, and is listed.
      const onBridge = noded.nearMisses.filter(({ at }) => Math.hypot(at[0] - 117.23177, at[1] - 32.01878) < 4e-5);
      expect(onBridge).toHaveLength(1);
    },
  );
});
