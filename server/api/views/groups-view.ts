import { isCounted } from '../../../geodata/grouping/counting-rule.ts';
import type { Evaluation, GroupEvaluation } from '../../../geodata/grouping/evaluate.ts';
import { failReason } from '../../../geodata/grouping/fail-reason.ts';
import type { Extreme, PooledCount } from '../../../geodata/grouping/figures.ts';
import type { Proposal } from '../../../geodata/grouping/propose.ts';
import type { SettlementResponse } from '../../../geodata/grouping/responses.ts';
import type { Language } from '../../language.ts';
import { aloneStationText } from '../../reports/groups-alone.ts';
import { groupsNoteList, proposalText } from '../../reports/groups-notes.ts';
import { REASON_WORDS, STATUS_WORDS } from '../../reports/wording/label-words.ts';
import type { AboutView } from '../contract/about.ts';
import type { GroupsAnswerBody, GroupViewBody } from '../contract/groups.ts';

/** Groups, evaluated, and every settlement with both of its responses. */
export function groupsView(
  about: AboutView,
  evaluation: Evaluation,
  proposal: Proposal | undefined,
  language: Language,
): GroupsAnswerBody {
  const { groups, standAlone, settlements, totals, weights } = evaluation;
  const results = [...groups, ...standAlone].flatMap((group) =>
    group.responses.map((response) => settlementResult(evaluation, group, response)),
  );
  const rank = new Map(settlements.map(({ id }, index) => [id, index]));
  return {
    about,
    proposer: proposal ? { ...proposal.proposer, note: proposalText(proposal, language) } : null,
    weightedBy: weights.base,
    groups: groups.map((group) => groupView(evaluation, group, language)),
    standAlone: standAlone.map((group) => groupView(evaluation, group, language)),
    settlements: results.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)),
    alone: (proposal?.alone ?? []).map((alone) => ({
      stationId: stationId(evaluation, alone.station),
      text: aloneStationText(evaluation, alone, language),
    })),
    notes: groupsNoteList(evaluation, language, proposal),
    totals: { ...totals },
  };
}

function groupView(evaluation: Evaluation, group: GroupEvaluation, language: Language): GroupViewBody {
  const { settlements } = evaluation;
  const extreme = (found: Extreme | undefined) =>
    found
      ? { settlementId: settlements[found.settlement]!.id, seconds: found.cost.ds / 10, metres: found.cost.dm / 10 }
      : null;
  return {
    id: group.id,
    centreId: stationId(evaluation, group.centre),
    memberIds: group.members.map(({ station }) => stationId(evaluation, station)),
    status: group.status,
    statusText: STATUS_WORDS[group.status][language],
    settlements: group.responses.length,
    tally: { ...group.tally },
    overLimit: group.overLimit.map(({ settlement, reason }) => ({
      settlementId: settlements[settlement]!.id,
      reason,
      reasonText: REASON_WORDS[reason][language],
    })),
    farthestByLength: extreme(group.farthestByLength),
    farthestByTime: extreme(group.farthestByTime),
    p95Seconds: group.p95Ds === undefined ? null : group.p95Ds / 10,
    straightRadiusMetres:
      group.straightRadiusMetres === undefined ? null : Math.round(group.straightRadiusMetres * 10) / 10,
    offRoadTimeShare: group.offRoadTimeShare ?? null,
    connectorCount: group.connectorCount,
    officers: wholeSum(group.officers),
    auxiliaries: wholeSum(group.auxiliaries),
    connected: group.connected ?? null,
  };
}

function settlementResult(evaluation: Evaluation, group: GroupEvaluation, response: SettlementResponse) {
  const { settlements, counting, standAlone } = evaluation;
  const place = settlements[response.settlement]!;
  const { support, firstResponse, connector } = response;
  return {
    id: place.id,
    groupId: group.id,
    standAlone: standAlone.includes(group),
    ownStationId: stationId(evaluation, response.ownStation),
    centreId: stationId(evaluation, group.centre),
    counted: isCounted(place, counting),
    status: support.status,
    reason: failReason(support, counting) ?? null,
    firstResponseSeconds: firstResponse.fastest ? firstResponse.fastest.ds / 10 : null,
    supportSeconds: support.fastest ? support.fastest.ds / 10 : null,
    supportMetres: support.fastest ? support.fastest.dm / 10 : null,
    connector,
  };
}

function stationId({ stations }: Evaluation, index: number): string {
  return stations[index]!.id;
}

/** A part is not the sum. */
function wholeSum({ sum, stations, stationsKnown }: PooledCount): number | null {
  return stations === stationsKnown && sum !== undefined ? sum : null;
}
