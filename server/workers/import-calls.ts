import { GeodataError } from '../../geodata/errors.ts';
import type { Condition } from '../../geodata/roads/profiles/conditions.ts';
import { errorOf, type WireError, wireError } from '../../geodata/wire-error.ts';
import type { CountyFiles, CountyNote } from '../counties/county-files.ts';
import type { HexagonCell } from '../db/hexagons.ts';
import type { CountyImport } from '../db/import-county.ts';

/** What an import is prepared from, and what its thread is started with. */
export interface ImportFiles {
  readonly files: CountyFiles;
  /** One of `PROFILE_IDS`. Default: `DEFAULT_PROFILE`, or that of a saved network. */
  readonly profile?: string | undefined;
  /** Tables that were read and checked elsewhere: `files` then give the roads alone. */
  readonly tables?: Omit<ImportTables, 'networkCount' | 'sources'> | undefined;
  /** One network each, of the same profile. A saved network is only compared with what it says, and stays alone. */
  readonly conditions: readonly Condition[];
}

/** A county's tables as the thread read them, the networks still to be built. */
export interface ImportTables
  extends Pick<CountyImport, 'boundary' | 'townships' | 'stations' | 'settlements' | 'sources'> {
  readonly notes: readonly CountyNote[];
  readonly networkCount: number;
}

/** The thread reads the tables unasked; then it builds a network for each index that it is sent, or finds the cells. */
export type ImportQuestion = number | 'hexagons';

export interface ImportAnswers {
  readonly tables: ImportTables;
  readonly network: SharedArrayBuffer;
  /** Of `hexagonCells`. */
  readonly hexagons: readonly HexagonCell[];
}

export type ImportReply =
  | Pick<ImportAnswers, 'tables'>
  | Pick<ImportAnswers, 'network'>
  | Pick<ImportAnswers, 'hexagons'>
  | { readonly error: ThreadError };

/** An error as it crosses from the thread; one of Node about a file keeps its code and path. */
export interface ThreadError extends WireError {
  readonly system?: { readonly code: string; readonly path: string | undefined };
}

export function threadError(error: unknown): ThreadError {
  const { code, path } = (error instanceof GeodataError ? {} : error) as Partial<NodeJS.ErrnoException>;
  return { ...wireError(error), ...(typeof code === 'string' ? { system: { code, path } } : {}) };
}

export function errorOfThread({ system, ...error }: ThreadError): Error {
  return Object.assign(errorOf(error), system);
}
