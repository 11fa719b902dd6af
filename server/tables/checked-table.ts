import type {
  Compound,
  CountyFacts,
  IncidentCount,
  PoliceRoom,
  RoadLength,
  StationStrength,
  VideoDevice,
  VillageUnit,
} from '../../geodata/records/county-records.ts';
import type { Finding } from './finding.ts';
import type { SheetColumn } from './sheet-table.ts';
import type { TableKind } from './table-kind.ts';

/** A position as its file gives it, before any reference system is applied. */
export interface StatedPosition {
  /** Longitude or easting. */
  readonly x: number;
  /** Latitude or northing. */
  readonly y: number;
  /** 坐标系 as the row says; undefined where it says nothing. */
  readonly crs?: string;
}

/** A station as its table has it: the place and the headcounts. */
export interface StationRow extends StationStrength {
  readonly name: string;
  readonly kind: 'urban' | 'rural';
  readonly township: string;
  readonly townshipCode?: string;
}

/** A natural village as its table has it. */
export interface SettlementRow {
  /** 编号 where the row has one; otherwise `<unitCode>-<name>`. */
  readonly id: string;
  readonly name: string;
  /** 所属行政村代码 */
  readonly unitCode: string;
  readonly households?: number;
  readonly population?: number;
}

/**
 * Stations are named in other tables by id or by name: `stationId` then holds what the table says. A station without
 * 机构代码 has its name for an id; a compound without 编号 `<unitCode>-<name>`, a room `<stationId>-<name>`.
 */
export interface RowOfKind {
  readonly stations: StationRow;
  readonly units: Omit<VillageUnit, 'coord'>;
  readonly settlements: SettlementRow;
  readonly compounds: Omit<Compound, 'coord' | 'area'>;
  readonly rooms: Omit<PoliceRoom, 'coord'>;
  readonly 'road-lengths': RoadLength;
  readonly incidents: Omit<IncidentCount, 'settlementId'> & { readonly settlement: string };
  /** One figure a row. */
  readonly county: CountyFacts;
  readonly devices: Omit<VideoDevice, 'coord'>;
}

/** A row that has no error of its own. */
export interface GoodRow<Kind extends TableKind> {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly item: RowOfKind[Kind];
  /** Absent where the kind has no position, or the row leaves it blank and may. */
  readonly position?: StatedPosition;
  /** Rings of the row's polygon, in the coordinates of the file. */
  readonly area?: readonly (readonly (readonly (readonly [x: number, y: number])[])[])[];
}

/** A recognised table, each of its rows held against the template. Nothing in it is personal. */
export interface CheckedTable<Kind extends TableKind = TableKind> {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: Kind;
  /** 坐标系 that the file itself states, or else the import, for rows that say nothing. */
  readonly statedCrs?: string;
  readonly rows: readonly GoodRow<Kind>[];
  /** Rows of data, the bad ones included. */
  readonly rowCount: number;
  readonly badRows: number;
  /** In order of row, then column; all of them. */
  readonly findings: readonly Finding[];
  /** Columns that no field answers to, for the user to say once what they mean. */
  readonly unknownColumns: readonly SheetColumn[];
  /** Columns left aside: serial numbers, remarks, and what the county said to ignore. */
  readonly ignoredColumns: readonly SheetColumn[];
  /** Which column each field was read from: the receipt and the findings of later steps need it. */
  readonly columnOfField: Readonly<Record<string, SheetColumn>>;
}
