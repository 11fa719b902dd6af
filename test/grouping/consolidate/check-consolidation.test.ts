import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../geodata/grouping/consolidate/check-answer.ts';
import { checkConsolidation, groupsOf } from '../../../geodata/grouping/consolidate/check-consolidation.ts';
import { goalValues, objectiveValue } from '../../../geodata/grouping/consolidate/check-objectives.ts';
import { ALONE, type ConsolidationRules } from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { enumerate, randomCounty, rowOfStations } from './enumerated-counties.ts';

const FOLDER = 'geodata/grouping/consolidate/';

describe('checkConsolidation', () => {
  /** Stations 0 1 2 3 4 in a row; 1 heads 0 and 2, 3 and 4 stand alone. */
  const plan = Int32Array.of(1, 1, 1, ALONE, ALONE);

  const BROKEN: readonly (readonly [Partial<ConsolidationRules>, ReturnType<typeof checkConsolidation>])[] = [
    [{}, []],
    [{ reach: true, contiguity: true, minGroupSize: 3, maxGroupSize: 3, minOfficers: 15, maxPeople: 300 }, []],
    [{ auxiliariesPerOfficer: 2, budgetYuan: 1000, maxGroups: 1, lockedCentres: [1], lockedMembers: [[2, 1]] }, []],
    [{ eligibility: { maxPeople: 100, maxCalls: 10, urban: false } }, []],
    [
      { mayStandAlone: false },
      [
        { rule: 'no-lone-stations', stations: [3] },
        { rule: 'no-lone-stations', stations: [4] },
      ],
    ],
    [{ minGroupSize: 4 }, [{ rule: 'min-group-size', stations: [0, 1, 2], figure: 3, limit: 4 }]],
    [{ maxGroupSize: 2 }, [{ rule: 'max-group-size', stations: [0, 1, 2], figure: 3, limit: 2 }]],
    [{ minOfficers: 16 }, [{ rule: 'min-officers', stations: [0, 1, 2], figure: 15, limit: 16 }]],
    [{ auxiliariesPerOfficer: 3 }, [{ rule: 'auxiliaries-per-officer', stations: [0, 1, 2], figure: 30, limit: 45 }]],
    [{ maxPeople: 299 }, [{ rule: 'max-people', stations: [0, 1, 2], figure: 300, limit: 299 }]],
    [{ budgetYuan: 999 }, [{ rule: 'budget', stations: [1], figure: 1000, limit: 999 }]],
    [{ maxGroups: 0 }, [{ rule: 'max-groups', stations: [1], figure: 1, limit: 0 }]],
    [
      { backup: true },
      [
        { rule: 'backup', stations: [0], figure: 0, limit: 1 },
        { rule: 'backup', stations: [2], figure: 0, limit: 1 },
      ],
    ],
    [
      { eligibility: { maxPeople: 99, maxCalls: 9, urban: true } },
      [
        { rule: 'eligibility', stations: [1], figure: 100, limit: 99 },
        { rule: 'eligibility', stations: [1], figure: 10, limit: 9 },
      ],
    ],
    [
      { lockedCentres: [0], forbiddenCentres: [1], lockedMembers: [[3, 1]], forbiddenMembers: [[2, 1]] },
      [
        { rule: 'locked-centre:0', stations: [0] },
        { rule: 'forbidden-centre:1', stations: [1] },
        { rule: 'locked-member:3:1', stations: [3] },
        { rule: 'forbidden-member:2:1', stations: [2] },
      ],
    ],
  ];

  it.each(BROKEN)('under the rules %j finds %j', (rules, findings) => {
    expect(checkConsolidation(rowOfStations(5, rules), plan)).toEqual(findings);
  });

  it('finds a member out of reach, and a group that a station of another group separates', () => {
    const apart = Int32Array.of(0, ALONE, ALONE, 0, ALONE);
    const problem = rowOfStations(5, { reach: true, contiguity: true });
    expect(checkConsolidation(problem, apart)).toEqual([
      { rule: 'reach', stations: [3] },
      { rule: 'contiguity', stations: [0, 3] },
    ]);
  });

  it('looks at the reach of the centre to its own settlements', () => {
    const problem = rowOfStations(3, { reach: true });
    problem.pairs.feasible[0] = 0;
    expect(checkConsolidation(problem, Int32Array.of(0, 0, ALONE))).toEqual([{ rule: 'reach', stations: [0] }]);
    expect(checkConsolidation(problem, Int32Array.of(ALONE, 2, 2))).toEqual([]);
  });

  it('lets an urban station stand alone, and be centre where that is allowed alone', () => {
    const problem = rowOfStations(3, { mayStandAlone: false, eligibility: { urban: false } });
    const stations = problem.stations.map((station, i) => ({ ...station, kind: i === 0 ? 'urban' : 'rural' }) as const);
    expect(checkConsolidation({ ...problem, stations }, Int32Array.of(ALONE, 1, 1))).toEqual([]);
    expect(checkConsolidation({ ...problem, stations }, Int32Array.of(0, 0, 0))).toEqual([
      { rule: 'eligibility', stations: [0] },
    ]);
  });

  it('takes an unknown figure for a broken rule, never for zero', () => {
    const problem = rowOfStations(2, { minOfficers: 1, auxiliariesPerOfficer: 1, budgetYuan: 5 });
    const stations = problem.stations.map(({ id, kind, people }) => ({ id, kind, people }));
    expect(checkConsolidation({ ...problem, stations }, Int32Array.of(0, 0))).toEqual([
      { rule: 'min-officers', stations: [0, 1], limit: 1 },
      { rule: 'auxiliaries-per-officer', stations: [0, 1] },
      { rule: 'budget', stations: [0], limit: 5 },
    ]);
  });

  it.each([
    [[1, ALONE, ALONE], [{ rule: 'shape', stations: [0] }]],
    [[0, ALONE, ALONE], [{ rule: 'shape', stations: [0], figure: 1, limit: 2 }]],
    [[1, 2, 2], [{ rule: 'shape', stations: [0] }]],
    [[9, ALONE, ALONE], [{ rule: 'shape', stations: [0] }]],
    [[ALONE], [{ rule: 'shape', stations: [], figure: 1, limit: 3 }]],
  ])('finds that %j is no plan of three stations', (centres, findings) => {
    expect(checkConsolidation(rowOfStations(3), Int32Array.from(centres))).toEqual(findings);
  });

  it('finds an objective over its limit', () => {
    const problem = { ...rowOfStations(5), atMost: [{ objective: 'command-posts' as const, value: 2 }] };
    expect(checkConsolidation(problem, plan)).toEqual([
      { rule: 'at-most:command-posts', stations: [], figure: 3, limit: 2 },
    ]);
  });

  it('lists the groups of a plan with their stations', () => {
    expect(groupsOf(Int32Array.of(1, 1, ALONE, 4, 4))).toEqual([
      { centre: 1, stations: [0, 1] },
      { centre: 4, stations: [3, 4] },
    ]);
  });

  it('shares no code with a solver: its files import the contract and each other alone', () => {
    const files = ['check-consolidation.ts', 'check-objectives.ts', 'check-answer.ts', 'check-optimum.ts'];
    const allowed = new Set([...files, 'consolidation-problem.ts'].map((file) => `./${file}`));
    for (const file of files) {
      const imports = [...readFileSync(FOLDER + file, 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, path]) => path ?? '',
      );
      expect(imports.length).toBeGreaterThan(0);
      expect(imports.filter((path) => !allowed.has(path))).toEqual([]);
    }
  });
});

