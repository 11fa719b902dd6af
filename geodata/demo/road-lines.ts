import type { Metres } from '../units.ts';
import { type EastNorth, pointBetween } from './frame.ts';
import { bendOverHills } from './hairpins.ts';
import type { Lattice, Site } from './lattice.ts';
import { lineMetres, roundCorners, simplify } from './polyline.ts';
import type { River } from './river.ts';
import type { RoadKind, RoadPlan } from './road-plan.ts';
import type { Terrain } from './terrain.ts';

/** What a line of the road map is: a numbered road, a street, or a motorway and its slip roads. */
export type LineKind = RoadKind | 'street' | 'motorway' | 'slip-road';

export interface RoadLine {
  readonly kind: LineKind;
  readonly ref: string;
  readonly name: string;
  readonly underConstruction: boolean;
  /** Indexes of the map's places, in order. Lines that share a place meet there. */
  readonly nodes: readonly number[];
}

/** Roads as lines over shared places. */
export interface RoadMap {
  readonly places: readonly EastNorth[];
  readonly lines: readonly RoadLine[];
}

const TOLERANCE_METRES: Record<RoadKind, Metres> = { G: 60, S: 60, X: 52, Y: 48, C: 45 };
const CURVE_METRES: Record<RoadKind, Metres> = { G: 260, S: 220, X: 170, Y: 130, C: 95 };
const HALF_BRIDGE_METRES: Metres = 110;

/** Draws the planned roads: straight where the land allows, curved where they bend, winding where they climb. */
export function drawPlannedRoads(plan: RoadPlan, lattice: Lattice, terrain: Terrain, river: River): RoadMap {
  const places: EastNorth[] = [];
  const nodeOfSite = new Map<Site, number>();
  const addPlace = (place: EastNorth): number => places.push(place) - 1;
  const junction = (site: Site): number => {
    const node = nodeOfSite.get(site) ?? addPlace(lattice.placeOf(site));
    nodeOfSite.set(site, node);
    return node;
  };
  const isJunction = junctionSites(plan);
  const lines = plan.roads.map(({ kind, ref, name, sites, underConstruction }): RoadLine => {
    const nodes = [junction(sites[0] as Site)];
    for (const piece of splitAtJunctions(sites, isJunction)) {
      const line = drawPiece(piece.map(lattice.placeOf), kind, terrain);
      nodes.push(...withBridgeheads(line, river).slice(1, -1).map(addPlace), junction(piece[piece.length - 1] as Site));
    }
    return { kind, ref, name, underConstruction, nodes };
  });
  return { places, lines };
}

function drawPiece(line: readonly EastNorth[], kind: RoadKind, terrain: Terrain): EastNorth[] {
  const winding = bendOverHills(simplify(line, TOLERANCE_METRES[kind]), terrain);
  return roundCorners(winding, CURVE_METRES[kind]);
}

/** Sites at which a road must pass exactly: others meet or end there. */
function junctionSites(plan: RoadPlan): (site: Site) => boolean {
  const ends = new Set(plan.roads.flatMap(({ sites }) => [sites[0] as Site, sites[sites.length - 1] as Site]));
  return (site) => ends.has(site) || plan.degree(site) > 2;
}

function splitAtJunctions(sites: readonly Site[], isJunction: (site: Site) => boolean): Site[][] {
  const pieces: Site[][] = [];
  let piece: Site[] = [];
  for (const site of sites) {
    piece.push(site);
    if (piece.length === 1 || !isJunction(site)) continue;
    pieces.push(piece);
    piece = [site];
  }
  return pieces;
}

/** Gives each crossing of the river a point on either bank, so that the bridge is a way of its own. */
function withBridgeheads(line: readonly EastNorth[], river: River): EastNorth[] {
  const found: EastNorth[] = [line[0] as EastNorth];
  for (let at = 1; at < line.length; at++) {
    const from = line[at - 1] as EastNorth;
    const to = line[at] as EastNorth;
    if (river.crosses(from, to)) {
      const middle = crossingShare(from, to, river);
      const half = HALF_BRIDGE_METRES / lineMetres([from, to]);
      if (middle - half > 0.02) found.push(pointBetween(from, to, middle - half));
      if (middle + half < 0.98) found.push(pointBetween(from, to, middle + half));
    }
    found.push(to);
  }
  return found;
}

/** Share of the way at which a crossing is, by halving. */
function crossingShare(from: EastNorth, to: EastNorth, river: River): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (river.crosses(from, pointBetween(from, to, middle))) high = middle;
    else low = middle;
  }
  return low;
}
