import { createHash } from 'node:crypto';
import type { CountyPlaces } from '../../geodata/catchment/county-places.ts';
import type { Settlement } from '../../geodata/catchment/places.ts';
import { unknownId } from '../../geodata/errors.ts';
import type { CountyRecords } from '../../geodata/records/county-records.ts';
import { type ShownRecords, showRecords } from '../../geodata/records/shown-records.ts';
import type { Condition } from '../../geodata/roads/profiles/conditions.ts';
import { readBoundary } from '../db/boundaries.ts';
import { readRecords } from '../db/county-records.ts';
import type { Db } from '../db/db.ts';
import { listNetworks, type StoredNetwork } from '../db/networks.ts';
import { listSettlements } from '../db/settlements.ts';
import { listStations } from '../db/stations.ts';
import { listTownships, type Township, type TownshipFigures, townshipFigures } from '../db/townships.ts';
import type { DatasetVersion } from '../db/versions.ts';
import { chooseNetwork } from './choose-network.ts';

/** West, south, east, north, degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A complete version of a county's data as readers need it all the time; it never changes. */
export interface LoadedCounty {
  readonly version: DatasetVersion;
  readonly places: CountyPlaces;
  readonly townships: readonly Township[];
  readonly townshipFigures: readonly TownshipFigures[];
  readonly networks: readonly StoredNetwork[];
  readonly bounds: Bounds;
  /** One a settlement: its households and people are withheld 样本过小. */
  readonly withheld: readonly boolean[];
  /** What its offices report: no figure of it about households, people or posts leaves but through `shown`. */
  readonly records: CountyRecords;
  /** The records as they may leave. */
  readonly shown: ShownRecords<Settlement>;
  /** SHA-256, hex, of all places, for this process alone: somebody who knew all figures but one could find that one. */
  readonly placesHash: string;
  /** SHA-256, hex, of all that is shown: names the data in answers. */
  readonly shownHash: string;
}

/** Reads a version with everything but the bytes of its networks. */
export async function loadCounty(db: Db, version: DatasetVersion): Promise<LoadedCounty> {
  const { id } = version;
  const stations = await listStations(db, id);
  const settlements = await listSettlements(db, id);
  const places: CountyPlaces = { stations, settlements, boundary: await readBoundary(db, id) };
  const records = await readRecords(db, id);
  const shown = showRecords(settlements, records);
  return {
    version,
    places,
    townships: await listTownships(db, id),
    townshipFigures: await townshipFigures(db, id),
    networks: await listNetworks(db, id),
    bounds: boundsOf(places),
    withheld: shown.withheld.settlements,
    records,
    shown,
    placesHash: hashOf(places),
    shownHash: shownHashOf(places, records, shown),
  };
}

function shownHashOf(
  { stations, boundary }: CountyPlaces,
  { strengths, rooms, roadLengths, facts }: CountyRecords,
  { settlements, units, compounds, incidents }: ShownRecords<Settlement>,
): string {
  const masked = { settlements, units, compounds, incidents };
  return hashOf({ stations, boundary, strengths, rooms, roadLengths, facts, ...masked });
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * The version's network for a condition.
 * @throws GeodataError `unknown-id` where it has none
 */
export function networkFor({ networks }: LoadedCounty, condition: Condition): StoredNetwork {
  const found = chooseNetwork(networks, { condition });
  if (!found) throw unknownId('condition', condition);
  return found;
}

/** Of the boundary, where there is one, else of all places. */
function boundsOf({ boundary, stations, settlements }: CountyPlaces): Bounds {
  const coords = boundary ? boundary.flat(2) : [...stations, ...settlements].map(({ coord }) => coord);
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of coords) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}
