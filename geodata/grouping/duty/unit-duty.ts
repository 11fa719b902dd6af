import { apportion } from '../../hexgrid/apportion.ts';
import {
  type DutyFigure,
  type DutyFigures,
  type DutyMeasure,
  figuresBy,
  knownFigure,
  type MissingPart,
  unknownFigure,
} from './duty-figure.ts';
import type { DutyStation } from './duty-station.ts';
import { officersFor, type RosterRule } from './roster.ts';

type Column = Partial<Record<DutyMeasure, number>>;

/**
 * The duty of one unit, station by station: of a group its centre first and then its members, or of a station that
 * stands alone. Each station's own posts are filled from its own officers; then command, response and case work, in
 * this order, are shared out over the stations by the officers that each has left (`apportion`). Case work is as much
 * as before: pooling moves it and is not taken to shorten it. Who is left is free for the villages. What cannot be
 * filled is a shortfall, shown at the centre. Cars likewise.
 *
 * Where a headcount of one station is unknown, so are the shares of all of the unit's stations.
 */
export function dutyOfUnit(unit: readonly DutyStation[], rule: RosterRule): DutyFigures[] {
  const columns: Column[] = unit.map((station, index) => ({ ...countsOf(station), ...postsOf(index, rule) }));
  const lacksOfficers = missingOf(unit, 'officers', ({ station }) => station.officers);
  const lacksCases = missingOf(unit, 'cases', ({ caseOfficers }) => caseOfficers);
  const lacksVehicles = missingOf(unit, 'vehicles', ({ vehicles }) => vehicles);
  if (lacksOfficers.length === 0) {
    const left = fillDuty(unit, rule, columns);
    if (lacksCases.length === 0) fillCases(unit, left, columns);
  }
  if (lacksVehicles.length === 0) fillVehicles(unit, rule, columns);
  const why: Partial<Record<DutyMeasure, readonly MissingPart[]>> = {
    command: lacksOfficers,
    response: lacksOfficers,
    'duty-shortfall': lacksOfficers,
    cases: [...lacksOfficers, ...lacksCases],
    villages: [...lacksOfficers, ...lacksCases],
    'case-shortfall': [...lacksOfficers, ...lacksCases],
    'vehicles-on-duty': lacksVehicles,
    'vehicles-free': lacksVehicles,
    'vehicle-shortfall': lacksVehicles,
  };
  return unit.map(({ station: { id } }, index) =>
    figuresBy((measure): DutyFigure => {
      const value = columns[index]?.[measure];
      if (value !== undefined) return knownFigure(measure, id, value);
      return unknownFigure(why[measure] ?? [{ label: measure, stationId: id }]);
    }),
  );
}

function countsOf({ station, vehicles, rooms, roundTheClockRooms, caseOfficers }: DutyStation): Column {
  const counts = { vehicles, rooms, 'round-the-clock-rooms': roundTheClockRooms };
  const all = { officers: station.officers, auxiliaries: station.auxiliaries, ...counts };
  for (const [measure, value] of Object.entries({ ...all, cases: caseOfficers })) {
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
      throw new Error(`Station ${station.id} has ${measure} ${value}, not a whole number from 0.`);
    }
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function postsOf(index: number, { command, response, memberResponse }: RosterRule): Column {
  if (index > 0) return { 'day-posts': memberResponse.day, 'night-posts': memberResponse.night };
  return { 'day-posts': command.day + response.day, 'night-posts': command.night + response.night };
}

/** @returns officers that each station has left */
function fillDuty(unit: readonly DutyStation[], rule: RosterRule, columns: readonly Column[]): readonly number[] {
  const ownNeed = officersFor(rule.memberResponse, rule);
  const all = unit.map(({ station }) => station.officers ?? 0);
  const own = all.map((officers, index) => (index === 0 ? 0 : Math.min(officers, ownNeed)));
  const ownLack = own.reduce((lack, held, index) => lack + (index === 0 ? 0 : ownNeed - held), 0);
  const command = fill(officersFor(rule.command, rule), minus(all, own));
  const response = fill(officersFor(rule.response, rule), command.left);
  columns.forEach((column, index) => {
    column.command = command.taken[index]!;
    column.response = own[index]! + response.taken[index]!;
    column['duty-shortfall'] = index === 0 ? ownLack + command.lack + response.lack : 0;
  });
  return response.left;
}

function fillCases(unit: readonly DutyStation[], left: readonly number[], columns: readonly Column[]): void {
  const need = unit.reduce((sum, { caseOfficers = 0 }) => sum + caseOfficers, 0);
  const cases = fill(need, left);
  columns.forEach((column, index) => {
    column.cases = cases.taken[index]!;
    column.villages = cases.left[index]!;
    column['case-shortfall'] = index === 0 ? cases.lack : 0;
  });
}

function fillVehicles(unit: readonly DutyStation[], rule: RosterRule, columns: readonly Column[]): void {
  const all = unit.map(({ vehicles = 0 }) => vehicles);
  const own = all.map((vehicles, index) => (index === 0 ? 0 : Math.min(vehicles, rule.memberVehicles)));
  const ownLack = own.reduce((lack, held, index) => lack + (index === 0 ? 0 : rule.memberVehicles - held), 0);
  const pooled = fill(rule.commandPostVehicles, minus(all, own));
  columns.forEach((column, index) => {
    column['vehicles-on-duty'] = own[index]! + pooled.taken[index]!;
    column['vehicles-free'] = pooled.left[index]!;
    column['vehicle-shortfall'] = index === 0 ? ownLack + pooled.lack : 0;
  });
}

interface Filled {
  readonly taken: readonly number[];
  readonly left: readonly number[];
  readonly lack: number;
}

/** Takes as much of a need as there is, by largest remainder; nobody gives more than he has, as the need is no more than all. */
function fill(need: number, from: readonly number[]): Filled {
  const taken = apportion(Math.min(need, sum(from)), from);
  return { taken, left: minus(from, taken), lack: need - sum(taken) };
}

function missingOf(
  unit: readonly DutyStation[],
  label: DutyMeasure,
  countOf: (station: DutyStation) => number | undefined,
): MissingPart[] {
  return unit.flatMap((station) => (countOf(station) === undefined ? [{ label, stationId: station.station.id }] : []));
}

function minus(all: readonly number[], taken: readonly number[]): number[] {
  return all.map((value, index) => value - taken[index]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
