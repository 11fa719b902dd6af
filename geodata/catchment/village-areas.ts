import { type CellResolution, cellAt, cellBoundary, checkCells } from '../hexgrid/cells.ts';
import { clipAreaToCell } from '../hexgrid/clip.ts';
import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import { ringAreaSquareMetres } from '../hexgrid/polygon-area.ts';
import type { OwnStation } from './own-station.ts';
import type { Settlement, Station } from './places.ts';
import { outlineOfCells } from './villages/area-outlines.ts';
import { cellLattice } from './villages/cell-lattice.ts';
import { GIVEN_BY_BORDER, settlementsOfCells, type VillageGround } from './villages/cell-settlements.ts';
import { joinCutOffGround } from './villages/cut-off-ground.ts';
import { type Enclave, enclavesOf } from './villages/enclaves.ts';
import { type WholeVillage, wholeVillages } from './villages/whole-villages.ts';

/** Whose ground a cell is. A village is by position in `VillageAreas.villages`, a group by its centre's station index. */
export type AreaLevel = 'settlement' | 'village' | 'station' | 'group';

export const AREA_LEVELS: readonly AreaLevel[] = ['settlement', 'village', 'station', 'group'];

export interface VillageAreasInput extends Omit<VillageGround, 'settlementCoords'> {
  readonly resolution: CellResolution;
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  /** One a settlement. */
  readonly ownStation: readonly Pick<OwnStation, 'station'>[];
  /** Station index of the centre of each station's group; its own where it is a centre or stands alone. Default: all alone. */
  readonly centreOfStation?: readonly number[];
  /** Where given, a cell's area is that of the county's ground within it. */
  readonly boundary?: MultiPolygonRings | undefined;
}

/** An enclave of one level, and the villages that have ground in it. */
export interface AreaEnclave extends Enclave {
  readonly level: AreaLevel;
  /** Indexes of villages, ascending. */
  readonly villages: readonly number[];
  readonly areaSquareMetres: number;
}

/**
 * The ground of a county, every cell of it with one owner at each level: settlements make villages, whole villages make
 * stations' areas, and those make groups'. No gaps, no overlaps.
 */
export interface VillageAreas {
  readonly cells: readonly string[];
  readonly villages: readonly WholeVillage[];
  /** One entry a cell, at each level. */
  readonly owner: Readonly<Record<AreaLevel, Uint32Array>>;
  /** How each cell came to its settlement: `GIVEN_BY_SEAT` and the others. */
  readonly given: Uint8Array;
  /** Whole square metres of each cell, so that sums are exact. */
  readonly cellSquareMetres: Float64Array;
  /** In the order of the levels. */
  readonly enclaves: readonly AreaEnclave[];
  /** Indexes of settlements that no cell is left to, as others stand nearer to its middle; their people are counted as ever. */
  readonly settlementsWithoutGround: readonly number[];
  /** Indexes of villages that no cell is left to. */
  readonly villagesWithoutGround: readonly number[];
  /** Indexes of villages whose settlements belong to several stations: each was given whole to one. */
  readonly dividedVillages: readonly number[];
}

/**
 * Areas made of whole villages, for every station and group of a county: cells go to settlements
 * (`settlementsOfCells`), ground cut off from its settlement goes to a neighbour (`joinCutOffGround`), and all above is a
 * union. Villages, stations and groups whose ground does not hang together are listed as enclaves and left as they are.
 * @throws Error where cells are named twice or of another resolution, lists differ in length, or a centre is not a station
 */
