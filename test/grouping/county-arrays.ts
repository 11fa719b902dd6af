import type { OwnStation } from '../../geodata/catchment/own-station.ts';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import { type CountingRule, DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { centreOfStations, type ResponsesInput } from '../../geodata/grouping/evaluate.ts';
import type { Responses } from '../../geodata/grouping/responses.ts';
import type { Verdict } from '../../geodata/travel/two-limit-rule.ts';

/** Rural, at the origin, unless said otherwise. */
export function station(id: string, rest: Partial<Station> = {}): Station {
  return { id, name: `${id}所`, coord: [117, 32], kind: 'rural', ...rest };
}

/** A natural village at the origin, unless said otherwise. */
export function settlement(id: string, rest: Partial<Settlement> = {}): Settlement {
  return { id, name: `${id}村`, coord: [117, 32], kind: 'natural', ...rest };
}

/** What the fastest route of so many minutes and kilometres comes to under 30 km and 30 min; undefined: no route. */
export function drive(minutes: number | undefined, kilometres = 1, rest: Partial<Verdict> = {}): Verdict {
  const plain = { offRoad: { ds: 0, dm: 0 }, straightMetres: 1000 * kilometres };
  if (minutes === undefined) {
    return { ...plain, status: 'fail', proof: 'no-route', cost: undefined, fastest: undefined, ...rest };
  }
  const cost = { ds: Math.round(minutes * 600), dm: Math.round(kilometres * 10_000) };
  const share = Math.max(cost.ds / 18_000, cost.dm / 300_000);
  const fails = cost.ds >= 18_000 || cost.dm > 300_000;
  const proof = fails && cost.ds < 18_000 ? 'shortest' : 'fastest';
  const status = fails ? 'fail' : share > 0.9 ? 'marginal' : 'pass';
  return { ...plain, status, proof, cost, fastest: cost, ...rest };
}

export interface ArrayCounty {
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  /** Station index of each settlement. */
  readonly owners: readonly number[];
  /** The drive from a station to a settlement, and from a station to a station, by index. */
  readonly toSettlement: (from: number, to: number) => Verdict;
  readonly toStation?: (from: number, to: number) => Verdict;
}

export const PROVENANCE = {
  networkHash: '00ff',
  profile: 'rural-plain',
  offRoad: { detourFactor: 1.3, kmh: 15 },
} as const;

/** The input of `evaluateResponses` for a county given as plain functions. */
export function arrayInput(
  county: ArrayCounty,
  groups: readonly CooperationGroup[],
  counting: CountingRule = DEFAULT_COUNTING,
): ResponsesInput {
  const { stations, settlements, owners, toSettlement, toStation = () => drive(1) } = county;
  const centreOf = centreOfStations(groups, stations);
  const responses: Responses = {
    settlements: settlements.map((_, index) => ({
      settlement: index,
      ownStation: owners[index]!,
      firstResponse: toSettlement(owners[index]!, index),
      support: toSettlement(centreOf[owners[index]!]!, index),
      connector: false,
    })),
    stations: stations.map((_, index) => (centreOf[index] === index ? undefined : toStation(centreOf[index]!, index))),
    stationConnectors: stations.map(() => false),
  };
  const ownStation = owners.map((owner): OwnStation => ({ station: owner, rule: 'stated' }));
  return { stations, settlements, ownStation, groups, counting, responses, provenance: PROVENANCE };
}
