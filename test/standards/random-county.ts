import type { Station } from '../../geodata/catchment/places.ts';
import type { Compound, PoliceRoom, StationStrength, VillageUnit } from '../../geodata/records/county-records.ts';
import { alternativeReadings, type RuleSet, STANDARD_RULES, settingsOf } from '../../geodata/standards/rule-set.ts';
import type { GroupOutcome, StandardsInput, Township } from '../../geodata/standards/standards-input.ts';
import { compound, county, room, station, township } from './county.ts';

export interface Dice {
  /** 0 to `most`, both included. */
  readonly upTo: (most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

export function diceOf(random: () => number): Dice {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  return {
    upTo,
    chance: (probability) => random() < probability,
    pick: (items) => items[upTo(items.length - 1)]!,
  };
}

/** A county of a few units each, every figure of which is known, and in which no part exceeds its whole. */
export function randomCounty(dice: Dice): StandardsInput {
  const townships = listOf(dice.upTo(5), (index) => randomTownship(dice, index));
  const stations = listOf(dice.upTo(7), (index) => randomStation(dice, index, townships));
  const strengths = stations.map(({ id }) => randomStrength(dice, id));
  const officers = strengths.reduce((sum, { onRolls = 0 }) => sum + onRolls, 0) + dice.upTo(80);
  return county({
    townships,
    stations,
    strengths,
    units: listOf(dice.upTo(12), (index) => randomUnit(dice, index)),
    compounds: listOf(dice.upTo(12), (index) => randomCompound(dice, index)),
    rooms: listOf(dice.upTo(5), (index) => randomRoom(dice, index, stations)),
    facts: { officers, informantFundsYuan: 10_000 * dice.upTo(60), asOf: randomDate(dice) },
    ...(dice.chance(0.8) && { groups: listOf(dice.upTo(4), (index) => randomGroup(dice, index)) }),
  });
}

/** The default rules, with every switch of every rule turned at random, and clause 19 taken up. */
export function randomRuleSet(dice: Dice): RuleSet {
  const rules = STANDARD_RULES.map((rule) => {
    const readings = alternativeReadings(rule, settingsOf(rule, { rules: {} }));
    const turned = readings.filter(() => dice.chance(0.3)).map(({ key, value }) => [key, value]);
    return [rule.id, { enabled: true, switches: Object.fromEntries(turned) }];
  });
  return { rules: Object.fromEntries(rules) };
}

/** The same county with figures erased at random, roster and classification kept. */
export function withGaps(dice: Dice, input: StandardsInput, probability: number): StandardsInput {
  const { records } = input;
  const erase =
    <Row extends object>(kept: readonly string[]) =>
    (row: Row): Row =>
      Object.fromEntries(
        Object.entries(row).filter(([key]) => kept.includes(key) || !dice.chance(probability)),
      ) as unknown as Row;
  return {
    ...input,
    townships: input.townships.map(erase(['name', 'code', 'kind'])),
    records: {
      ...records,
      strengths: records.strengths.filter(() => !dice.chance(probability / 3)).map(erase(['stationId'])),
      units: records.units.map(erase(['code', 'name', 'kind', 'urbanRuralCode'])),
      compounds: records.compounds.map(erase(['id', 'name', 'unitCode', 'kind', 'due', 'state', 'networked'])),
      facts: erase<typeof records.facts>([])(records.facts),
    },
  };
}

export function shuffled<Item>(dice: Dice, items: readonly Item[]): Item[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = dice.upTo(i);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

function listOf<Item>(count: number, itemOf: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => itemOf(index));
}

function randomDate(dice: Dice): string {
  return `2026-0${1 + dice.upTo(8)}-1${dice.upTo(9)}`;
}

function randomTownship(dice: Dice, index: number): Township {
  const number = dice.pick(['001', '101', '102', '204', '401']);
  return township(`t${index}`, 110 + index, { code: `3716${20 + index}${number}` });
}

function randomStation(dice: Dice, index: number, townships: readonly Township[]): Station {
  const stands = dice.upTo(Math.max(0, townships.length - 1));
  const own = dice.chance(0.8) ? stands : dice.upTo(5);
  return station(`s${index}`, {
    coord: [110.5 + stands, 32.5],
    kind: dice.pick(['urban', 'rural']),
    ...(dice.chance(0.9) && { township: `t${own}` }),
  });
}

function randomStrength(dice: Dice, stationId: string): StationStrength {
  const onDuty = dice.pick([0, 3, 4, 5, 8, 10, 14, 15, 16, 18, 20, 30]);
  const community = dice.upTo(onDuty);
  const cases = dice.upTo(onDuty - community);
  const auxiliaries = dice.chance(0.5) ? 2 * onDuty : dice.upTo(50);
  const secondedOut = dice.upTo(3);
  return {
    stationId,
    onDuty,
    secondedOut,
    onRolls: onDuty + secondedOut,
    community,
    cases,
    command: dice.upTo(onDuty - community - cases),
    auxiliaries,
    villageAuxiliaries: dice.upTo(auxiliaries),
    twoTeams: dice.chance(0.5),
    analysts: dice.upTo(3),
    legalReviewers: dice.upTo(2),
    asOf: randomDate(dice),
  };
}

function randomUnit(dice: Dice, index: number): VillageUnit {
  const kind = dice.pick(['village', 'community'] as const);
  const buildings = dice.upTo(12);
  return {
    code: `u${10 + index}`,
    name: `u${index}`,
    kind,
    ...(dice.chance(0.8) && { urbanRuralCode: dice.pick(['111', '121', '210', '220']) }),
    households: dice.pick([0, 9, 15, 20, 21, 45, 100, 320]),
    volunteers: dice.upTo(6),
    auxiliaries: dice.upTo(3),
    policeAssistant: dice.chance(0.5),
    committeeMembers: dice.upTo(5),
    buildings,
    coveredBuildings: dice.chance(0.7) ? buildings : dice.upTo(buildings),
    asOf: randomDate(dice),
  };
}

function randomCompound(dice: Dice, index: number): Compound {
  return compound(`c${10 + index}`, {
    due: dice.chance(0.8),
    state: dice.pick(['accepted', 'accepted', 'accepted', 'built', 'under-construction', 'none']),
    networked: dice.chance(0.8),
    households: dice.upTo(300),
    devices: dice.upTo(20),
    asOf: randomDate(dice),
  });
}

function randomRoom(dice: Dice, index: number, stations: readonly Station[]): PoliceRoom {
  const kinds = (['community', 'rural', 'model', 'round-the-clock'] as const).filter(() => dice.chance(0.5));
  const own = stations.length > 0 && dice.chance(0.7) ? dice.pick(stations) : undefined;
  return room(`r${index}`, { kinds, ...(own && { stationId: own.id }), asOf: randomDate(dice) });
}

function randomGroup(dice: Dice, index: number): GroupOutcome {
  const verdict = dice.pick(['pass', 'marginal', 'fail', 'empty'] as const);
  const settlementsTotal = verdict === 'empty' ? 0 : 5 + dice.upTo(20);
  const settlementsFailing = verdict === 'fail' ? 1 + dice.upTo(4) : 0;
  return { groupId: `g${index}`, centreId: `s${index}`, memberIds: [], verdict, settlementsTotal, settlementsFailing };
}