export function villageAreas(input: VillageAreasInput): VillageAreas {
  const { cells, resolution, stations, settlements, boundary } = input;
  checkCells(cells, resolution);
  checkLengths(input);
  const centreOf = input.centreOfStation ?? stations.map((_, index) => index);
  const lattice = cellLattice(cells);
  const indexOfId = new Map(cells.map((cell, index) => [cell, index]));
  const cellOf = ({ coord }: { readonly coord: Station['coord'] }) => indexOfId.get(cellAt(coord, resolution));
  const seats = settlements.map(cellOf);
  const ground = { ...input, settlementCoords: settlements.map(({ coord }) => coord) };
  const { settlement, given } = settlementsOfCells(ground, seats);
  for (const cell of joinCutOffGround(lattice, settlement, (index) => seats[index])) given[cell] = GIVEN_BY_BORDER;
  const villages = wholeVillages(settlements, input.ownStation);
  const owner = ownersOf(settlement, villages, centreOf);
  const stationSeats = stations.map(cellOf);
  const seatOf: Record<AreaLevel, (index: number) => number | undefined> = {
    settlement: (index) => seats[index],
    village: (index) => seatOfVillage(villages[index], seats),
    station: (index) => stationSeats[index],
    group: (index) => stationSeats[index],
  };
  const cellSquareMetres = Float64Array.from(cells, (cell) => Math.round(groundOfCell(cell, boundary)));
  const enclaves = AREA_LEVELS.flatMap((level) =>
    enclavesOf(lattice, owner[level], seatOf[level]).map((enclave): AreaEnclave => {
      const within = new Set(enclave.cells.map((cell) => owner.village[cell]!));
      const areaSquareMetres = enclave.cells.reduce((sum, cell) => sum + cellSquareMetres[cell]!, 0);
      return { ...enclave, level, villages: [...within].sort((a, b) => a - b), areaSquareMetres };
    }),
  );
  return {
    cells,
    villages,
    owner,
    given,
    cellSquareMetres,
    enclaves,
    settlementsWithoutGround: withoutGround(owner.settlement, settlements.length),
    villagesWithoutGround: withoutGround(owner.village, villages.length),
    dividedVillages: villages.flatMap((village, index) => (village.stations.length > 1 ? [index] : [])),
  };
}

/** Square metres by owner at a level; whole, and together those of all cells. */
export function areasByOwner({ owner, cellSquareMetres }: VillageAreas, level: AreaLevel): ReadonlyMap<number, number> {
  const areas = new Map<number, number>();
  owner[level].forEach((index, cell) => {
    areas.set(index, (areas.get(index) ?? 0) + cellSquareMetres[cell]!);
  });
  return areas;
}

/** The dissolved outline of an owner's ground at a level: coordinates of a GeoJSON MultiPolygon, empty without ground. */
export function areaOutline({ cells, owner }: VillageAreas, level: AreaLevel, index: number): MultiPolygonRings {
  return outlineOfCells(cells.filter((_, cell) => owner[level][cell] === index));
}

function checkLengths({ cells, cellPlacements, stations, settlements, ...rest }: VillageAreasInput): void {
  const { settlementPlacements, ownStation, centreOfStation } = rest;
  const pairs = [
    ['cell placements', cellPlacements.count, cells.length],
    ['settlement placements', settlementPlacements.count, settlements.length],
    ['own stations', ownStation.length, settlements.length],
    ['centres', centreOfStation?.length ?? stations.length, stations.length],
  ] as const;
  for (const [name, found, expected] of pairs) {
    if (found !== expected) throw new Error(`${found} ${name} where ${expected} are needed.`);
  }
  for (const { station } of ownStation) {
    if (!stations[station]) throw new Error(`Own station ${station} is not of ${stations.length}.`);
  }
  for (const centre of centreOfStation ?? []) {
    if (!stations[centre]) throw new Error(`Centre ${centre} is not of ${stations.length} stations.`);
  }
}

function ownersOf(settlement: Uint32Array, villages: readonly WholeVillage[], centreOf: readonly number[]) {
  const villageOf = new Map(villages.flatMap(({ settlements }, index) => settlements.map((member) => [member, index])));
  const village = settlement.map((index) => villageOf.get(index)!);
  const station = village.map((index) => villages[index]!.station);
  return { settlement, village, station, group: station.map((index) => centreOf[index]!) };
}

function seatOfVillage(village: WholeVillage | undefined, seats: readonly (number | undefined)[]): number | undefined {
  return village?.seat === undefined ? undefined : seats[village.seat];
}

function groundOfCell(cell: string, boundary: MultiPolygonRings | undefined): number {
  return boundary ? clipAreaToCell(boundary, cell) : ringAreaSquareMetres(cellBoundary(cell));
}

function withoutGround(owner: Uint32Array, count: number): number[] {
  const owners = new Set(owner);
  return Array.from({ length: count }, (_, index) => index).filter((index) => !owners.has(index));
}
