import type { TableKind } from '../tables/table-kind.ts';

/** What the positions of a table say about the reference system that was claimed for them. */
export interface CoordinateEvidence {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: TableKind;
}
