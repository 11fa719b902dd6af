import {
  decisiveResponse,
  type ExplainedLeg,
  type ExplainedResponse,
  type ExplainedRoute,
  type Explanation,
  type NearStation,
} from '../../../geodata/grouping/explain.ts';
import { failReason } from '../../../geodata/grouping/fail-reason.ts';
import type { LonLat } from '../../../geodata/units.ts';
import type { Language } from '../../language.ts';
import { explainSentences } from '../../reports/explain-report.ts';
import { OWN_STATION_WORDS, REASON_WORDS, STATUS_WORDS } from '../../reports/wording/label-words.ts';
import { proofText } from '../../reports/wording/proof-words.ts';
import type { AboutView } from '../contract/about.ts';
import type { ExplainAnswerBody, ResponseViewBody } from '../contract/explain.ts';
import { settlementView } from './county-views.ts';
import { type JourneyEnd, routeView } from './route-view.ts';

/**
 * Who serves one settlement, by which roads, whether within the rule, and why.
 * @param groupId null where its own station stands alone
 * @param withheld its households and people are too few to show
 */
export function explainView(
  about: AboutView,
  explanation: Explanation,
  { groupId, withheld }: { readonly groupId: string | null; readonly withheld: boolean },
  language: Language,
): ExplainAnswerBody {
  const { settlement, own, centre, ownStationRule, nearest, alternative } = explanation;
  const decisive = responseView(explanation, decisiveResponse(explanation), language);
  const { status, statusText, reason, reasonText } = decisive;
  return {
    about,
    settlement: settlementView(settlement, withheld),
    groupId,
    ownStationRule,
    ownStationRuleText: OWN_STATION_WORDS[ownStationRule][language],
    own: responseView(explanation, own, language),
    centre: centre ? responseView(explanation, centre, language) : null,
    decisive: centre ? 'centre' : 'own',
    ...{ status, statusText, reason, reasonText },
    nearest: nearest.map(nearView),
    alternative: alternative ? nearView(alternative) : null,
    sentences: explainSentences(explanation, language),
  };
}

function responseView(explanation: Explanation, response: ExplainedResponse, language: Language): ResponseViewBody {
  const { counting } = explanation;
  const { station, verdict, stationLeg, settlementLeg, fastest, proof } = response;
  const reason = failReason(verdict, counting);
  const route = (explained: ExplainedRoute | undefined) =>
    explained ? explainedRoute(explanation, response, explained, language) : null;
  return {
    station: { id: station.id, name: station.name, coord: [...station.coord] },
    status: verdict.status,
    statusText: STATUS_WORDS[verdict.status][language],
    reason: reason ?? null,
    reasonText: reason ? REASON_WORDS[reason][language] : null,
    proof: verdict.proof,
    proofText: proofText(verdict, counting, language),
    straightMetres: Math.round(verdict.straightMetres * 10) / 10,
    offRoad: { seconds: verdict.offRoad.ds / 10, metres: verdict.offRoad.dm / 10 },
    stationLeg: legView(stationLeg),
    settlementLeg: legView(settlementLeg),
    fastest: route(fastest),
    proofRoute: route(proof),
  };
}

/** The ends of the drive are where station and settlement were joined to the road. */
function explainedRoute(
  { settlement, provenance }: Explanation,
  { station, stationLeg, settlementLeg }: ExplainedResponse,
  { route }: ExplainedRoute,
  language: Language,
) {
  const first = route.line[0] ?? station.coord;
  const last = route.line[route.line.length - 1] ?? settlement.coord;
  const end = (place: LonLat, road: LonLat, { cost }: ExplainedLeg): JourneyEnd => ({
    place,
    road,
    straightMetres: cost.dm / 10 / provenance.offRoad.detourFactor,
    ...cost,
  });
  return routeView(route, end(station.coord, first, stationLeg), end(settlement.coord, last, settlementLeg), language);
}

function legView({ cost, connector }: ExplainedLeg) {
  return { seconds: cost.ds / 10, metres: cost.dm / 10, connector };
}

function nearView({ station, cost }: NearStation) {
  return { stationId: station.id, name: station.name, seconds: cost.ds / 10, metres: cost.dm / 10 };
}
