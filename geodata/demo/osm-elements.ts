import type { OsmMember, Tags } from '../osm/elements.ts';
import type { WritableElements, WritableNode, WritableRelation, WritableWay } from '../osm/write-osm.ts';
import type { Borders, RingBorder } from './borders.ts';
import { degreesE7, type EastNorth } from './frame.ts';
import type { Headcount } from './households.ts';
import type { River } from './river.ts';
import type { RoadMap } from './road-lines.ts';
import type { PlacedSettlement } from './settlements.ts';
import type { DemoStation } from './stations.ts';
import { COUNTY_CODE, COUNTY_NAME, type TownshipUnit } from './townships.ts';

/** All that the county's OSM file is written from. */
export interface MapContents {
  readonly roads: RoadMap;
  /** One a line of `roads`. */
  readonly roadTags: readonly Tags[];
  /** Tags of places of `roads`, by index. */
  readonly nodeTags: ReadonlyMap<number, Tags>;
  readonly river: River;
  readonly borders: Borders;
  readonly townships: readonly TownshipUnit[];
  readonly settlements: readonly PlacedSettlement[];
  /** One a settlement. */
  readonly headcounts: readonly Headcount[];
  readonly stations: readonly DemoStation[];
}

/** Administrative levels of OSM in China. */
const COUNTY_LEVEL = '6';
const TOWNSHIP_LEVEL = '8';

/**
 * The county as OSM elements, ids from 1 within each kind: roads, whose bridges are ways of their own, the
 * river, `place` and `amenity=police` nodes, and the boundaries of county and townships. A seat's
 * community is `place=town`, any other community or administrative village `place=village`, a further
 * natural village `place=hamlet`; a quarter of the town is no `neighbourhood` here, so that the places
 * that are looked for by default hold every household of the county once.
 */
export function osmElements(contents: MapContents): WritableElements {
  const nodes: WritableNode[] = [];
  const ways: WritableWay[] = [];
  const addNode = (place: EastNorth, tags?: Tags): number => {
    const [lonE7, latE7] = degreesE7(place);
    const id = nodes.length + 1;
    nodes.push(tags ? { id, lonE7, latE7, tags } : { id, lonE7, latE7 });
    return id;
  };
  const addWay = (nodeIds: readonly number[], tags: Tags): number => ways.push({ id: ways.length + 1, nodeIds, tags });
  addRoads(contents, addNode, addWay);
  addWay(
    contents.river.course.map((place) => addNode(place)),
    { waterway: 'river', name: contents.river.name },
  );
  addPlaces(contents, addNode);
  const borderWays = addBorders(contents.borders, addNode, addWay);
  return { nodes, ways, relations: boundaryRelations(contents, borderWays) };
}

type AddNode = (place: EastNorth, tags?: Tags) => number;
type AddWay = (nodeIds: readonly number[], tags: Tags) => number;

function addRoads({ roads, roadTags, nodeTags, river }: MapContents, addNode: AddNode, addWay: AddWay): void {
  const { places, lines } = roads;
  const ids = places.map((place, index) => addNode(place, nodeTags.get(index)));
  const isBridge = (from: number, to: number): boolean =>
    river.crosses(places[from] as EastNorth, places[to] as EastNorth);
  lines.forEach(({ nodes }, line) => {
    const tags = roadTags[line] ?? {};
    let start = 0;
    for (let at = 1; at < nodes.length; at++) {
      const bridge = isBridge(nodes[at - 1] as number, nodes[at] as number);
      const next = nodes[at + 1];
      if (next !== undefined && isBridge(nodes[at] as number, next) === bridge) continue;
      const nodeIds = nodes.slice(start, at + 1).map((node) => ids[node] as number);
      addWay(nodeIds, bridge ? { ...tags, bridge: 'yes', layer: '1' } : tags);
      start = at;
    }
  });
}

function addPlaces({ settlements, headcounts, stations }: MapContents, addNode: AddNode): void {
  settlements.forEach((settlement, index) => {
    const { name, place } = settlement;
    const population = String(headcounts[index]?.population ?? 0);
    addNode(place, { place: placeTag(settlement), name, population });
  });
  for (const { name, place } of stations) addNode(place, { amenity: 'police', name });
}

function placeTag({ rank, isSeat }: PlacedSettlement): string {
  if (rank === 'hamlet') return 'hamlet';
  return isSeat ? 'town' : 'village';
}

/** Ids of the ways, one a border. Borders that meet share a node. */
function addBorders({ borders }: Borders, addNode: AddNode, addWay: AddWay): number[] {
  const known = new Map<string, number>();
  const nodeAt = (place: EastNorth): number => {
    const key = degreesE7(place).join();
    const id = known.get(key) ?? addNode(place);
    known.set(key, id);
    return id;
  };
  return borders.map(({ line }) => addWay(line.map(nodeAt), { boundary: 'administrative', source: 'invented' }));
}

function boundaryRelations({ borders, townships }: MapContents, borderWays: readonly number[]): WritableRelation[] {
  const members = (rings: readonly (readonly RingBorder[])[]): OsmMember[] =>
    rings.flat().map(({ border }) => ({ type: 'way', id: borderWays[border] as number, role: 'outer' }));
  const common = { type: 'boundary', boundary: 'administrative' };
  const county = { ...common, admin_level: COUNTY_LEVEL, name: COUNTY_NAME, ref: COUNTY_CODE };
  return [
    { id: 1, members: members(borders.outline), tags: county },
    ...townships.map(({ name, code }, label) => ({
      id: label + 2,
      members: members(borders.ringsOf(label)),
      tags: { ...common, admin_level: TOWNSHIP_LEVEL, name, ref: code },
    })),
  ];
}
