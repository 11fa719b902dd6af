import { areaSquareMetres } from '../hexgrid/polygon-area.ts';
import type { RoadNetwork } from '../roads/network.ts';
import { rulerAt } from '../roads/ruler.ts';
import { type Placements, type SnapOptions, snapPoints } from '../roads/snap.ts';
import { type ContourPolygons, contourPolygons } from '../travel/contour.ts';
import { offRoadLeg } from '../travel/off-road.ts';
import { UNREACHED } from '../travel/route-cost.ts';
import { TravelTree } from '../travel/tree.ts';
import type { LonLat, Metres, Minutes } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';

export interface IsochroneOptions {
  /** Distance between raster nodes; the outline is good to about half of it. Default 100 m, at least 25 m. */
  readonly stepMetres?: Metres;
  /** Ground farther than this from its nearest road is nobody's. Default 300 m. */
  readonly reachMetres?: Metres;
  readonly snap?: SnapOptions;
  /** One to grow with, where the caller keeps one for the network. */
  readonly tree?: TravelTree;
}

/** Ground within some minutes' drive, as valid MultiPolygon coordinates: empty where the origin reaches no road. */
export interface Isochrone {
  readonly minutes: Minutes;
  readonly polygons: ContourPolygons;
  readonly areaSquareMetres: number;
}

const DEFAULT_STEP_METRES = 100;
const LEAST_STEP_METRES = 25;
const DEFAULT_REACH_METRES = 300;
/** Rows and columns beyond this are not drawn; the step grows instead. */
const MOST_NODES_A_SIDE = 1200;

/**
 * Ground that can be reached within each number of minutes: every raster node is joined to its
 * NEAREST road and takes that place's driving time plus the off-road leg, just as a settlement
 * standing there would. So the far bank of a river is not painted because the near bank's road is
 * within a stone's throw, and a settlement lies inside exactly when its own time is within the
 * minutes, to the width of the raster.
 * @param minutes positive; the answer is in the order asked, and nests
 * @throws Error for minutes that are not positive numbers, or a step below 25 m
 */
export function isochrones(
  network: RoadNetwork,
  origin: LonLat,
  minutes: readonly Minutes[],
  options: IsochroneOptions = {},
): Isochrone[] {
  const step = options.stepMetres ?? DEFAULT_STEP_METRES;
  if (!(step >= LEAST_STEP_METRES)) throw new Error(`A raster step of ${step} m, at least ${LEAST_STEP_METRES}.`);
  const longest = Math.max(0, ...minutes);
  if (minutes.some((value) => !(value > 0 && value < Infinity))) throw new Error(`Minutes ${minutes.join()}.`);
  const tree = options.tree ?? new TravelTree(network);
  const placed = snapPoints(network, [origin], options.snap);
  const leg = offRoadLeg(network, placed, 0);
  const limitDs = Math.round(longest * 600) - leg.ds;
  const isReached = placed.metres[0]! < Infinity && limitDs > 0;
  if (!isReached) return minutes.map((value) => ({ minutes: value, polygons: [], areaSquareMetres: 0 }));
  tree.grow(placed, 0, { limit: limitDs });
  const raster = timeRaster(network, tree, placed, leg.ds, options);
  const outlines = contourPolygons(
    raster,
    minutes.map((value) => value * 60),
  );
  return minutes.map((value, i) => {
    const polygons = outlines[i]!;
    return { minutes: value, polygons, areaSquareMetres: areaSquareMetres(polygons) };
  });
}

/** Seconds from the origin at every raster node near a road that the tree reached; Infinity elsewhere. */
function timeRaster(
  network: RoadNetwork,
  tree: TravelTree,
  root: Placements,
  rootLegDs: number,
  options: IsochroneOptions,
) {
  const reachMetres = options.reachMetres ?? DEFAULT_REACH_METRES;
  const roads = reachedRoads(network, tree, root);
  const shape = rasterShape(network, roads, reachMetres, options.stepMetres ?? DEFAULT_STEP_METRES);
  const near = nodesNearRoads(network, roads, shape, reachMetres);
  const coords = near.map(
    (node): LonLat => [
      shape.west + (node % shape.columns) * shape.stepLon,
      shape.south + Math.floor(node / shape.columns) * shape.stepLat,
    ],
  );
  const placements = snapPoints(network, coords, { ...options.snap, limitMetres: reachMetres });
  const ds = new Uint32Array(near.length);
  const dm = new Uint32Array(near.length);
  tree.costsTo(placements, ds, dm);
  const values = new Float32Array(shape.columns * shape.rows).fill(Infinity);
  near.forEach((node, i) => {
    if (ds[i] !== UNREACHED) values[node] = (ds[i]! + rootLegDs + offRoadLeg(network, placements, i).ds) / 10;
  });
  return { ...shape, values };
}

