import type { Investigation } from '../../geodata/georeference/investigation.ts';
import type { ReferenceSystem } from '../../geodata/georeference/reference-system.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import type { TableKind } from '../tables/table-kind.ts';

/** What the positions of a table say about the reference system that was claimed for them. */
export interface CoordinateEvidence {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: TableKind;
  readonly claimed: ReferenceSystem;
  /** The user stands by the claim. */
  readonly trusted: boolean;
  /** Rows of the table that claim the system. */
  readonly rows: number;
  /** Points looked at, all of them or a sample of a large table; and those of them whose place is known from elsewhere. */
  readonly points: number;
  readonly known: number;
  readonly investigation: Omit<Investigation, 'preview'>;
  /** Before and after, one a point; none of devices, whose positions are never served. */
  readonly preview: readonly EvidencePoint[];
}

/** A point as the file claims and as the evidence suggests; the same where nothing speaks against the claim. */
export interface EvidencePoint {
  readonly row: number;
  readonly claimed: LonLat | undefined;
  readonly suggested: LonLat | undefined;
  readonly metres: Metres | undefined;
}
