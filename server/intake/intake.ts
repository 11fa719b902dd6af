import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { CountyRecords } from '../../geodata/records/county-records.ts';
import type { PositionOrigin } from '../db/county-records.ts';
import type { SourceRows } from '../db/county-tables.ts';
import type { Township } from '../db/townships.ts';
import type { AreaFeature } from '../files/read-areas.ts';
import type { Finding } from '../tables/finding.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { CoordinateEvidence } from './coordinate-evidence.ts';

/**
 * A file as an office sent it. Tables are held in memory alone until they are known to hold nothing personal; roads,
 * which hold nothing of the kind, may lie in a file.
 */
export type IntakeFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly path: string });

/** What the user decided, by name of file. */
export interface IntakeChoices {
  /** The reference system of every row of a file, whatever its rows say. */
  readonly referenceSystems?: Readonly<Record<string, string>>;
  /** Files whose reference system the user has looked at and stands by, whatever the evidence says. */
  readonly trusted?: readonly string[];
  /** What headers mean, by kind of table: key of a field, or `ignore`. */
  readonly columns?: Readonly<Partial<Record<TableKind, Readonly<Record<string, string>>>>>;
  /** The kind of a sheet, by file, then sheet (empty where a file has none). */
  readonly kinds?: Readonly<Record<string, Readonly<Record<string, TableKind | 'ignore'>>>>;
  /** Code of a village-level unit -> id of the settlement that it is, or null: none. */
  readonly matches?: Readonly<Record<string, string | null>>;
}

/** What a county has already: the tables that the files do not bring stay as they are. */
export interface IntakeBase {
  readonly boundary: MultiPolygonRings | undefined;
  readonly townships: readonly Township[];
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  readonly records: CountyRecords;
  readonly origins: readonly PositionOrigin[];
  /** Its roads in the base condition, in shared memory, for distances from them. */
  readonly network?: ArrayBufferLike | undefined;
}

/** What a file turned out to be. */
export type FileRole = 'roads' | 'boundary' | 'townships' | 'tables' | 'nothing' | 'refused';

/** A table of a file. */
export interface TableSummary {
  readonly sheet?: string;
  readonly kind: TableKind;
  readonly rowCount: number;
  /** Rows that an error keeps out, whatever step found it. */
  readonly badRows: number;
}

/** A file and what became of it. */
export interface FileSummary {
  readonly name: string;
  /** Hex. Not of a refused file. */
  readonly sha256?: string;
  readonly byteLength: number;
  readonly roles: readonly FileRole[];
  readonly tables: readonly TableSummary[];
}

/** A header that no field of the template answers to. */
export interface UnknownColumn {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: TableKind;
  readonly header: string;
  /** What it is remembered by, see `RememberedColumns`. */
  readonly key: string;
}

/** A unit that may be one of several settlements, or none. */
export interface OfferedMatch {
  readonly code: string;
  readonly name: string;
  readonly candidates: readonly { readonly settlementId: string; readonly name: string; readonly score: number }[];
}

/** Everything of a county that files and base give together, without the rows that an error keeps out. */
export interface AssembledCounty extends CountyAreas {
  readonly stations: SourceRows<Station>;
  readonly settlements: SourceRows<Settlement>;
  readonly records: CountyRecords;
  readonly origins: readonly PositionOrigin[];
}

/** The county's ground: of the files where they bring it, else as it was. */
export interface CountyAreas {
  readonly boundary: SourceRows<MultiPolygonRings> | undefined;
  readonly townships: SourceRows<AreaFeature> | undefined;
}

/** How units and settlements were brought together. */
export interface MatchCounts {
  readonly byCode: number;
  /** And what the user chose. */
  readonly byName: number;
  readonly ambiguous: number;
  readonly unmatched: number;
}

/** Files, looked over as one delivery. Nothing of it is in any dataset. */
export interface CheckedIntake {
  readonly files: readonly FileSummary[];
  readonly findings: readonly Finding[];
  readonly unknownColumns: readonly UnknownColumn[];
  readonly coordinates: readonly CoordinateEvidence[];
  readonly matches: MatchCounts;
  readonly offered: readonly OfferedMatch[];
  /** The name of the roads' file, where there is one. */
  readonly roads: string | undefined;
  readonly county: AssembledCounty;
}
