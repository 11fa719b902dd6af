import type { LonLat } from '../units.ts';

/** A police station 派出所. Aggregates only: headcounts, never people. */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly coord: LonLat;
  /** 城区所 or 农村所. Members of a group are rural; an urban centre is allowed with a note. */
  readonly kind: 'urban' | 'rural';
  /** Name of the township-level unit it stands in, where known. */
  readonly township?: string;
  /** 在岗民警数 */
  readonly officers?: number;
  /** 辅警数 */
  readonly auxiliaries?: number;
}

/** A settlement 居民点: a natural village, an administrative village's seat, a community or a town. */
export interface Settlement {
  readonly id: string;
  readonly name: string;
  readonly coord: LonLat;
  /** 行政村(社区) or 自然村. The scope of a counting rule looks at it. */
  readonly kind: 'administrative' | 'natural';
  readonly township?: string;
  /** 所属派出所, where the table says so; it outranks the township. */
  readonly stationId?: string;
  /** Code of the village-level unit it belongs to, where the table says so. */
  readonly unitCode?: string;
  readonly households?: number;
  readonly population?: number;
}
