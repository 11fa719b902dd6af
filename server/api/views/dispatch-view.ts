import type { Station } from '../../../geodata/catchment/places.ts';
import type { Dispatch, RankedStation } from '../../../geodata/dispatch/dispatch.ts';
import type { CountingRule } from '../../../geodata/grouping/counting-rule.ts';
import type { Language } from '../../language.ts';
import { dispatchSentences, dispatchStatus } from '../../reports/dispatch-report.ts';
import type { AboutView } from '../contract/about.ts';
import type { DispatchAnswerBody } from '../contract/dispatch.ts';
import type { RouteViewBody } from '../contract/travel.ts';

/** What a dispatch answer says beside the dispatch itself. */
export interface DispatchContext {
  readonly about: AboutView;
  readonly stations: readonly Station[];
  readonly counting: CountingRule;
  readonly place: DispatchAnswerBody['place'];
  readonly time: string;
  readonly route: RouteViewBody | undefined;
}

/** Who responds to one place at one time: the ranking, both clocks, and the same in sentences. */
export function dispatchView(dispatch: Dispatch, context: DispatchContext, language: Language): DispatchAnswerBody {
  const { about, stations, counting, place, time, route } = context;
  const { duty, ranking, local, support, answering, next } = dispatch;
  const clock = (entry: RankedStation | undefined) => (entry ? clockView(stations, entry) : null);
  const idOf = (entry: RankedStation | undefined) => (entry ? stationOf(stations, entry).id : null);
  return {
    about,
    place,
    time,
    ...{ period: duty.period, workingDay: duty.workingDay, pooled: duty.pooled, turnoutSeconds: duty.turnoutDs / 10 },
    answeringId: idOf(answering),
    local: clock(local),
    support: clock(support),
    nextId: idOf(next),
    responders: ranking.map((entry) => ({
      ...{ rank: entry.rank, role: entry.role, onDuty: entry.onDuty },
      ...clockView(stations, entry),
      metres: tenths(entry.dm),
      statusText: dispatchStatus(entry, language, counting),
    })),
    route: route ?? null,
    sentences: dispatchSentences(dispatch, stations, language, counting),
  };
}

function clockView(stations: readonly Station[], entry: RankedStation) {
  const { id, name } = stationOf(stations, entry);
  return {
    stationId: id,
    name,
    turnoutSeconds: entry.turnoutDs / 10,
    driveSeconds: tenths(entry.driveDs),
    arrivalSeconds: tenths(entry.arrivalDs),
    withinRule: entry.withinRule ?? null,
  };
}

function stationOf(stations: readonly Station[], { station }: RankedStation): Station {
  return stations[station]!;
}

function tenths(value: number | undefined): number | null {
  return value === undefined ? null : value / 10;
}
