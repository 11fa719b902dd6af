import type { Station } from '../../geodata/catchment/places.ts';
import {
  type Compound,
  type CountyRecords,
  NO_RECORDS,
  type PoliceRoom,
  type StationStrength,
  type VillageUnit,
} from '../../geodata/records/county-records.ts';
import { type ClauseResult, evaluateStandards } from '../../geodata/standards/evaluate-standards.ts';
import { DEFAULT_RULE_SET, type RuleEdit } from '../../geodata/standards/rule-set.ts';
import type { RuleId } from '../../geodata/standards/standard-rule.ts';
import type { StandardsInput, Township } from '../../geodata/standards/standards-input.ts';

/** A county about which nothing is known but what a test says. */
export function county(parts: Partial<Omit<StandardsInput, 'records'>> & Partial<CountyRecords> = {}): StandardsInput {
  const { stations = [], townships = [], groups, ...records } = parts;
  return { records: { ...NO_RECORDS, ...records }, stations, townships, ...(groups && { groups }) };
}

/** Stations s0, s1, ... with these headcounts. */
export function staffed(
  ...strengths: readonly Omit<StationStrength, 'stationId'>[]
): Pick<CountyRecords, 'strengths'> & Pick<StandardsInput, 'stations'> {
  return {
    stations: strengths.map((_, index) => station(`s${index}`)),
    strengths: strengths.map((strength, index) => ({ stationId: `s${index}`, ...strength })),
  };
}

export function station(id: string, rest: Partial<Station> = {}): Station {
  return { id, name: `${id}所`, coord: [117, 32], kind: 'rural', ...rest };
}

export function village(code: string, rest: Partial<VillageUnit> = {}): VillageUnit {
  return { code, name: `${code}村`, kind: 'village', ...rest };
}

export function community(code: string, rest: Partial<VillageUnit> = {}): VillageUnit {
  return { code, name: `${code}社区`, kind: 'community', ...rest };
}

export function compound(id: string, rest: Partial<Compound> = {}): Compound {
  return { id, name: `${id}小区`, unitCode: 'u', kind: 'old', due: true, state: 'none', networked: false, ...rest };
}

export function room(id: string, rest: Partial<PoliceRoom> = {}): PoliceRoom {
  return { id, name: `${id}警务室`, kinds: ['model'], ...rest };
}

/** A township whose area is the square of one degree east and north of `lon`, 32. */
export function township(name: string, lon: number, rest: Partial<Township> = {}): Township {
  const ring = [
    [lon, 32],
    [lon + 1, 32],
    [lon + 1, 33],
    [lon, 33],
    [lon, 32],
  ] as const;
  return { name, polygons: [[ring]], ...rest };
}

/** One clause of a county, under the default rules or with an edit of this one. */
export function clause(id: RuleId, input: StandardsInput, edit: RuleEdit = {}): ClauseResult {
  const rules = { ...DEFAULT_RULE_SET.rules, [id]: { enabled: true, ...edit } };
  const result = evaluateStandards(input, { rules }).find(({ ruleId }) => ruleId === id);
  if (!result) throw new Error(`No clause ${id}.`);
  return result;
}

/** A clause in one line: `2/5 near met`, `— no-data`. */
export function line({ outcome }: Pick<ClauseResult, 'outcome'>): string {
  const { value, verdict, met } = outcome;
  const amount = value ? `${value.numerator}/${value.denominator}` : '—';
  return [amount, verdict, ...(met === undefined ? [] : [met ? 'met' : 'unmet'])].join(' ');
}

/** Verdicts and reasons of a clause's units: `s0 fail below`. */
export function unitLines({ units }: Pick<ClauseResult, 'units'>): string[] {
  return units.map(({ unitId, verdict, reason }) => `${unitId} ${verdict} ${reason}`);
}

/** The other reading of a clause with one switch turned. */
export function variant({ variants }: ClauseResult, key: string, value: string): ClauseResult['variants'][number] {
  const found = variants.find((candidate) => candidate.key === key && candidate.value === value);
  if (!found) throw new Error(`No reading ${key} = ${value}.`);
  return found;
}
