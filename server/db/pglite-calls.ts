import type { SqlValue } from './db.ts';
import type { DriverError } from './store-error.ts';

/** What the embedded store's thread is started with. */
export interface PgliteStart {
  /** Folder of the database, absolute; undefined: in memory. */
  readonly folder: string | undefined;
  /** Where the template is kept, absolute. */
  readonly cacheFolder: string;
  readonly schema: string;
}

/** What the thread is asked. */
export type PgliteCall =
  | { readonly id: number; readonly call: 'query'; readonly sql: string; readonly params: readonly SqlValue[] }
  | { readonly id: number; readonly call: 'execute'; readonly sql: string }
  | { readonly id: number; readonly call: 'close' };

/** Its answer. The one with id 0, unasked, says that the database is open, or why not. */
export type PgliteReply =
  | { readonly id: number; readonly rows: unknown[] }
  | { readonly id: number; readonly error: DriverError };
