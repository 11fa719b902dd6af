import { ALONE, type ConsolidationPlan } from './consolidation-problem.ts';
import { type Choices, centresOf } from './reduce-choices.ts';

/** The columns of a consolidation's program: one for each choice of each station, 1 where the plan makes it. */
export interface ChoiceColumns {
  readonly stationCount: number;
  /** Column c: the station, and the centre it has, its own index or `ALONE`. */
  readonly station: Int32Array;
  readonly centre: Int32Array;
  /** Columns of station s stand at `start[s] .. start[s + 1] - 1`. */
  readonly start: Int32Array;
}

export function choiceColumns(choices: Choices): ChoiceColumns {
  const station: number[] = [];
  const centre: number[] = [];
  const start = [0];
  for (let s = 0; s < choices.stationCount; s++) {
    const centres = [...centresOf(choices, s), ...(choices.alone[s] === 1 ? [ALONE] : [])];
    for (const each of centres) {
      station.push(s);
      centre.push(each);
    }
    start.push(station.length);
  }
  return {
    stationCount: choices.stationCount,
    station: Int32Array.from(station),
    centre: Int32Array.from(centre),
    start: Int32Array.from(start),
  };
}

/** The column of a station under a centre; undefined where the choice is struck out. */
export function columnOf({ start, centre }: ChoiceColumns, station: number, of: number): number | undefined {
  for (let column = start[station]!; column < start[station + 1]!; column++) {
    if (centre[column] === of) return column;
  }
  return undefined;
}

/** The columns of a station. */
export function columnsOf({ start }: ChoiceColumns, station: number): number[] {
  const first = start[station]!;
  return Array.from({ length: start[station + 1]! - first }, (_, i) => first + i);
}

/** The plan that a solution's columns say; each station has exactly one at 1. */
export function planOf(columns: ChoiceColumns, values: Float64Array): ConsolidationPlan {
  const plan = new Int32Array(columns.stationCount).fill(ALONE);
  columns.station.forEach((station, column) => {
    if (values[column]! > 0.5) plan[station] = columns.centre[column]!;
  });
  return plan;
}
