import { neighboursOf } from '../adjacency.ts';
import type { ConsolidationPlan, ConsolidationProblem } from './consolidation-problem.ts';
import { type ChoiceColumns, columnOf } from './program-columns.ts';
import { type Choices, candidatesOf } from './reduce-choices.ts';
import { groupsOfPlan, partsOfGroup } from './solve-violation.ts';

/** A row that every plan keeps and that one solution breaks: sum of value x column <= most. */
export interface Cut {
  readonly most: number;
  readonly entries: readonly (readonly [column: number, value: number])[];
}

/**
 * Cuts for the parts of groups that do not hang together with their centre (separator inequalities, Oehrlein and
 * Haunert 2017): a member of such a part is in the group only where some station is that separates it from the
 * centre. The separator is the least one that touches the part: its neighbours that the centre reaches without the others.
 */
export function contiguityCuts(
  problem: ConsolidationProblem,
  choices: Choices,
  columns: ChoiceColumns,
  plan: ConsolidationPlan,
): Cut[] {
  const cuts: Cut[] = [];
  for (const [centre, group] of groupsOfPlan(plan)) {
    const [, ...apart] = partsOfGroup(problem, centre, group);
    for (const part of apart) {
      const through = separator(problem, centre, candidatesOf(choices, centre), part);
      const barrier = through.map((station) => [columnOf(columns, station, centre)!, -1] as const);
      for (const member of part) {
        cuts.push({ most: 0, entries: [[columnOf(columns, member, centre)!, 1], ...barrier] });
      }
    }
  }
  return cuts;
}

/** Of the candidates that border the part, those that the centre reaches through candidates beyond the border. */
function separator(
  { adjacency }: ConsolidationProblem,
  centre: number,
  candidates: readonly number[],
  part: readonly number[],
): number[] {
  const open = new Set(candidates);
  for (const station of part) open.delete(station);
  const border = new Set(part.flatMap((station) => [...neighboursOf(adjacency, station)].filter((s) => open.has(s))));
  const touched = new Set<number>();
  const reached = [centre];
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    for (const neighbour of neighboursOf(adjacency, next)) {
      if (!open.delete(neighbour)) continue;
      if (border.has(neighbour)) touched.add(neighbour);
      else reached.push(neighbour);
    }
  }
  return [...touched].sort((a, b) => a - b);
}

/** Shuts out one selection of choices and nothing else: for what the program's tolerances let through. */
export function cutOfPlan(columns: ChoiceColumns, plan: ConsolidationPlan): Cut {
  const entries = [...plan].map((centre, station) => [columnOf(columns, station, centre)!, 1] as const);
  return { most: plan.length - 1, entries };
}
