import { type Conflict, findConflict } from '../../geodata/grouping/consolidate/conflict.ts';
import type { ConsolidationProblem } from '../../geodata/grouping/consolidate/consolidation-problem.ts';
import { poseConsolidation } from '../../geodata/grouping/consolidate/pose-consolidation.ts';
import { missingFigures } from '../../geodata/grouping/consolidate/program-refusal.ts';
import { solveConsolidation } from '../../geodata/grouping/consolidate/solve-consolidation.ts';
import { provenanceOf } from '../../geodata/grouping/provenance.ts';
import type { SearchBudget, SolveProgram } from '../../geodata/siting/mixed-integer-program.ts';
import { writeFileAtomically } from '../../server/files/atomic-file.ts';
import { readGroups } from '../../server/files/read-groups.ts';
import { loadSolver } from '../../server/optimise/load-solver.ts';
import {
  groupRecords,
  groupsOfAnswer,
  type Optimised,
  optimiseJson,
  optimiseReport,
} from '../../server/reports/optimise-report.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { CONSOLIDATION_OPTIONS, goalOf, planOfGroups, rulesOf } from '../cli/consolidation-options.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { GROUP_DESK_OPTIONS, loadGroupDesk } from '../cli/group-options.ts';
import { numberFrom, text } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...GROUP_DESK_OPTIONS,
  ...CONSOLIDATION_OPTIONS,
  today: {
    value: 'FILE',
    parse: text,
    zh: '现行协作组 JSON 文件，用于目标 change；不给则视为均未编组',
    en: 'JSON file of today’s groups, for the objective change; without it every station stands alone',
  },
  'time-limit': {
    value: 'SECONDS',
    parse: numberFrom(0),
    default: '60',
    zh: '求解时限（秒），到时给出已找到的最好方案及其差距',
    en: 'time for the search; then the best plan found, with its gap',
  },
  'plan-out': {
    value: 'FILE',
    parse: text,
    zh: '把方案写成协作组文件，可用于 hubshed groups --groups',
    en: 'write the plan as a file of groups, for hubshed groups --groups',
  },
  ...OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed optimise`: the best cooperation groups under rules, with the proof, or the rules that contradict each other. */
export const optimise = defineVerb({
  name: 'optimise',
  summary: {
    zh: '优化警务协作组：在各项要求下求最优方案并证明，或指出相互矛盾的要求',
    en: 'the best cooperation groups under your rules, proved; or the rules that contradict each other',
  },
  details: {
    zh: '各所建制不变，协作组只统筹指挥、办案和值班。派出所可写名称或编号。没有方案满足全部要求，或时限内没有找到方案时，退出码为 4。求解过程中 Ctrl-C 到时限才生效。',
    en: 'Every station keeps its establishment; a group pools command, case work and duty. Stations by name or id. Exit code 4 where no plan keeps all rules, or none was found in time. While the search runs, Ctrl-C waits for the time limit.',
  },
  options: OPTIONS,
  examples: [
    'optimise --pbf changfeng.osm.pbf --stations place=town --settlements places.geojson --boundary county.geojson --max-group 5',
    'optimise --county 340121 --min-officers 15 --auxiliaries-per-officer 2 --alone forbidden --plan-out plan.json --lang en',
  ],
  async run(values, context) {
    const inputs = [values.pbf, values.network, values.today];
    await checkOutput(values.out, inputs);
    await checkOutput(values['plan-out'], inputs);
    const optimised = await optimiseCounty(values, context);
    const { plan, status } = optimised.answer;
    if (plan && values['plan-out'] !== undefined) await writePlan(values['plan-out'], optimised, context);
    const pieces = context.json
      ? [`${JSON.stringify(optimiseJson(optimised))}\n`]
      : [optimiseReport(optimised, context.language)];
    await writeResult(pieces, values.out, context);
    if (!plan) throw new CommandFailure(EXIT.noAnswer, status === 'infeasible' ? NO_PLAN : NONE_IN_TIME);
  },
});

const NO_PLAN = { zh: '没有方案能同时满足全部要求', en: 'no plan keeps all rules together' };
const NONE_IN_TIME = {
  zh: '时限内没有找到方案，请延长 --time-limit',
  en: 'no plan was found in time; see --time-limit',
};

async function optimiseCounty(values: OptionValues<typeof OPTIONS>, context: CommandContext): Promise<Optimised> {
  const goal = goalOf(values, 'optimise');
  const { desk, counting } = await loadGroupDesk(values, 'optimise', context);
  const { stations } = desk.county;
  const rules = rulesOf(values, stations, 'optimise');
  const today =
    values.today === undefined ? {} : { today: planOfGroups(await readGroups(values.today, stations), stations) };
  const problem = poseConsolidation(desk, counting, { rules, goal, postOfficers: values['post-officers'], ...today });
  requireFigures(problem, (station) => stations[station]?.name ?? '');
  const solve = await loadSolver();
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const budget: SearchBudget = {
    secondsLeft: () => values['time-limit'] - seconds(),
    isCalledOff: () => context.signal.aborted,
  };
  const answer = solveConsolidation(problem, solve, budget);
  const conflict = answer.status === 'infeasible' ? conflictOf(problem, solve, budget) : undefined;
  context.signal.throwIfAborted();
  const provenance = provenanceOf(desk.rule.network);
  return { stations, counting, provenance, problem, answer, conflict, seconds: seconds() };
}

function conflictOf(problem: ConsolidationProblem, solve: SolveProgram, budget: SearchBudget): Conflict | undefined {
  return findConflict(problem, (each) => solveConsolidation(each, solve, budget));
}

/** @throws CommandFailure where a rule looks at figures that stations lack: unknown is not 0 */
function requireFigures(problem: ConsolidationProblem, nameOf: (station: number) => string): void {
  const [missing] = missingFigures(problem);
  if (!missing) return;
  const names = missing.stations.map(nameOf);
  const label = FIGURE_WORDS[missing.figure];
  throw new CommandFailure(EXIT.badInput, {
    zh: `下列派出所缺${label.zh}，不能按 0 计：${names.join('、')}`,
    en: `stations without ${label.en}, which is not taken for 0: ${names.join(', ')}`,
  });
}

const FIGURE_WORDS = {
  officers: { zh: '在岗民警数', en: 'a number of officers' },
  auxiliaries: { zh: '辅警数', en: 'a number of auxiliaries' },
  calls: { zh: '年警情数', en: 'a number of calls' },
  centreCostYuan: { zh: '投入金额', en: 'a cost' },
} as const;

async function writePlan(path: string, optimised: Optimised, context: CommandContext): Promise<void> {
  const groups = groupRecords(groupsOfAnswer(optimised));
  await writeFileAtomically(path, Buffer.from(`${JSON.stringify({ groups }, undefined, 2)}\n`));
  context.note({ zh: `方案已写入 ${path}`, en: `plan written to ${path}` });
}
