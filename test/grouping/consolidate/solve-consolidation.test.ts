import { beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../geodata/grouping/consolidate/check-answer.ts';
import { proveNoneBetter } from '../../../geodata/grouping/consolidate/check-optimum.ts';
import { activeRules, keepRules } from '../../../geodata/grouping/consolidate/conflict-rules.ts';
import type { ConsolidationProblem } from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { solveConsolidation } from '../../../geodata/grouping/consolidate/solve-consolidation.ts';
import type { SolveProgram } from '../../../geodata/siting/mixed-integer-program.ts';
import { loadSolver } from '../../../server/optimise/load-solver.ts';
import { bruteForce } from '../../oracles/consolidation-brute-force.ts';
import { NO_RULES, rowOfStations } from './enumerated-counties.ts';
import { borderedCounty, randomProblem } from './solve-counties.ts';

/** Of the goal of counties with borders. */
const STAGES = 2;

const UNLIMITED = { secondsLeft: () => Number.POSITIVE_INFINITY };

describe('solveConsolidation', () => {
  let solve: SolveProgram;
  beforeAll(async () => {
    solve = await loadSolver();
  });

  it('proves what looking at every plan finds, in 200 random counties, the impossible among them', () => {
    let impossible = 0;
    for (let seed = 0; seed < 200; seed++) {
      const problem = randomProblem(seed);
      const answer = solveConsolidation(problem, solve, UNLIMITED);
      const { status, values } = bruteForce(problem);
      expect({ seed, status: answer.status, values: answer.stages.map(({ value }) => value) }).toEqual({
        seed,
        status,
        values,
      });
      expect(answer.stages.map(({ bound }) => bound)).toEqual(values);
      expect(checkAnswer(problem, answer)).toEqual([]);
      if (status === 'infeasible') impossible++;
    }
    expect(impossible).toBeGreaterThan(30);
    expect(impossible).toBeLessThan(170);
  });

  it('never finds less when a rule is left out or eased, in random counties', () => {
    const plain = { kind: 'lexicographic', objectives: ['people-time'] } as const;
    let compared = 0;
    for (let seed = 500; seed < 620; seed++) {
      const problem = { ...randomProblem(seed), goal: plain };
      const strict = solveConsolidation(problem, solve, UNLIMITED);
      for (const name of activeRules(problem.rules)) {
        const kept = new Set(activeRules(problem.rules).filter((other) => other !== name));
        const eased = solveConsolidation(keepRules(problem, kept), solve, UNLIMITED);
        if (strict.status === 'infeasible') continue;
        expect(eased.stages[0]?.value).toBeLessThanOrEqual(strict.stages[0]?.value ?? Number.NaN);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('keeps groups together by rows alone where borders are a tree, and by cuts where they are not', () => {
    const mostPrograms = { tree: 0, ring: 0 };
    for (let seed = 0; seed < 24; seed++) {
      const borders = seed % 2 === 0 ? 'tree' : 'ring';
      const problem = borderedCounty(seed, 8, borders);
      let programs = 0;
      const answer = solveConsolidation(
        problem,
        (...given) => {
          programs++;
          return solve(...given);
        },
        UNLIMITED,
      );
      expect(checkAnswer(problem, answer)).toEqual([]);
      expect(proveNoneBetter(problem, answer.plan, 20_000_000).outcome).toBe('proved');
      mostPrograms[borders] = Math.max(mostPrograms[borders], programs);
    }
    expect(mostPrograms.tree).toBe(STAGES);
    expect(mostPrograms.ring).toBeGreaterThan(STAGES);
  });

  it('answers with a sound plan and a bound that holds when it is called off', () => {
    const outcomes = { limit: 0, withPlan: 0 };
    for (let seed = 0; seed < 12; seed++) {
      const problem = borderedCounty(seed, 9, 'ring');
      const [best] = solveConsolidation(problem, solve, UNLIMITED).stages;
      const least = best?.value ?? Number.POSITIVE_INFINITY;
      for (const looks of [0, 3, 200]) {
        let asked = 0;
        const answer = solveConsolidation(problem, solve, { ...UNLIMITED, isCalledOff: () => asked++ >= looks });
        expect(checkAnswer(problem, answer)).toEqual([]);
        const [stage] = answer.stages;
        expect(stage?.bound ?? 0).toBeLessThanOrEqual(least);
        expect(stage?.value ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(least);
        if (answer.status === 'limit') outcomes.limit++;
        if (answer.plan) outcomes.withPlan++;
      }
    }
    expect(outcomes.limit).toBeGreaterThan(15);
    expect(outcomes.withPlan).toBeGreaterThan(15);
  });

  it('says that it knows no plan where it has no time at all', () => {
    const problem = rowOfStations(4, { mayStandAlone: false });
    const stage = { objectives: ['command-posts'], value: undefined, bound: 0, gap: Number.POSITIVE_INFINITY };
    expect(solveConsolidation(problem, solve, { secondsLeft: () => 0 })).toEqual({
      status: 'limit',
      plan: undefined,
      stages: [stage],
    });
  });

  it('keeps the numbers whole where people and times are large', () => {
    for (let seed = 0; seed < 60; seed++) {
      const given = randomProblem(seed);
      const large = (value: number) => (value === Number.POSITIVE_INFINITY ? value : value * 791_911 + (value % 7));
      const peopleDs = given.pairs.peopleDs.map(large);
      const settlements = (given.settlements ?? []).map((each) => ({
        ...each,
        dsFromCentre: each.dsFromCentre.map((ds) => ds * 791_911),
      }));
      const problem = { ...given, pairs: { ...given.pairs, peopleDs }, settlements, atMost: [] };
      const answer = solveConsolidation(problem, solve, UNLIMITED);
      expect(answer.stages.map(({ value }) => value)).toEqual(bruteForce(problem).values);
    }
  });

  it('tells of the best and the bound while it searches, in the values of the goal', () => {
    const goal = { kind: 'lexicographic', objectives: ['people-time'] } as const;
    const problem = { ...borderedCounty(3, 9, 'ring'), goal };
    const told: (readonly [number | undefined, number])[] = [];
    const answer = solveConsolidation(problem, solve, {
      ...UNLIMITED,
      onProgress: (best, bound) => told.push([best, bound]),
    });
    const value = answer.stages[0]?.value ?? Number.NaN;
    expect(told.length).toBeGreaterThan(0);
    for (const [, bound] of told) expect(bound).toBeLessThanOrEqual(value + 1e-6 * value);
  });
});

describe('what solveConsolidation refuses', () => {
  const none: SolveProgram = () => {
    throw new Error('It is not asked.');
  };
  const row = rowOfStations(3);
  const [, ...others] = row.stations;
  const unknown = [{ id: 's0', kind: 'rural', people: 100 }, ...others];
  it.each([
    [
      'a strength unknown',
      { stations: unknown, rules: { ...NO_RULES, minOfficers: 15 } },
      'min-officers needs officers of stations 0',
    ],
    [
      'a share unknown',
      { stations: unknown, rules: { ...NO_RULES, auxiliariesPerOfficer: 2 } },
      'auxiliaries-per-officer needs officers',
    ],
    [
      'a cost unknown',
      { stations: unknown, rules: { ...NO_RULES, budgetYuan: 5 } },
      'budget needs centreCostYuan of stations 0',
    ],
    [
      'calls unknown',
      { stations: unknown, rules: { ...NO_RULES, eligibility: { maxCalls: 5, urban: true } } },
      'eligibility needs calls of stations 0',
    ],
    ['a lock on nothing', { rules: { ...NO_RULES, lockedCentres: [3] } }, 'A lock is on station 3 of 3'],
    ['a short column of today', { today: Int32Array.of(0) }, 'for 3 stations'],
    [
      'times that are not whole',
      { pairs: { ...row.pairs, peopleDs: new Float64Array(9).fill(0.5) } },
      'pair 0, 0 are 0.5',
    ],
    [
      'no way to the own settlements',
      { pairs: { ...row.pairs, peopleDs: new Float64Array(9).fill(Infinity) } },
      'pair 0, 0 are Infinity',
    ],
    ['half an officer', { postOfficers: 0.5 }, 'a post has 0.5'],
    ['a goal of nothing', { goal: { kind: 'weighted', terms: [] } }, 'no objective'],
    [
      'a weight of nothing',
      { goal: { kind: 'weighted', terms: [{ objective: 'change', weight: 0 }] } },
      'change weighs 0',
    ],
    [
      'no settlements',
      { goal: { kind: 'lexicographic', objectives: ['worst-share'] }, settlements: undefined },
      'worst-share needs the settlements',
    ],
  ] as const)('is a problem with %s', (_name, changes, message) => {
    const problem = { ...row, ...changes } as ConsolidationProblem;
    expect(() => solveConsolidation(problem, none, UNLIMITED)).toThrow(message);
  });
});
