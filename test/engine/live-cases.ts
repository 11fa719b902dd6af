import { STATUS_FAIL, STATUS_MARGINAL, STATUS_PASS } from '../../geodata/catchment/catchments.ts';
import { type NearestStations, NO_STATION } from '../../geodata/catchment/nearest-stations.ts';
import { Engine } from '../../geodata/engine/engine.ts';
import type { LiveResult, LiveScene } from '../../geodata/engine/live/live-calls.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { LonLat } from '../../geodata/units.ts';

/** Where each station stands; undefined for a closed one. */
export type Standing = readonly (LonLat | undefined)[];

/** An engine with a network open. */
export function engineOn(network: RoadNetwork): Engine {
  const engine = new Engine();
  engine.call('open', { buffer: network.buffer });
  return engine;
}

/** The slow reference: what the call `catchments` says of the stations that are open, told as a live session tells it. */
export function computedAnew(engine: Engine, scene: LiveScene, standing: Standing): LiveResult {
  const indexes = standing.flatMap((coord, station) => (coord ? [station] : []));
  const stations = standing.flatMap((coord) => (coord ? [coord] : []));
  const { settlements, cellCentres, rule, snap } = scene;
  const request = { stations, settlements, cellCentres, rule, nearest: 1, ...(snap ? { snap } : {}) };
  const found = engine.call('catchments', request);
  const { cells: atCells } = engine.call('catchments', { ...request, rule: scene.cellRule ?? rule });
  const width = settlements.length;
  const rowOf = (station: number) => {
    const at = indexes.indexOf(station);
    return at < 0 ? undefined : Array.from(found.status.slice(at * width, (at + 1) * width));
  };
  const own = renumbered(found.settlements, indexes);
  const status = settlements.map((_, i) => {
    if (!scene.groups) return best(indexes.map((station) => rowOf(station)?.[i]));
    const station = scene.groups.stationOf?.[i] ?? own.station[i]!;
    if (station === NO_STATION) return STATUS_FAIL;
    return rowOf(scene.groups.centreOf[station] ?? station)?.[i] ?? STATUS_FAIL;
  });
  const having = (code: number) => status.filter((each) => each === code).length;
  return {
    settlements: own,
    cells: renumbered(atCells, indexes),
    status: Uint8Array.from(status),
    counts: { pass: having(STATUS_PASS), marginal: having(STATUS_MARGINAL), fail: having(STATUS_FAIL) },
    stationMetres: Float64Array.from(standing, (coord, station) =>
      coord ? found.snapMetres.stations[indexes.indexOf(station)]! : Number.NaN,
    ),
  };
}

function renumbered(nearest: NearestStations, indexes: readonly number[]): NearestStations {
  return { ...nearest, station: nearest.station.map((station) => indexes[station] ?? NO_STATION) };
}

function best(codes: readonly (number | undefined)[]): number {
  return [STATUS_PASS, STATUS_MARGINAL].find((code) => codes.includes(code)) ?? STATUS_FAIL;
}
