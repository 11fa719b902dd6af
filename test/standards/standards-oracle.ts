import type { RuleId } from '../../geodata/standards/standard-rule.ts';
import type { StandardsInput } from '../../geodata/standards/standards-input.ts';

type Switches = Readonly<Record<string, string>>;

/** `numerator/denominator verdict`, or `none` where there is nothing to divide by. */
type Answer = string;

/**
 * The clauses of a county whose every figure is known, written straight from DOMAIN.md without the product's code: one
 * formula after another, thresholds of the clauses in place. Areas are the squares of the random county.
 */
export function oracleAnswer(id: RuleId, input: StandardsInput, switches: Switches): Answer {
  return ORACLES[id](input, switches);
}

const ORACLES: Readonly<Record<RuleId, (input: StandardsInput, switches: Switches) => Answer>> = {
  c3: ({ townships, stations }, { zones }) => {
    const judged = townships.filter(({ code }) => zones === 'counted' || Number(code?.slice(6, 9)) < 400);
    const good = judged.filter(({ polygons }) => {
      const west = polygons?.[0]?.[0]?.[0]?.[0] ?? Number.NaN;
      return stations.filter(({ coord }) => coord[0] > west && coord[0] < west + 1).length === 1;
    });
    return all(good.length, judged.length);
  },
  c4A: ({ records, stations }, { officers }) => {
    const sum = total(records.strengths.map((row) => (officers === 'on-rolls' ? row.onRolls : row.onDuty)));
    return stations.length === 0 ? 'none' : fortyPercent(sum, records.facts.officers ?? 0);
  },
  c4B: ({ records }, { officers }) => {
    const whole = records.strengths.map((row) => (officers === 'on-rolls' ? row.onRolls : row.onDuty) ?? 0);
    return fortyPercent(total(records.strengths.map((row, i) => (whole[i] === 0 ? 0 : row.community))), total(whole));
  },
  c4C: ({ records: { strengths } }, { officers }) =>
    all(
      strengths.filter((row) => ((officers === 'on-rolls' ? row.onRolls : row.onDuty) ?? 0) >= 5).length,
      strengths.length,
    ),
  c5: ({ records: { units } }, { comparison, assistant }) => {
    const good = units.filter(({ kind, auxiliaries = 0, policeAssistant }) => {
      const wanted = kind === 'village' ? 1 : 2;
      if (comparison === 'exactly' ? auxiliaries === wanted : auxiliaries >= wanted) return true;
      return assistant === 'stands-in' && kind === 'village' && policeAssistant === true;
    });
    return all(good.length, units.length);
  },
  c6a: ({ records, stations, townships }, { ratio, villageAuxiliaries, seats }) => {
    const inTown = stations.filter(({ township, kind }) => {
      const code = townships.find(({ name }) => name === township)?.code;
      if (code === undefined) return seats !== 'towns' && kind === 'rural';
      const number = Number(code.slice(6, 9));
      return number >= 100 && number < (seats === 'towns' ? 200 : 400);
    });
    const good = inTown.filter(({ id }) => {
      const row = records.strengths.find(({ stationId }) => stationId === id)!;
      const heads = row.auxiliaries! - (villageAuxiliaries === 'not-counted' ? row.villageAuxiliaries! : 0);
      const isRight = ratio === 'exactly' ? heads === 2 * row.onDuty! : heads >= 2 * row.onDuty!;
      return row.twoTeams === true && row.onDuty! >= 15 && isRight;
    });
    if (inTown.length === 0) return 'none';
    return `${good.length}/1 ${good.length >= 1 ? 'pass' : 'fail'}`;
  },
  c6b: ({ records }, { base, leaders, split, scope }) => {
    let judged = 0;
    let good = 0;
    for (const row of records.strengths) {
      if (scope !== 'all' && !row.twoTeams) continue;
      const withHelpers = base === 'officers-and-auxiliaries';
      const officers = leaders === 'in-base' ? row.onDuty! : row.community! + row.cases! + row.command!;
      const strength = officers + (withHelpers ? row.auxiliaries! : 0);
      if (strength === 0) continue;
      judged += 1;
      const community = row.community! + (withHelpers ? row.villageAuxiliaries! : 0);
      if (5 * community < 2 * strength) continue;
      const wanted = bestSplit(strength);
      const actual = [community, row.cases!, row.command!];
      const isOff = actual.some((count, team) => Math.abs(count - wanted[team]!) > 1);
      if (split === 'whole-split' && !withHelpers && isOff) continue;
      good += 1;
    }
    return all(good, judged);
  },
  c6c: ({ groups = [] }) => {
    const judged = groups.filter(({ verdict }) => verdict !== 'empty');
    return all(judged.filter(({ verdict }) => verdict !== 'fail').length, judged.length);
  },
  'c12-coverage': ({ records }, { equipped, weight }) => {
    const due = records.compounds.filter(({ due }) => due);
    const ready = due.filter(({ state }) => isEquipped(state, equipped));
    return all(weigh(ready, weight), weigh(due, weight));
  },
  'c12-network': ({ records }, { equipped, weight, denominator }) => {
    const due = records.compounds.filter(({ due }) => due);
    const ready = due.filter(({ state }) => isEquipped(state, equipped));
    const connected = ready.filter(({ networked }) => networked);
    return all(weigh(connected, weight), weigh(denominator === 'due' ? due : ready, weight));
  },
  'c15-rural': ({ records }, { urbanRural }) => {
    const judged = records.units.filter((unit) => !isUrban(unit, urbanRural) && unit.households! > 0);
    return all(judged.filter(({ households, volunteers }) => 20 * volunteers! >= households!).length, judged.length);
  },
  'c15-urban': ({ records }, { urbanRural }) => {
    const units = records.units.filter((unit) => isUrban(unit, urbanRural));
    return all(
      total(units.map(({ coveredBuildings }) => coveredBuildings)),
      total(units.map(({ buildings }) => buildings)),
    );
  },
  'c15-analysts': ({ records: { strengths } }) =>
    all(strengths.filter(({ analysts }) => analysts === 1 || analysts === 2).length, strengths.length),
  'c15-funds': ({ records, stations }, { funds }) => {
    if (funds === 'per-station' && stations.length === 0) return 'none';
    const shares = funds === 'per-station' ? stations.length : 1;
    const yuan = records.facts.informantFundsYuan!;
    const verdict = yuan >= 200_000 * shares ? 'pass' : yuan >= 180_000 * shares ? 'near' : 'fail';
    return `${yuan}/${shares} ${verdict}`;
  },
  c19: ({ records: { strengths } }) =>
    all(strengths.filter(({ legalReviewers }) => legalReviewers! >= 1).length, strengths.length),
  c20: ({ records, stations }, { rooms }) => {
    if (records.rooms.length === 0) return 'none';
    const model = records.rooms.filter(({ kinds }) => kinds.includes('model'));
    const sides = model.map(({ kinds, stationId }) => {
      const [town, country] = [kinds.includes('community'), kinds.includes('rural')];
      if (town && !country) return 'urban';
      if (country && !town) return 'rural';
      return stations.find(({ id }) => id === stationId)?.kind ?? 'unknown';
    });
    if (sides.includes('unknown')) return 'unknown';
    const urban = sides.filter((side) => side === 'urban').length;
    const rural = sides.length - urban;
    const good = rooms === 'each' ? urban >= 2 && rural >= 2 : urban >= 1 && rural >= 1;
    return `${urban + rural}/1 ${good ? 'pass' : 'fail'}`;
  },
  c21: ({ records: { units } }) =>
    all(units.filter(({ committeeMembers }) => committeeMembers! >= 3).length, units.length),
};

