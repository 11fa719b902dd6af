import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../geodata/grouping/consolidate/check-answer.ts';
import { proveNoneBetter } from '../../../geodata/grouping/consolidate/check-optimum.ts';
import type {
  ConsolidationGoal,
  ConsolidationRules,
} from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { poseConsolidation } from '../../../geodata/grouping/consolidate/pose-consolidation.ts';
import { solveConsolidation } from '../../../geodata/grouping/consolidate/solve-consolidation.ts';
import { DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import { type GroupingDesk, openGroupingDesk } from '../../../geodata/grouping/grouping-desk.ts';
import type { SolveProgram } from '../../../geodata/siting/mixed-integer-program.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { loadSolver } from '../../../server/optimise/load-solver.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { realData } from '../../real-data.ts';
import { openChangfeng } from '../changfeng.ts';
import { NO_RULES } from './enumerated-counties.ts';

const folder = realData('changfeng');

const RULES: ConsolidationRules = {
  ...NO_RULES,
  reach: true,
  contiguity: true,
  eligibility: { urban: false },
  maxGroupSize: 5,
  minOfficers: 15,
  auxiliariesPerOfficer: 2,
  maxPeople: 400,
};

const GOALS: readonly ConsolidationGoal[] = [
  { kind: 'lexicographic', objectives: ['command-posts', 'people-time', 'worst-share'] },
  { kind: 'lexicographic', objectives: ['command-posts', 'worst-share', 'people-time'] },
  {
    kind: 'weighted',
    terms: [
      { objective: 'command-posts', weight: 300_000 },
      { objective: 'people-time', weight: 1 },
    ],
  },
];

describe.skipIf(!folder)('consolidation of a real county, headcounts from a seed', () => {
  let desk: GroupingDesk;
  let solve: SolveProgram;

  beforeAll(async () => {
    solve = await loadSolver();
    const { rule, stations, settlements } = await openChangfeng(folder ?? '');
    const random = mulberry32(20_261_125);
    const manned = stations.map((station) => {
      const officers = 4 + Math.floor(random() * 8);
      return { ...station, officers, auxiliaries: 2 * officers + Math.floor(random() * 6) - 1 };
    });
    desk = openGroupingDesk(
      rule.network,
      { stations: manned, settlements, boundary: boundaryIn(`${folder}/county.geojson`) },
      8,
    );
  });

  it.each(GOALS)('is proved under contiguity, strength, size and both limits: %j', (goal) => {
    const problem = poseConsolidation(desk, DEFAULT_COUNTING, { rules: RULES, goal });
    const answer = solveConsolidation(problem, solve, { secondsLeft: () => Number.POSITIVE_INFINITY });
    expect(answer.status).toBe('optimal');
    expect(checkAnswer(problem, answer)).toEqual([]);
    expect(answer.stages.every(({ gap }) => gap === 0)).toBe(true);
    if (goal === GOALS[0]) expect(proveNoneBetter(problem, answer.plan, 20_000_000).outcome).toBe('proved');
  });

  it('is posed with the people shown alone: those of few households leave no trace in it', () => {
    const posed = (few: number) => {
      const { county } = desk;
      const settlements = county.settlements.map((settlement, i) => {
        const [households, population] = i === 7 ? [9, few] : [50 + i, 150 + i];
        return { ...settlement, households, population };
      });
      return poseConsolidation({ ...desk, county: { ...county, settlements } }, DEFAULT_COUNTING, {
        rules: RULES,
        goal: { kind: 'lexicographic', objectives: [] },
      });
    };
    const problem = posed(20);
    expect(posed(29)).toEqual(problem);
    expect(problem.weightBase).toBe('population');
    expect(problem.withheldCount).toBeGreaterThan(1);
    const { stationCount, peopleDs } = problem.pairs;
    const sums = new Float64Array(stationCount ** 2);
    for (const { station, people, dsFromCentre } of problem.settlements) {
      expect(people).toBeGreaterThanOrEqual(150);
      dsFromCentre.forEach((ds, centre) => {
        sums[centre * stationCount + station] = (sums[centre * stationCount + station] ?? 0) + people * ds;
      });
    }
    expect(peopleDs).toEqual(sums);
    expect(problem.unreached).toEqual([]);
  });
});

function boundaryIn(file: string): LonLat[][][] {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  const polygons = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return polygons as unknown as LonLat[][][];
}