describe('objectiveValue', () => {
  /** 0 with 1 as centre, 2 alone, 3 and 4 with 4 as centre: two members, each a step of 600 ds from its centre. */
  const plan = Int32Array.of(1, 1, ALONE, 4, 4);
  const problem = { ...rowOfStations(5), today: Int32Array.of(1, 1, ALONE, 3, 3) };

  it('counts the command posts, the officers they bind, and the stations whose centre is another than today', () => {
    expect(objectiveValue(problem, plan, 'command-posts')).toBe(3);
    expect(objectiveValue(problem, plan, 'officers-on-duty-posts')).toBe(15);
    expect(objectiveValue(problem, plan, 'change')).toBe(2);
    expect(objectiveValue(rowOfStations(5), plan, 'change')).toBe(4);
  });

  it('sums people by time over settlements', () => {
    expect(objectiveValue(problem, plan, 'people-time')).toBe(2 * 100 * 600);
  });

  it('takes the slowest twentieth of the people, a settlement in part, and twenty times it so that it is whole', () => {
    expect(objectiveValue(problem, plan, 'worst-share')).toBe(20 * 25 * 600);
    const [first, ...rest] = problem.settlements ?? [];
    const few = { ...problem, settlements: first ? [{ ...first, people: 3 }, ...rest] : [] };
    // 403 people: 20.15 of them, all at station 3's settlement
    expect(objectiveValue(few, plan, 'worst-share')).toBe(403 * 600);
  });

  it('goes on to the next slowest settlement where the slowest is smaller than the share', () => {
    const settlements = problem.settlements?.map((each, i) => ({ ...each, people: i === 0 ? 4 : 100 }));
    const far = Int32Array.of(2, ALONE, 2, 4, 4);
    // 404 people: 20.2; four of them at 1200 ds, 16.2 at 600 ds
    expect(objectiveValue({ ...problem, settlements }, far, 'worst-share')).toBe(80 * 1200 + 324 * 600);
  });

  it('refuses the worst share without settlements', () => {
    const { settlements: _, ...without } = problem;
    expect(() => objectiveValue(without, plan, 'worst-share')).toThrow('needs the settlements');
  });

  it('sums a weighted goal into one value', () => {
    const terms = [
      { objective: 'command-posts' as const, weight: 1000 },
      { objective: 'change' as const, weight: 7 },
    ];
    expect(goalValues({ ...problem, goal: { kind: 'weighted', terms } }, plan)).toEqual([3014]);
  });
});