function all(part: number, whole: number): Answer {
  if (whole === 0) return 'none';
  const verdict = part === whole ? 'pass' : 10 * part >= 9 * whole ? 'near' : 'fail';
  return `${part}/${whole} ${verdict}`;
}

/** 40 %, near from 36 to 44 %. */
function fortyPercent(part: number, whole: number): Answer {
  if (whole === 0) return 'none';
  const [scaled, size] = [100 * part, whole];
  const verdict = scaled < 36 * size ? 'fail' : scaled <= 44 * size ? 'near' : 'pass';
  return `${part}/${whole} ${verdict}`;
}

/** The split with the community team at 40 % or more, and the rest closest to 2:1, the case team first among equals. */
function bestSplit(strength: number): [number, number, number] {
  let community = 0;
  while (5 * community < 2 * strength) community += 1;
  const rest = strength - community;
  let best = 0;
  for (let command = 0; command <= rest; command++) {
    if (Math.abs(3 * command - rest) < Math.abs(3 * best - rest)) best = command;
  }
  return [community, rest - best, best];
}

function isEquipped(state: string, reading: string | undefined): boolean {
  if (state === 'accepted') return true;
  if (state === 'built') return reading !== 'accepted';
  return state === 'under-construction' && reading === 'under-construction';
}

function isUrban(
  { kind, urbanRuralCode }: { readonly kind: string; readonly urbanRuralCode?: string },
  reading: string | undefined,
): boolean {
  return reading === 'unit-kind' || urbanRuralCode === undefined ? kind === 'community' : urbanRuralCode[0] === '1';
}

function weigh(
  compounds: readonly { readonly households?: number; readonly devices?: number }[],
  weight: string | undefined,
): number {
  if (weight === 'households') return total(compounds.map(({ households }) => households));
  return weight === 'devices' ? total(compounds.map(({ devices }) => devices)) : compounds.length;
}

function total(counts: readonly (number | undefined)[]): number {
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
