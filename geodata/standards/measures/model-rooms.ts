import type { Station } from '../../catchment/places.ts';
import type { PoliceRoom } from '../../records/county-records.ts';
import { atLeast, countOf, judge } from '../judge.ts';
import type { Measure } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import type { StandardsInput } from '../standards-input.ts';
import { judgedUnit, type UnitIdentity, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';

/** Clause 20: model police rooms 样板警务室, in town and in the country. */
export function measureModelRooms({ records, stations }: StandardsInput, settings: RuleSettings): Measure {
  const rooms = thresholdOf(settings, 'rooms');
  const isEach = switchOf(settings, 'rooms') === 'each';
  const ofSide = isEach ? rooms : 1;
  const stationOf = new Map(stations.map((station) => [station.id, station]));
  return {
    summary: { kind: 'count', least: isEach ? 2 * rooms : rooms, leastUrban: ofSide, leastRural: ofSide },
    units: records.rooms.map((room) => roomUnit(room, stationOf)),
    remarks: [],
  };
}

function roomUnit(room: PoliceRoom, stationOf: ReadonlyMap<string, Station>): UnitResult {
  const { id, name, asOf, kinds } = room;
  const identity: UnitIdentity = { unit: 'room', unitId: id, name, asOf };
  if (!kinds.includes('model')) return unjudgedUnit(identity, 'not-a-model-room');
  const side = sideOf(room, stationOf);
  if (!side) return unknownUnit(identity, ['stationId'], { reason: 'unknown-urban-rural' });
  return judgedUnit(identity, judge(countOf(1), atLeast(1)), { reason: 'meets', value: countOf(1), side });
}

/**
 * A community room is urban, a rural room rural; one that is both, or neither, is what its station is. Undefined where
 * its station is not known either.
 */
function sideOf({ kinds, stationId }: PoliceRoom, stationOf: ReadonlyMap<string, Station>): UnitResult['side'] {
  const isCommunity = kinds.includes('community');
  if (isCommunity !== kinds.includes('rural')) return isCommunity ? 'urban' : 'rural';
  return stationId === undefined ? undefined : stationOf.get(stationId)?.kind;
}
