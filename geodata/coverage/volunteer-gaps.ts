import type { VillageUnit } from '../records/county-records.ts';
import { countGap, type FoundGaps, type Gap, touchedBy, type UnjudgedPlace } from './gap.ts';
import { placeOfUnit } from './video-gaps.ts';
import { type VolunteerReading, volunteerNeed } from './volunteer-need.ts';

/** Units below the least of clause 15: posts of a rural unit, buildings without one of an urban unit. */
export function volunteerGaps(units: readonly VillageUnit[], reading?: VolunteerReading): FoundGaps {
  const gaps: Gap[] = [];
  const unjudged: UnjudgedPlace[] = [];
  for (const unit of units) {
    const { band, present, least, setting } = volunteerNeed(unit, reading);
    const place = placeOfUnit(unit.code, unit);
    if (band === 'unknown') unjudged.push({ kind: 'volunteers', place });
    if (band !== 'short' || present === undefined || least === undefined) continue;
    const counted = setting === 'rural' ? 'posts' : 'buildings';
    gaps.push(countGap('volunteers', place, [present, least], counted, touchedBy([unit])));
  }
  return { gaps, unjudged };
}
