import { type CooperationGroup, requireSoundGroups, stationIdsOf } from '../cooperation-group.ts';
import { type DutyFigure, type DutyFigures, type DutyMeasure, sumAllFigures, totalOf } from './duty-figure.ts';
import type { DutyStation } from './duty-station.ts';
import { checkRoster, minimumOfficers, type RosterRule } from './roster.ts';
import { dutyOfUnit } from './unit-duty.ts';

/** A station's part in duty. Its establishment is what it was: 保持建制不变. */
export interface StationDuty {
  readonly stationId: string;
  /** Id of its group; its own where it stands alone. */
  readonly unitId: string;
  readonly role: 'centre' | 'member' | 'alone';
  readonly figures: DutyFigures;
}

/** A group's duty, or that of a station that stands alone: the sums of its stations. */
export interface UnitDuty {
  readonly id: string;
  /** The centre first. */
  readonly stationIds: readonly string[];
  readonly figures: DutyFigures;
  /** Officers that its roster takes, `minimumOfficers`. */
  readonly neededOfficers: number;
  /** Whether its officers sustain the roster; undefined where they are not known. */
  readonly sustainable: boolean | undefined;
  /** Whether it has the officers, and the auxiliaries to each, of "two teams, one room" (clause 6a); undefined: not known. */
  readonly enoughOfficers: boolean | undefined;
  readonly enoughAuxiliaries: boolean | undefined;
}

/** 值班算账: where every officer, auxiliary and vehicle of a county is under a plan of groups. */
export interface DutyAccount {
  readonly rule: RosterRule;
  /** In the stations' order. */
  readonly stations: readonly StationDuty[];
  /** Groups in the plan's order, then stations that stand alone in the stations' order. */
  readonly units: readonly UnitDuty[];
  readonly county: DutyFigures;
}

/**
 * The account of a plan; with no groups, that of every station on its own.
 * @throws GeodataError `input-invalid` for a plan that is not sound, see `checkGroups`
 * @throws Error for a roster that means nothing, a count that is not whole, two stations of one id, or parts that do
 * not add up
 */
export function dutyAccount(
  stations: readonly DutyStation[],
  groups: readonly CooperationGroup[],
  rule: RosterRule,
): DutyAccount {
  checkRoster(rule);
  const stationOfId = new Map(stations.map((station) => [station.station.id, station]));
  if (stationOfId.size !== stations.length)
    throw new Error(`${stations.length} stations have ${stationOfId.size} ids.`);
  requireSoundGroups(
    groups,
    stations.map(({ station }) => station),
  );
  const grouped = new Set(groups.flatMap(stationIdsOf));
  const alone = stations.flatMap(({ station: { id } }) => (grouped.has(id) ? [] : [{ id, stationIds: [id] }]));
  const plan = [...groups.map((group) => ({ id: group.id, stationIds: stationIdsOf(group) })), ...alone];
  const dutyOfId = new Map<string, StationDuty>();
  const units = plan.map(({ id, stationIds }): UnitDuty => {
    const all = dutyOfUnit(
      stationIds.map((stationId) => stationOfId.get(stationId)!),
      rule,
    );
    stationIds.forEach((stationId, index) => {
      const role = !grouped.has(stationId) ? 'alone' : index === 0 ? 'centre' : 'member';
      dutyOfId.set(stationId, { stationId, unitId: id, role, figures: all[index]! });
    });
    return unitDuty(id, stationIds, sumAllFigures(all), rule);
  });
  const ordered = stations.map(({ station }) => dutyOfId.get(station.id)!);
  const account = { rule, stations: ordered, units, county: sumAllFigures(ordered.map(({ figures }) => figures)) };
  checkAccount(account);
  return account;
}

function unitDuty(id: string, stationIds: readonly string[], figures: DutyFigures, rule: RosterRule): UnitDuty {
  const officers = figures.officers.value;
  const auxiliaries = figures.auxiliaries.value;
  const neededOfficers = minimumOfficers(rule, stationIds.length - 1);
  const shortfall = figures['duty-shortfall'].value;
  return {
    id,
    stationIds,
    figures,
    neededOfficers,
    sustainable: shortfall === undefined ? undefined : shortfall === 0,
    enoughOfficers: officers === undefined ? undefined : officers >= rule.strongOfficers,
    enoughAuxiliaries:
      officers === undefined || auxiliaries === undefined
        ? undefined
        : auxiliaries >= rule.auxiliariesPerOfficer * officers,
  };
}

/** Sums that must be equal wherever both are known: the whole, and what it divides into. */
const IDENTITIES: readonly (readonly [whole: DutyMeasure, parts: readonly DutyMeasure[]])[] = [
  ['officers', ['command', 'response', 'cases', 'villages']],
  ['vehicles', ['vehicles-on-duty', 'vehicles-free']],
];

/** @throws Error where an officer or a vehicle is counted twice, or not at all, or a sum is not that of its parts */
export function checkAccount({ stations, units, county }: Pick<DutyAccount, 'stations' | 'units' | 'county'>): void {
  const places = [
    ...stations.map(({ stationId, figures }) => ({ name: `station ${stationId}`, figures })),
    ...units.map(({ id, figures }) => ({ name: `unit ${id}`, figures })),
    { name: 'the county', figures: county },
  ];
  for (const { name, figures } of places) {
    for (const [whole, parts] of IDENTITIES) {
      const values = parts.map((part) => figures[part].value);
      const all = figures[whole].value;
      if (all === undefined || values.includes(undefined)) continue;
      const sum = values.reduce((total: number, value) => total + (value ?? 0), 0);
      if (sum !== all) throw new Error(`In ${name}, ${parts.join(' + ')} are ${sum} of ${all} ${whole}.`);
    }
    for (const [measure, figure] of Object.entries(figures)) checkFigure(name, measure, figure);
  }
}

function checkFigure(name: string, measure: string, { value, parts, missing }: DutyFigure): void {
  const sum = totalOf(parts);
  if (missing.length === 0 ? value !== sum : value !== undefined) {
    throw new Error(`In ${name}, ${measure} is ${value}, with ${missing.length} missing and parts of ${sum}.`);
  }
}
