import { type Dispatch, dispatch, type StationDrive } from '../../geodata/dispatch/dispatch.ts';
import type { Duty } from '../../geodata/dispatch/duty-hours.ts';
import { ownStationOfPoint } from '../../geodata/dispatch/own-station-of-point.ts';
import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import { centreOfStations } from '../../geodata/grouping/evaluate.ts';
import type { Provenance, SnappedPoint } from '../routing/travel-times.ts';
import { offRoadOf } from './answer-county.ts';
import type { CalledPlaceInCounty } from './called-place.ts';
import type { RouteViewBody } from './contract/travel.ts';
import { type DriveChoice, driveCounty, isEmbedded } from './drive-county.ts';
import type { Services } from './services.ts';
import { offRoadCost } from './views/route-view.ts';

export interface DispatchQuestion extends DriveChoice {
  readonly counting: CountingRule;
  readonly place: CalledPlaceInCounty;
  /** Whose duty is pooled where. */
  readonly groups: readonly CooperationGroup[];
  readonly duty: Duty;
}

export interface DispatchFound {
  readonly dispatch: Dispatch;
  /** Of the station that answers. */
  readonly route: RouteViewBody | undefined;
  readonly metresToRoad: number | null;
  readonly provenance: Provenance | undefined;
}

/** Every station's drive to a place, who answers under the duty of the time, and the way there. */
export async function dispatchToPlace(services: Services, question: DispatchQuestion): Promise<DispatchFound> {
  const { county, counting, place, groups, duty } = question;
  const { stations } = county.places;
  const drives = await stationDrives(services, question);
  const own = ownStationOfPoint(
    stations,
    place.point,
    drives.of.map(({ cost }) => cost),
  );
  const found = dispatch({
    stations,
    drives: drives.of,
    centreOf: centreOfStations(groups, stations),
    ownStation: own?.station,
    duty,
    rule: counting,
  });
  const answering = found.answering && stations[found.answering.station];
  const drive = answering && (await driveCounty(services, answering.coord, place.point.coord, question));
  const { metresToRoad, provenance } = drives;
  if (provenance?.engine === 'osrm' && drive?.provenance?.engine === 'embedded') {
    // The server fell silent in between: one answer comes from one engine, whole, and says why.
    return { ...(await dispatchToPlace(services, { ...question, engine: 'embedded' })), provenance: drive.provenance };
  }
  return { dispatch: found, route: drive?.route, metresToRoad, provenance };
}

interface StationDrives {
  readonly of: readonly StationDrive[];
  readonly metresToRoad: number | null;
  readonly provenance: Provenance | undefined;
}

/** The embedded engine decides the rule exactly; an OSRM server knows the fastest drives only. */
async function stationDrives(services: Services, question: DispatchQuestion): Promise<StationDrives> {
  const { county, network, engine, place, signal } = question;
  if (isEmbedded(services, engine)) return embeddedDrives(services, question);
  const chosen = await services.travelTimes.choose(county, network, engine);
  const coords = county.places.stations.map(({ coord }) => coord);
  const found = await chosen.matrix(coords, [place.point.coord], { signal });
  if (found.provenance.engine === 'embedded') {
    return { ...(await embeddedDrives(services, question)), provenance: found.provenance };
  }
  const price = offRoadOf((await services.library.roads(network)).meta);
  const leg = (point: SnappedPoint | undefined) => offRoadCost(point?.metres ?? 0, price);
  const end = leg(found.targets[0]);
  return {
    of: coords.map((_, station) => {
      const [seconds = Number.NaN, metres = Number.NaN] = [found.seconds[station], found.metres[station]];
      if (Number.isNaN(seconds)) return { cost: undefined };
      const start = leg(found.sources[station]);
      const ds = Math.round((start.seconds + seconds + end.seconds) * 10);
      return { cost: { ds, dm: Math.round((start.metres + metres + end.metres) * 10) } };
    }),
    metresToRoad: found.targets[0] ? Math.round(found.targets[0].metres * 10) / 10 : null,
    provenance: found.provenance,
  };
}

async function embeddedDrives(
  { library, threads }: Services,
  { county, network, counting, place, signal }: DispatchQuestion,
): Promise<StationDrives> {
  const openable = await library.openable(county, network);
  const asked = { ...place.point, counting };
  const { stations, metresToRoad } = await threads.call('quick', openable, 'respond', asked, signal);
  return {
    of: stations.map(({ fastest, status }) => ({ cost: fastest, status })),
    metresToRoad: metresToRoad === Infinity ? null : Math.round(metresToRoad * 10) / 10,
    provenance: undefined,
  };
}
