import { describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import { HIGHWAY_OF } from '../../../geodata/demo/road-tags.ts';
import { parseTagFilter } from '../../../geodata/osm/tag-filter.ts';
import type { WritableElements } from '../../../geodata/osm/write-osm.ts';
import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import { snapPoints } from '../../../geodata/roads/snap.ts';
import { nodeLines } from '../../../geodata/roads/surveyed/node-lines.ts';
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
  const [mapTo, surveyTo] = [place(map, to), place(survey, to)];
  const mapTimes = travelMatrix(map, place(map, from), mapTo).ds;
  const surveyTimes = travelMatrix(survey, place(survey, from), surveyTo).ds;
  const isMoved = to.map((_, i) => {
    const [lon, lat] = [mapTo.lonE6[i]! - surveyTo.lonE6[i]!, mapTo.latE6[i]! - surveyTo.latE6[i]!];
    return Math.hypot(lon, lat) > 100;
  });
  const differences: number[] = [];
  let reachedByOne = 0;
  mapTimes.forEach((ds, i) => {
    const other = surveyTimes[i]!;
    if ((ds === UNREACHED) !== (other === UNREACHED)) reachedByOne++;
    else if (ds !== UNREACHED && !isMoved[i % to.length]) differences.push((other - ds) / 10);
  });
  return {
    differences: differences.sort((a, b) => a - b),
    reachedByOne,
    pieces: [map.meta.report.pieces, survey.meta.report.pieces],
  };
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
  it('reach what the map reaches, in the same times but for crossings that the map leaves apart', async () => {
    const elements = await osmRoads(changfeng!);
    const filters = {
      stations: parseTagFilter('place=town'),
      settlements: parseTagFilter('place=town,village,hamlet'),
    };
    const { stations, settlements } = await extractPlaces(changfeng!, filters);
    const noded = nodeLines(drawLines(elements, levelOfWay, { seed: 1 }));
    const [map, survey] = await Promise.all([demoNetwork({ elements }), demoNetwork({ elements: noded.elements })]);
    const coords = (places: readonly { coord: LonLat }[]) => places.map(({ coord }) => coord);
    const { differences, reachedByOne, pieces } = compare(map, survey, coords(stations), coords(settlements));
    expect(reachedByOne).toBe(0);
    expect(pieces).toEqual([7, 7]);
    expect(differences.length).toBeGreaterThan(8000);
    expect(share(differences, 0.05)).toBeGreaterThanOrEqual(-1);
    expect(share(differences, 0.95)).toBeLessThanOrEqual(1);
    // Ten crossings without a common node and four ends within 5 m that OSM leaves apart: joined here, and listed.
    expect(noded.joins.filter(({ kind }) => kind === 'crossing')).toHaveLength(10);
    expect(noded.joins.filter(({ kind }) => kind === 'snapped-end')).toHaveLength(4);
  });
});
