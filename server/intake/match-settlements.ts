import type { Settlement } from '../../geodata/catchment/places.ts';
import { matchUnits, type UnitMatch } from '../../geodata/matching/match-units.ts';
import type { VillageUnit } from '../../geodata/records/county-records.ts';
import type { Sourced } from './assemble-places.ts';
import type { IntakeChoices, MatchCounts, OfferedMatch } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';

/** Which settlements units are, where the settlements came from elsewhere, such as from a map. */
export interface SettlementMatches {
  /** Id of a settlement -> code of its unit. */
  readonly unitOfSettlement: ReadonlyMap<string, string>;
  readonly counts: MatchCounts;
  readonly offered: readonly OfferedMatch[];
}

export const NO_MATCHES: SettlementMatches = {
  unitOfSettlement: new Map(),
  counts: { byCode: 0, byName: 0, ambiguous: 0, unmatched: 0 },
  offered: [],
};

/**
 * Matches units to settlements that do not name a unit: by code, by name within the township, then by what the user
 * said; what is left is offered, or reported as nowhere. Nothing near is taken for the same.
 */
export function matchSettlements(
  units: readonly Sourced<VillageUnit>[],
  settlements: readonly Settlement[],
  choices: IntakeChoices,
  findings: IntakeFindings,
): SettlementMatches {
  const open = settlements.filter(({ unitCode }) => unitCode === undefined);
  const matching = matchUnits({
    units: units.map(({ item: { code, name, township } }) => ({
      code,
      name,
      ...(township === undefined ? {} : { township }),
    })),
    places: open.map(({ id, name, township, coord }) => ({
      ...{ id, name, coord },
      ...(/^\d{12}$/.test(id) ? { code: id } : {}),
      ...(township === undefined ? {} : { township }),
    })),
  });
  const nameOf = new Map(open.map(({ id, name }) => [id, name]));
  const unitOfSettlement = new Map<string, string>();
  const offered: OfferedMatch[] = [];
  const counts = { byCode: 0, byName: 0, ambiguous: 0, unmatched: 0 };
  const sourceOf = new Map(units.map((unit) => [unit.item.code, unit]));
  for (const match of matching.units) {
    const { code, name } = match.unit;
    const chosen = choices.matches?.[code];
    const placeId = chosen === undefined ? placeOf(match) : (chosen ?? undefined);
    if (placeId !== undefined && nameOf.has(placeId) && !unitOfSettlement.has(placeId)) {
      unitOfSettlement.set(placeId, code);
      if (match.status === 'matched' && match.how === 'code') counts.byCode++;
      else counts.byName++;
      continue;
    }
    const source = sourceOf.get(code);
    if (match.status === 'ambiguous' && chosen === undefined) {
      counts.ambiguous++;
      const candidates = match.candidates.map(({ placeId: id, score }) => ({
        settlementId: id,
        name: nameOf.get(id) ?? '',
        score,
      }));
      offered.push({ code, name, candidates });
      if (source)
        findings.doubt(source.table, source.row, 'name', 'unit-match-offered', { candidates: candidates.length });
    } else {
      counts.unmatched++;
      if (source) findings.doubt(source.table, source.row, 'name', 'unit-unmatched');
    }
  }
  return { unitOfSettlement, counts, offered };
}

function placeOf(match: UnitMatch): string | undefined {
  return match.status === 'matched' ? match.placeId : undefined;
}
