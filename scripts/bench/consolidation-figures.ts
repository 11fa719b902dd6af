import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type {
  ConsolidationGoal,
  ConsolidationRules,
} from '../../geodata/grouping/consolidate/consolidation-problem.ts';
import { poseConsolidation } from '../../geodata/grouping/consolidate/pose-consolidation.ts';
import { solveConsolidation } from '../../geodata/grouping/consolidate/solve-consolidation.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { openGroupingDesk } from '../../geodata/grouping/grouping-desk.ts';
import { uniformAt } from '../../geodata/philox.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { LonLat } from '../../geodata/units.ts';
import { loadSolver } from '../../server/optimise/load-solver.ts';
import type { Figure } from './figure.ts';

const RESOLUTION = 8;
const HEADCOUNT_SEED = 20_261_125;

/** Groups of at most five that hang together, with "two teams, one room" (clause 6a) in each. */
const RULES: ConsolidationRules = {
  reach: true,
  contiguity: true,
  mayStandAlone: true,
  eligibility: { urban: false },
  maxGroupSize: 5,
  minOfficers: 15,
  auxiliariesPerOfficer: 2,
  backup: false,
  lockedCentres: [],
  forbiddenCentres: [],
  lockedMembers: [],
  forbiddenMembers: [],
};

const GOALS: readonly ConsolidationGoal[] = [
  { kind: 'lexicographic', objectives: ['command-posts', 'people-time', 'worst-share'] },
  { kind: 'lexicographic', objectives: ['command-posts', 'worst-share', 'people-time'] },
];

/** The best groups of a county with a station at each town, headcounts from a seed, proved without a limit of time. */
export async function consolidationFigures(
  name: string,
  network: RoadNetwork,
  places: { readonly stations: readonly LonLat[]; readonly settlements: readonly LonLat[] },
): Promise<Figure[]> {
  const stations = places.stations.map((coord, i): Station => {
    const officers = 4 + Math.floor(8 * uniformAt(HEADCOUNT_SEED, i, 0));
    const auxiliaries = 2 * officers - 1 + Math.floor(6 * uniformAt(HEADCOUNT_SEED, i, 1));
    return { id: `s${i}`, name: `s${i}`, coord, kind: 'rural', officers, auxiliaries };
  });
  const settlements = places.settlements.map(
    (coord, i): Settlement => ({ id: `v${i}`, name: `v${i}`, coord, kind: 'natural' }),
  );
  const desk = openGroupingDesk(network, { stations, settlements, boundary: undefined }, RESOLUTION);
  const solve = await loadSolver();
  return GOALS.map((goal) => {
    const startedAt = performance.now();
    const problem = poseConsolidation(desk, DEFAULT_COUNTING, { rules: RULES, goal });
    const { status, stages } = solveConsolidation(problem, solve, { secondsLeft: () => Number.POSITIVE_INFINITY });
    const seconds = (performance.now() - startedAt) / 1000;
    const values = stages.map(({ objectives, value, gap }) => `${objectives.join('+')} ${value} (gap ${gap})`);
    return {
      name: `${name}: best groups of ${stations.length} stations, posed and solved`,
      value: `${seconds.toFixed(2)} s, ${status}: ${values.join(', ')}`,
      bound: '30 s',
    };
  });
}
