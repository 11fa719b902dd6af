import type { Station } from '../catchment/places.ts';
import type { StationStrength, VillageUnit } from '../records/county-records.ts';
import { countGap, type FoundGaps, type Gap, touchedBy, type UnjudgedPlace } from './gap.ts';
import { placeOfUnit } from './video-gaps.ts';

/** 每所在岗民警, at least (clause 4, DOMAIN.md 1, 4C). */
export const LEAST_OFFICERS = 5;

/** 一村一辅警, 一社区两辅警, at least (clause 5). */
export const LEAST_AUXILIARIES: Readonly<Record<VillageUnit['kind'], number>> = { village: 1, community: 2 };

/** What a staffing gap needs of a station. */
export type StaffedStation = Pick<Station, 'id' | 'name' | 'township' | 'coord'>;

/**
 * Stations with fewer than five officers on duty post. The ratios of clause 4 are the county's, not a station's, and
 * two teams one room 两队一室 is asked of one station in the county: both stand in the scorecard. Households are those of
 * the units that name the station as theirs.
 */
export function officerGaps(
  stations: readonly StaffedStation[],
  strengths: readonly StationStrength[],
  units: readonly VillageUnit[],
  least: number = LEAST_OFFICERS,
): FoundGaps {
  const strengthOf = new Map(strengths.map((strength) => [strength.stationId, strength]));
  const gaps: Gap[] = [];
  const unjudged: UnjudgedPlace[] = [];
  for (const { id, name, township, coord } of stations) {
    const place = { kind: 'station', id, name, township, coord } as const;
    const officers = strengthOf.get(id)?.onDuty;
    if (officers === undefined) unjudged.push({ kind: 'officers', place });
    if (officers === undefined || officers >= least) continue;
    const own = units.filter(({ stationId }) => stationId === id);
    gaps.push(countGap('officers', place, [officers, least], 'officers', touchedBy(own)));
  }
  return { gaps, unjudged };
}

/**
 * Units with fewer auxiliaries than clause 5 asks for. A village whose head of the public-security committee serves as
 * police assistant 警务助理 has no gap, since the clause offers that instead, unless `assistantsCount` is false; a
 * community has no such way out.
 */
export function auxiliaryGaps(
  units: readonly VillageUnit[],
  assistantsCount = true,
  leastOf: Readonly<Record<VillageUnit['kind'], number>> = LEAST_AUXILIARIES,
): FoundGaps {
  const gaps: Gap[] = [];
  const unjudged: UnjudgedPlace[] = [];
  for (const unit of units) {
    if (assistantsCount && unit.kind === 'village' && unit.policeAssistant) continue;
    const least = leastOf[unit.kind];
    const place = placeOfUnit(unit.code, unit);
    if (unit.auxiliaries === undefined) unjudged.push({ kind: 'auxiliaries', place });
    if (unit.auxiliaries === undefined || unit.auxiliaries >= least) continue;
    gaps.push(countGap('auxiliaries', place, [unit.auxiliaries, least], 'auxiliaries', touchedBy([unit])));
  }
  return { gaps, unjudged };
}
