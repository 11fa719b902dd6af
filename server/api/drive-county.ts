import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import type { StoredNetwork } from '../db/networks.ts';
import type { Language } from '../language.ts';
import type { EngineDemand } from '../routing/select.ts';
import type { Provenance, SnappedPoint } from '../routing/travel-times.ts';
import { offRoadOf } from './answer-county.ts';
import type { RouteViewBody } from './contract/travel.ts';
import type { Services } from './services.ts';
import { drivenView, journeyEnd, routeView } from './views/route-view.ts';

/** One drive from door to door, and who computed it. */
export interface CountyDrive {
  /** Undefined where no road leads there, or an end has none. */
  readonly route: RouteViewBody | undefined;
  readonly from: SnappedPoint | undefined;
  readonly to: SnappedPoint | undefined;
  /** Undefined: the embedded engine, as was to be expected. */
  readonly provenance: Provenance | undefined;
}

/** What to drive on, and with which engine. */
export interface DriveChoice {
  readonly county: LoadedCounty;
  readonly network: StoredNetwork;
  readonly engine: EngineDemand;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** Whether the embedded engine drives, and no OSRM server is asked. */
export function isEmbedded({ osrm }: Services, engine: EngineDemand): boolean {
  return engine === 'embedded' || (engine === 'any' && !osrm);
}

/** Drives from one place to another on a county's roads. @throws OsrmError where OSRM is demanded and cannot answer */
export async function driveCounty(
  services: Services,
  from: LonLat,
  to: LonLat,
  choice: DriveChoice,
): Promise<CountyDrive> {
  const { county, network, engine, signal } = choice;
  if (isEmbedded(services, engine)) return embeddedDrive(services, from, to, choice);
  const chosen = await services.travelTimes.choose(county, network, engine);
  const found = await chosen.route(from, to, { signal });
  if (found.provenance.engine === 'embedded') {
    return { ...(await embeddedDrive(services, from, to, choice)), provenance: found.provenance };
  }
  const price = offRoadOf((await services.library.roads(network)).meta);
  const { drive, from: start, to: end, provenance } = found;
  const route = drive && start && end ? drivenView(drive, [from, start], [to, end], price) : undefined;
  return { route, from: start, to: end, provenance };
}

async function embeddedDrive(
  { library, threads }: Services,
  from: LonLat,
  to: LonLat,
  { county, network, language, signal }: DriveChoice,
): Promise<CountyDrive> {
  const openable = await library.openable(county, network);
  const found = await threads.call('quick', openable, 'route', { from, to, snap: COUNTY_SNAP }, signal);
  const { route, start, end } = found;
  return {
    route: route && start && end && routeView(route, journeyEnd(from, start), journeyEnd(to, end), language),
    from: start && { coord: start.coord, metres: start.straightMetres },
    to: end && { coord: end.coord, metres: end.straightMetres },
    provenance: undefined,
  };
}
