import type { TableKind } from '../table-kind.ts';
import { COMPOUNDS } from './compounds.ts';
import { COUNTY } from './county.ts';
import { DEVICES } from './devices.ts';
import { INCIDENTS } from './incidents.ts';
import { ROAD_LENGTHS } from './road-lengths.ts';
import { ROOMS } from './rooms.ts';
import { SETTLEMENTS } from './settlements.ts';
import { STATIONS } from './stations.ts';
import type { Template } from './template.ts';
import { UNITS } from './units.ts';

/** The template of every kind of table (DOMAIN.md section 4). */
export const TEMPLATES: Readonly<Record<TableKind, Template>> = {
  stations: STATIONS,
  units: UNITS,
  settlements: SETTLEMENTS,
  compounds: COMPOUNDS,
  rooms: ROOMS,
  'road-lengths': ROAD_LENGTHS,
  incidents: INCIDENTS,
  county: COUNTY,
  devices: DEVICES,
};
