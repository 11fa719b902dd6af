import { describe, expect, it } from 'vitest';
import { evaluateStandards } from '../../geodata/standards/evaluate-standards.ts';
import type { StandardsInput } from '../../geodata/standards/standards-input.ts';
import { summariseUnits, type UnitsSummary } from '../../geodata/standards/summarise-units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { clause } from './county.ts';
import { diceOf, randomCounty, randomRuleSet, shuffled, withGaps } from './random-county.ts';
import { oracleAnswer } from './standards-oracle.ts';

const COUNTIES = 300;

function answerOf({ value, verdict }: UnitsSummary): string {
  return value ? `${value.numerator}/${value.denominator} ${verdict}` : 'none';
}

describe('evaluateStandards on random counties', () => {
  it('agrees with an evaluation in plain code, in every reading of every clause', () => {
    const dice = diceOf(mulberry32(3));
    const seen = new Map<string, Set<string>>();
    for (let round = 0; round < COUNTIES; round++) {
      const input = randomCounty(dice);
      for (const { ruleId, settings, outcome, variants } of evaluateStandards(input, randomRuleSet(dice))) {
        for (const reading of [{ settings, outcome }, ...variants]) {
          const expected = oracleAnswer(ruleId, input, reading.settings.switches);
          if (expected === 'unknown') continue;
          expect(answerOf(reading.outcome), `${round} ${ruleId} ${JSON.stringify(reading.settings)}`).toBe(expected);
          seen.set(ruleId, (seen.get(ruleId) ?? new Set()).add(reading.outcome.verdict));
        }
      }
    }
    for (const [ruleId, verdicts] of seen)
      expect([ruleId, verdicts.has('pass'), verdicts.has('fail')]).toEqual([ruleId, true, true]);
    expect(seen.size).toBe(17);
  });

  it('keeps a verdict or loses it when figures are erased, and never changes it into another', () => {
    const dice = diceOf(mulberry32(4));
    let [kept, lost] = [0, 0];
    for (let round = 0; round < COUNTIES; round++) {
      const input = randomCounty(dice);
      const ruleSet = randomRuleSet(dice);
      const fewer = withGaps(dice, input, dice.pick([0.03, 0.3]));
      const least = withGaps(dice, fewer, 0.1);
      const [all, some, few] = [input, fewer, least].map((county) => evaluateStandards(county, ruleSet));
      for (const [index, { ruleId, outcome }] of all!.entries()) {
        const chain = [outcome, some![index]!.outcome, few![index]!.outcome].map(
          ({ verdict, met }) => `${verdict} ${met}`,
        );
        chain.slice(1).forEach((later, step) => {
          if (later === 'no-data undefined') lost += chain[step] === later ? 0 : 1;
          else expect([ruleId, round, later]).toEqual([ruleId, round, chain[step]]);
          if (later !== 'no-data undefined') kept += 1;
        });
      }
    }
    expect(kept).toBeGreaterThan(1000);
    expect(lost).toBeGreaterThan(1000);
  });

  it('never judges a unit whose figures were erased better than before', () => {
    const dice = diceOf(mulberry32(5));
    for (let round = 0; round < COUNTIES; round++) {
      const input = randomCounty(dice);
      const ruleSet = randomRuleSet(dice);
      const before = evaluateStandards(input, ruleSet);
      evaluateStandards(withGaps(dice, input, 0.2), ruleSet).forEach(({ ruleId, units }, index) => {
        const known = new Map(before[index]!.units.map((unit) => [unit.unitId, unit.verdict]));
        for (const { unitId, verdict } of units) {
          if (verdict !== 'no-data')
            expect([ruleId, round, unitId, verdict]).toEqual([ruleId, round, unitId, known.get(unitId)]);
        }
      });
    }
  });

  it('does not depend on the order of anything', () => {
    const dice = diceOf(mulberry32(6));
    for (let round = 0; round < COUNTIES; round++) {
      const input = withGaps(dice, randomCounty(dice), 0.1);
      const ruleSet = randomRuleSet(dice);
      expect(evaluateStandards(reordered(input), ruleSet)).toEqual(evaluateStandards(input, ruleSet));
    }

    function reordered(input: StandardsInput): StandardsInput {
      const { records, stations, townships, groups } = input;
      return {
        stations: shuffled(dice, stations),
        townships: shuffled(dice, townships),
        ...(groups && { groups: shuffled(dice, groups) }),
        records: {
          ...records,
          strengths: shuffled(dice, records.strengths),
          units: shuffled(dice, records.units),
          compounds: shuffled(dice, records.compounds),
          rooms: shuffled(dice, records.rooms),
        },
      };
    }
  });

  it('never turns clause 4 C from pass into anything else by one more officer', () => {
    const dice = diceOf(mulberry32(7));
    let passes = 0;
    for (let round = 0; round < 20 * COUNTIES && passes < 50; round++) {
      const input = randomCounty(dice);
      if (clause('c4C', input).outcome.verdict !== 'pass') continue;
      passes += 1;
      const { strengths } = input.records;
      const lucky = dice.upTo(strengths.length - 1);
      const more = strengths.map((row, i) => (i === lucky ? { ...row, onDuty: row.onDuty! + 1 } : row));
      expect(clause('c4C', { ...input, records: { ...input.records, strengths: more } }).outcome.verdict).toBe('pass');
    }
    expect(passes).toBe(50);
  });

  it('is a function of the units alone: any part of them sums up by itself', () => {
    const dice = diceOf(mulberry32(8));
    for (let round = 0; round < COUNTIES; round++) {
      for (const { summary, outcome, units } of evaluateStandards(randomCounty(dice), randomRuleSet(dice))) {
        expect(summariseUnits(summary, shuffled(dice, units))).toEqual(outcome);
        const part = units.filter(() => dice.chance(0.5));
        const { counts, missing, value } = summariseUnits(summary, part);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(part.length);
        expect(missing).toBe(counts['no-data']);
        if (summary.kind === 'rate') expect(value?.denominator ?? 0).toBe(counts.pass + counts.near + counts.fail);
      }
    }
  });
});
