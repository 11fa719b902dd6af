import { STATUS_FAIL, STATUS_MARGINAL } from '../../../geodata/catchment/catchments.ts';
import { type NearestStations, NO_STATION } from '../../../geodata/catchment/nearest-stations.ts';
import type { CellResolution } from '../../../geodata/hexgrid/cells.ts';
import type { ResponseRule } from '../../../geodata/travel/two-limit-rule.ts';
import type { CountyCatchments } from '../../counties/county-catchments.ts';
import { catchmentSummary, cellFigures } from '../../reports/catchment-tables.ts';
import type { AboutView } from '../contract/about.ts';
import type { CatchmentsAnswerBody, HexagonsAnswerBody } from '../contract/catchments.ts';

/** Who reaches which settlement first, and how many settlements each station reaches. */
export function catchmentsView(about: AboutView, found: CountyCatchments, rule: ResponseRule): CatchmentsAnswerBody {
  const { stations, settlements } = found.places;
  const statusOf = (station: number, settlement: number) => found.status[station * settlements.length + settlement];
  return {
    about,
    summary: { ...catchmentSummary(found, rule) },
    stations: stations.map(({ id }, station) => ({
      id,
      settlements: settlements.filter((_, i) => statusOf(station, i) !== STATUS_FAIL).length,
      marginalSettlements: settlements.filter((_, i) => statusOf(station, i) === STATUS_MARGINAL).length,
      metresToRoad: metresToRoad(found.snapMetres.stations[station]),
    })),
    settlements: settlements.map(({ id }, i) => ({
      id,
      ...nearestView(found, found.settlements, i),
      stationsWithinRule: stations.filter((_, station) => statusOf(station, i) !== STATUS_FAIL).length,
      metresToRoad: metresToRoad(found.snapMetres.settlements[i]),
    })),
  };
}

/** Every hexagon: who is there first, and the households in it unless they are withheld. */
export function hexagonsView(
  about: AboutView,
  found: CountyCatchments,
  resolution: CellResolution,
  rule: ResponseRule,
): HexagonsAnswerBody {
  return {
    about,
    resolution,
    summary: { ...catchmentSummary(found, rule) },
    hexagons: found.shares.cells.map((cell, i) => {
      const nearest = nearestView(found, found.cells, i);
      const { households, population, sampleTooSmall } = cellFigures(found, i);
      return {
        cell,
        ...nearest,
        inTime: nearest.seconds !== null && nearest.seconds * 10 < rule.limitDs,
        households: households ?? null,
        population: population ?? null,
        sampleTooSmall,
      };
    }),
  };
}

function nearestView({ places }: CountyCatchments, { n, station, ds, dm }: NearestStations, i: number) {
  const at = i * n;
  const idOf = (k: number) => (station[k] === NO_STATION ? undefined : places.stations[station[k] ?? NO_STATION]?.id);
  const [first, next] = [idOf(at), idOf(at + 1)];
  return {
    stationId: first ?? null,
    seconds: first === undefined ? null : ds[at]! / 10,
    metres: first === undefined ? null : dm[at]! / 10,
    nextStationId: next ?? null,
    nextSeconds: next === undefined ? null : ds[at + 1]! / 10,
  };
}

function metresToRoad(metres: number | undefined): number | null {
  return metres === undefined || metres === Infinity ? null : Math.round(metres * 10) / 10;
}