describe('checkAnswer', () => {
  const problem = rowOfStations(4, { reach: true });
  const answer = enumerate(problem);
  const [posts, time] = answer.stages;
  if (!posts || !time) throw new Error('two stages');

  it('finds nothing wrong with right answers, infeasible ones among them, in random counties', () => {
    for (let seed = 0; seed < 60; seed++) {
      const county = randomCounty(seed, 4);
      expect(checkAnswer(county, enumerate(county))).toEqual([]);
    }
  });

  it('accepts a search that ran out with a true gap, or before it had a plan', () => {
    const half = { ...posts, value: 2, bound: 1, gap: 0.5 };
    expect(checkAnswer(problem, { status: 'limit', plan: Int32Array.of(1, 1, 2, 2), stages: [half] })).toEqual([]);
    expect(checkAnswer(problem, { status: 'limit', plan: undefined, stages: [] })).toEqual([]);
  });

  it.each([
    ['value', { ...posts, value: 2 }, [{ kind: 'value', stage: 0, claimed: 2, exact: 1 }]],
    ['bound', { ...posts, bound: 3, gap: -2 }, ['bound', 'not-optimal']],
    ['gap', { ...posts, gap: 0.1 }, [{ kind: 'gap', stage: 0, claimed: 0.1, exact: 0 }]],
    ['optimality', { ...posts, bound: 0, gap: 1 }, [{ kind: 'not-optimal', stage: 0, claimed: 0, exact: 1 }]],
  ])('finds a %s that does not hold', (_, stage, expected) => {
    const findings = checkAnswer(problem, { ...answer, stages: [stage, time] });
    expect(findings).toMatchObject(expected.map((each) => (typeof each === 'string' ? { kind: each } : each)));
  });

  it('finds a plan that breaks a rule, a plan of nothing feasible, a missing plan, and missing or strange stages', () => {
    const apart = { ...answer, plan: Int32Array.of(0, ALONE, ALONE, 0) };
    expect(checkAnswer(problem, apart)[0]).toMatchObject({ kind: 'rule', finding: { rule: 'reach', stations: [3] } });
    expect(checkAnswer(problem, { ...answer, status: 'infeasible' })).toEqual([{ kind: 'plan-of-infeasible' }]);
    expect(checkAnswer(problem, { ...answer, plan: undefined })).toEqual([{ kind: 'no-plan' }]);
    expect(checkAnswer(problem, { ...answer, stages: [posts] })).toMatchObject([
      { kind: 'stages', claimed: 1, exact: 2 },
    ]);
    expect(checkAnswer(problem, { ...answer, stages: [time, posts] })).toMatchObject([{ kind: 'stages' }]);
  });
});
