import type { CooperationGroup } from '../../../geodata/grouping/cooperation-group.ts';
import type { DutyStation } from '../../../geodata/grouping/duty/duty-station.ts';
import { station } from '../county-arrays.ts';

/** A rural station with these officers, auxiliaries, vehicles and case officers. */
export function dutyStation(id: string, officers?: number, rest: Partial<DutyStation> = {}): DutyStation {
  const counts = officers === undefined ? {} : { officers, auxiliaries: 2 * officers };
  return { station: station(id, counts), vehicles: 2, caseOfficers: 2, rooms: 3, roundTheClockRooms: 1, ...rest };
}

/** 1 to 12 rural stations; with `unknown`, some counts are not known. */
export function randomStations(random: () => number, unknown: boolean): DutyStation[] {
  const below = (count: number): number => Math.floor(random() * count);
  const maybe = (count: number): number | undefined => (unknown && random() < 0.15 ? undefined : below(count));
  return Array.from({ length: 1 + below(12) }, (_, index): DutyStation => {
    const [officers, auxiliaries, vehicles, caseOfficers, rooms] = [maybe(25), maybe(60), maybe(6), maybe(6), maybe(5)];
    return {
      station: station(`s${index}`, {
        ...(officers === undefined ? {} : { officers }),
        ...(auxiliaries === undefined ? {} : { auxiliaries }),
      }),
      ...(vehicles === undefined ? {} : { vehicles }),
      ...(caseOfficers === undefined ? {} : { caseOfficers }),
      ...(rooms === undefined ? {} : { rooms, roundTheClockRooms: Math.min(rooms, below(2)) }),
    };
  });
}

/** A sound plan: random stations in groups of two and more, the others alone. */
export function randomPlan(random: () => number, stations: readonly DutyStation[]): CooperationGroup[] {
  const groupCount = 1 + Math.floor(random() * 4);
  const ids = Array.from({ length: groupCount }, (): string[] => []);
  for (const { station: each } of stations) {
    if (random() < 0.8) ids[Math.floor(random() * groupCount)]!.push(each.id);
  }
  return ids.flatMap(([centreId, ...memberIds], index) =>
    centreId !== undefined && memberIds.length > 0 ? [{ id: `g${index}`, centreId, memberIds }] : [],
  );
}
