import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { GeodataError, type InputProblem } from '../../geodata/errors.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { Township } from './townships.ts';

/** Rows of an import and where they came from. */
export interface SourceRows<Item> {
  /** The file's name, for messages. */
  readonly file: string;
  readonly items: readonly Item[];
  /** The row of each item in the file, from 1, the header included. Default: position + 1, as in GeoJSON. */
  readonly rows?: readonly number[];
}

/** Everything but the roads that makes a version of a county's data. WGS 84. */
export interface CountyTables {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
  readonly boundary?: SourceRows<MultiPolygonRings> | undefined;
  readonly townships?: SourceRows<Township> | undefined;
  readonly stations: SourceRows<Station>;
  readonly settlements: SourceRows<Settlement>;
}

/** A problem of one file among several. */
export interface ImportProblem extends InputProblem {
  readonly file: string;
}

/** At most so many problems are listed; all of them are counted. */
const LISTED_PROBLEMS = 100;

/** Gathers the problems of several files. Values are not repeated: a shifted row may hold anything under any header. */
export class ImportProblems {
  private readonly problems: ImportProblem[] = [];

  /** @param index position in `items` */
  add(source: Pick<SourceRows<unknown>, 'file' | 'rows'>, index: number, column: string, rule: string): void {
    this.problems.push({ file: source.file, row: source.rows?.[index] ?? index + 1, column, rule });
  }

  /** @throws GeodataError `input-invalid` where there is any problem, as `inputInvalid` words it, each with its file */
  throwIfAny(): void {
    if (this.problems.length === 0) return;
    const problemCount = this.problems.length;
    const files = [...new Set(this.problems.map((problem) => problem.file))];
    const fileRank = (problem: ImportProblem): number => files.indexOf(problem.file);
    const inOrder = this.problems.sort((a, b) => fileRank(a) - fileRank(b) || a.row - b.row);
    const file = files.join(', ');
    const { file: firstFile = file, row, column, rule } = inOrder[0] ?? {};
    throw new GeodataError(
      'input-invalid',
      `${file}: ${problemCount} problem(s), first at ${firstFile} row ${row}, column ${column}: ${rule}.`,
      { file, problems: inOrder.slice(0, LISTED_PROBLEMS), problemCount },
    );
  }
}
