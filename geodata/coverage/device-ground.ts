import { cellsOfArea } from '../hexgrid/area-cells.ts';
import { type CellResolution, cellBoundary } from '../hexgrid/cells.ts';
import type { MultiPolygonRings, Ring } from '../hexgrid/polygon.ts';
import type { VideoDevice } from '../records/county-records.ts';
import { rulerAt } from '../roads/ruler.ts';
import type { Metres } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';
import { DEFAULT_RANGE_METRES, type DeviceSector, sectorOf, sectorOnParallel } from './device-sector.ts';
import { type Intervals, intersectionOf, lengthOf, unionOf } from './intervals.ts';

/** Parallels are this far apart: 1.1 m. They are the same ones for every cell, so cells add up to the whole. */
const ROWS_PER_DEGREE = 100_000;

/** A cell's built-up ground and how much of it devices look over. Never where a device stands. */
export interface CellGround {
  readonly cell: string;
  /** Ground of the built-up areas in the cell, what two of them share counted once. */
  readonly builtUpSquareMetres: number;
  /** Ground of these that at least one device looks over. */
  readonly watchedSquareMetres: number;
}

/**
 * The ground within the sectors of devices, clipped to the built-up areas of each cell; what several devices look over
 * counts once. Cells without built-up ground are left out. Sorted by cell.
 *
 * Parallels 1.1 m apart are cut through everything: along them all is exact, and lengths are added up times their
 * distance (midpoint rule). The error of an area is at most half the distance times the variation of its width from
 * south to north, which is two widths where it is convex: for a circle of 30 m at most 67 m2 or 2.4 %; the worst of
 * 2,000 such circles was 0.11 % off, of 100 m 0.016 %. Metres are planar at the latitude, within 0.1 %. A union of
 * polygons would be exact but for the arcs; it was refused, as no library for it is among ours and an own one has many
 * ways to fail where edges touch.
 *
 * @param builtUp compounds, residential areas or footprints of settlements; they may overlap
 */
export function deviceGround(
  devices: readonly VideoDevice[],
  builtUp: readonly MultiPolygonRings[],
  resolution: CellResolution,
  defaultRangeMetres: Metres = DEFAULT_RANGE_METRES,
): CellGround[] {
  const sectors = devices.map((device) => boxedSector(sectorOf(device, defaultRangeMetres)));
  const grounds = new Map<string, MultiPolygonRings[]>();
  for (const area of builtUp) {
    for (const cell of cellsOfArea(area, resolution)) grounds.set(cell, [...(grounds.get(cell) ?? []), area]);
  }
  return [...grounds.keys()]
    .sort()
    .map((cell) => groundOfCell(cell, grounds.get(cell) ?? [], sectors))
    .filter(({ builtUpSquareMetres }) => builtUpSquareMetres > 0);
}

type Box = readonly [west: number, south: number, east: number, north: number];

interface Boxed<T> {
  readonly box: Box;
  readonly value: T;
}

function groundOfCell(
  cell: string,
  builtUp: readonly MultiPolygonRings[],
  sectors: readonly Boxed<DeviceSector>[],
): CellGround {
  const boundary = [[cellBoundary(cell)]];
  const box = boxOf(boundary);
  const near = sectors.filter((sector) => boxesMeet(sector.box, box));
  const areas = builtUp.map((area): Boxed<MultiPolygonRings> => ({ box: boxOf(area), value: area }));
  let builtUpSquareMetres = 0;
  let watchedSquareMetres = 0;
  for (let row = Math.floor(box[1] * ROWS_PER_DEGREE); row <= box[3] * ROWS_PER_DEGREE; row++) {
    const lat = (row + 0.5) / ROWS_PER_DEGREE;
    const ground = intersectionOf(areaOnParallel(boundary, lat), groundOnParallel(areas, lat));
    if (ground.length === 0) continue;
    const squareMetresPerDegree = rowSquareMetres(lat);
    builtUpSquareMetres += lengthOf(ground) * squareMetresPerDegree;
    watchedSquareMetres += lengthOf(intersectionOf(ground, watchedOnParallel(near, lat))) * squareMetresPerDegree;
  }
  return { cell, builtUpSquareMetres, watchedSquareMetres };
}

/** Square metres of a row of one degree of longitude. */
function rowSquareMetres(lat: number): number {
  const { metresPerMicroLon, metresPerMicroLat } = rulerAt(lat * MICRODEGREES_PER_DEGREE);
  return (metresPerMicroLon * metresPerMicroLat * MICRODEGREES_PER_DEGREE * MICRODEGREES_PER_DEGREE) / ROWS_PER_DEGREE;
}

function groundOnParallel(areas: readonly Boxed<MultiPolygonRings>[], lat: number): Intervals {
  return unionOf(areas.flatMap(({ box, value }) => (box[1] <= lat && lat <= box[3] ? areaOnParallel(value, lat) : [])));
}

function watchedOnParallel(sectors: readonly Boxed<DeviceSector>[], lat: number): Intervals {
  return unionOf(
    sectors.flatMap(({ box, value }) => (box[1] <= lat && lat <= box[3] ? sectorOnParallel(value, lat) : [])),
  );
}

/** Where a parallel runs inside an area: even-odd over the rings of each polygon. */
function areaOnParallel(area: MultiPolygonRings, lat: number): Intervals {
  return unionOf(
    area.flatMap((rings) => rings.flatMap((ring) => crossingsOf(ring, lat)).sort((lonA, lonB) => lonA - lonB)),
  );
}

/** Longitudes at which a parallel crosses a ring: an even number; a corner on it counts as south of it. */
function crossingsOf(ring: Ring, lat: number): number[] {
  const crossings: number[] = [];
  let [lon, south] = ring[ring.length - 1] ?? [0, 0];
  for (const [nextLon, nextLat] of ring) {
    if (south > lat !== nextLat > lat) crossings.push(lon + ((lat - south) / (nextLat - south)) * (nextLon - lon));
    lon = nextLon;
    south = nextLat;
  }
  return crossings;
}

function boxedSector(sector: DeviceSector): Boxed<DeviceSector> {
  const east = sector.rangeMetres / sector.metresPerDegreeLon;
  const north = sector.rangeMetres / sector.metresPerDegreeLat;
  const box: Box = [sector.lon - east, sector.lat - north, sector.lon + east, sector.lat + north];
  return { box, value: sector };
}

function boxOf(area: MultiPolygonRings): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of area) {
    for (const [lon, lat] of rings[0] ?? []) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

function boxesMeet(first: Box, second: Box): boolean {
  return first[0] <= second[2] && second[0] <= first[2] && first[1] <= second[3] && second[1] <= first[3];
}
