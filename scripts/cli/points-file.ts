import { type InputProblem, inputInvalid } from '../../geodata/errors.ts';
import type { LonLat } from '../../geodata/units.ts';
import { LISTED_PROBLEMS, problemList } from '../../server/files/input-problems.ts';
import { personalValue } from '../../server/files/personal-data.ts';
import { positionProblem } from '../../server/files/position.ts';
import { type ProblemRule, WHOLE_ROW } from '../../server/files/problem-words.ts';
import { readUtf8 } from '../../server/files/utf8-file.ts';
import type { CommandRule } from './input-problem-lines.ts';

/** Points of a travel time matrix, and which of them are its sources. */
export interface MatrixPoints {
  readonly points: readonly LonLat[];
  /** Positions in `points`, in the order of the matrix's rows. */
  readonly sources: readonly number[];
}

/**
 * Reads `{"points": [[lon, lat], ...], "sources": [index, ...]}`, both with at least one member;
 * other members are passed over. All or nothing: throws one `input-invalid` with every problem of
 * the file, whose row is the position in the list counted from 1 and whose column is the list; a
 * file that is not there is Node's own error.
 */
export async function readMatrixPoints(path: string): Promise<MatrixPoints> {
  const problems: InputProblem[] = [];
  const add: AddProblem = (row, column, rule, value) => {
    const isShown = value !== undefined && !personalValue(String(value));
    problems.push({ row, column, rule, ...(isShown ? { value: String(value) } : {}) });
  };
  const root = await readJsonObject(path);
  const points = pointsOf(root['points'], add);
  const sources = sourcesOf(root['sources'], points.length || Number.POSITIVE_INFINITY, add);
  if (problems.length > 0) throw inputInvalid(path, problems.slice(0, LISTED_PROBLEMS), problems.length);
  return { points, sources };
}

type AddProblem = (row: number, column: string, rule: ProblemRule | CommandRule, value?: number) => void;

async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>>> {
  const problems = problemList(path);
  const content = await readUtf8(path, problems);
  try {
    const root: unknown = JSON.parse(content);
    return typeof root === 'object' && root !== null ? (root as Record<string, unknown>) : {};
  } catch {
    return problems.fail(1, WHOLE_ROW, 'json-malformed');
  }
}

/** A member that is no pair gives a point nonetheless, so that the positions of the others stand. */
function pointsOf(list: unknown, add: AddProblem): LonLat[] {
  if (!isFilledList(list)) {
    add(1, 'points', 'points-missing');
    return [];
  }
  return list.map((member, index): LonLat => {
    if (!isNumberPair(member)) {
      add(index + 1, 'points', 'point-not-pair');
      return [0, 0];
    }
    const [lon, lat] = member;
    const problem = positionProblem({ lon, lat });
    if (problem) add(index + 1, 'points', problem.rule, problem.axis === 'lon' ? lon : lat);
    return member;
  });
}

function sourcesOf(list: unknown, pointCount: number, add: AddProblem): number[] {
  if (!isFilledList(list)) {
    add(1, 'sources', 'sources-missing');
    return [];
  }
  return list.map((member, index) => {
    if (typeof member !== 'number' || !Number.isSafeInteger(member) || member < 0) {
      add(index + 1, 'sources', 'source-not-index', typeof member === 'number' ? member : undefined);
      return 0;
    }
    if (member >= pointCount) add(index + 1, 'sources', 'source-beyond-points', member);
    return member;
  });
}

function isFilledList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isNumberPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}