interface RasterShape {
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  readonly stepLon: number;
  readonly stepLat: number;
}

/** Roads that the tree entered, the root's own among them, each once. */
function reachedRoads(network: RoadNetwork, tree: TravelTree, root: Placements): number[] {
  const roads = new Set<number>([root.road[0]!]);
  for (const state of tree.reached()) roads.add(network.stateDirected[state]! >> 1);
  return [...roads];
}

function rasterShape(network: RoadNetwork, roads: readonly number[], reach: Metres, step: Metres): RasterShape {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const road of roads) {
    for (let point = network.roadPointOffset[road]!; point < network.roadPointOffset[road + 1]!; point++) {
      west = Math.min(west, network.pointLonE6[point]!);
      east = Math.max(east, network.pointLonE6[point]!);
      south = Math.min(south, network.pointLatE6[point]!);
      north = Math.max(north, network.pointLatE6[point]!);
    }
  }
  const ruler = rulerAt((south + north) / 2);
  const width = (east - west) * ruler.metresPerMicroLon + 2 * reach;
  const height = (north - south) * ruler.metresPerMicroLat + 2 * reach;
  const metres = Math.max(step, width / MOST_NODES_A_SIDE, height / MOST_NODES_A_SIDE);
  return {
    columns: Math.ceil(width / metres) + 2,
    rows: Math.ceil(height / metres) + 2,
    west: (west - reach / ruler.metresPerMicroLon) / MICRODEGREES_PER_DEGREE,
    south: (south - reach / ruler.metresPerMicroLat) / MICRODEGREES_PER_DEGREE,
    stepLon: metres / ruler.metresPerMicroLon / MICRODEGREES_PER_DEGREE,
    stepLat: metres / ruler.metresPerMicroLat / MICRODEGREES_PER_DEGREE,
  };
}

/** Raster nodes within the box around any segment of the roads: all that can be within reach of one. */
function nodesNearRoads(network: RoadNetwork, roads: readonly number[], shape: RasterShape, reach: Metres): number[] {
  const { columns, rows } = shape;
  const isNear = new Uint8Array(columns * rows);
  const column = (lonE6: number) => (lonE6 / MICRODEGREES_PER_DEGREE - shape.west) / shape.stepLon;
  const row = (latE6: number) => (latE6 / MICRODEGREES_PER_DEGREE - shape.south) / shape.stepLat;
  const ruler = rulerAt(shape.south * MICRODEGREES_PER_DEGREE);
  const reachColumns = reach / (shape.stepLon * MICRODEGREES_PER_DEGREE * ruler.metresPerMicroLon) + 1;
  const reachRows = reach / (shape.stepLat * MICRODEGREES_PER_DEGREE * ruler.metresPerMicroLat) + 1;
  for (const road of roads) {
    for (let point = network.roadPointOffset[road]! + 1; point < network.roadPointOffset[road + 1]!; point++) {
      const x = [column(network.pointLonE6[point - 1]!), column(network.pointLonE6[point]!)];
      const y = [row(network.pointLatE6[point - 1]!), row(network.pointLatE6[point]!)];
      const firstRow = Math.max(0, Math.floor(Math.min(...y) - reachRows));
      const lastRow = Math.min(rows - 1, Math.ceil(Math.max(...y) + reachRows));
      const firstColumn = Math.max(0, Math.floor(Math.min(...x) - reachColumns));
      const lastColumn = Math.min(columns - 1, Math.ceil(Math.max(...x) + reachColumns));
      for (let r = firstRow; r <= lastRow; r++) isNear.fill(1, r * columns + firstColumn, r * columns + lastColumn + 1);
    }
  }
  const nodes: number[] = [];
  for (let node = 0; node < isNear.length; node++) if (isNear[node]) nodes.push(node);
  return nodes;
}
