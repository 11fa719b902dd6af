import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import type { RoadRank } from '../roads/road-rank.ts';
import type { LonLat } from '../units.ts';

/**
 * What a county's offices report, checked and in WGS 84: the templates of DOMAIN.md section 4. Aggregates only: counts
 * and places, never people. Whatever is absent is not known, which is never zero. `asOf` is `YYYY-MM-DD`, the
 * table's 截止日期.
 */
export interface CountyRecords {
  readonly strengths: readonly StationStrength[];
  readonly units: readonly VillageUnit[];
  readonly compounds: readonly Compound[];
  readonly rooms: readonly PoliceRoom[];
  readonly roadLengths: readonly RoadLength[];
  readonly incidents: readonly IncidentCount[];
  /** Used to compute areas, never served. */
  readonly devices: readonly VideoDevice[];
  readonly facts: CountyFacts;
}

/** A county about which nothing is reported. */
export const NO_RECORDS: CountyRecords = {
  strengths: [],
  units: [],
  compounds: [],
  rooms: [],
  roadLengths: [],
  incidents: [],
  devices: [],
  facts: {},
};

/** Figures of the whole county: 全县指标. */
export interface CountyFacts {
  /** 县局民警总数 (clause 4). */
  readonly officers?: number;
  /** 治安信息员专项经费, whole yuan a year (clause 15). */
  readonly informantFundsYuan?: number;
  readonly asOf?: string;
}

/** Headcounts of a station 派出所, of the same id as its `Station`. */
export interface StationStrength {
  readonly stationId: string;
  /** 编制数 */
  readonly authorised?: number;
  /** 在编数 */
  readonly onRolls?: number;
  /** 借调出数 */
  readonly secondedOut?: number;
  /** 在岗民警数 */
  readonly onDuty?: number;
  /** 社区民警数 */
  readonly community?: number;
  /** 案件办理民警数 */
  readonly cases?: number;
  /** 综合指挥民警数 */
  readonly command?: number;
  /** 辅警数, those bound to villages included. */
  readonly auxiliaries?: number;
  /** 其中社区驻村辅警数 */
  readonly villageAuxiliaries?: number;
  /** 是否设两队一室 */
  readonly twoTeams?: boolean;
  /** 情报分析员数 */
  readonly analysts?: number;
  /** 法制员数 */
  readonly legalReviewers?: number;
  /** 巡逻车辆数 */
  readonly vehicles?: number;
  readonly asOf?: string;
}

/** A village-level unit: an administrative village 行政村 or a community 社区. */
export interface VillageUnit {
  /** Division code 区划代码, twelve digits, as text. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'village' | 'community';
  /** 城乡分类代码: 111, 112, 121, 122, 123, 210, 220. 1xx is urban. */
  readonly urbanRuralCode?: string;
  readonly stationId?: string;
  /** Name of its township-level unit. */
  readonly township?: string;
  /** Of the whole unit, its natural villages included. */
  readonly households?: number;
  /** What 户数 counts: registered 户籍 or resident 常住. */
  readonly householdBasis?: 'registered' | 'resident';
  readonly population?: number;
  /** 村民小组数 */
  readonly groups?: number;
  /** 自然村数 */
  readonly naturalVillages?: number;
  /** Of its committee. */
  readonly coord?: LonLat;
  /** 辅警数 */
  readonly auxiliaries?: number;
  /** 是否警务助理 */
  readonly policeAssistant?: boolean;
  /** 治保会人数 */
  readonly committeeMembers?: number;
  /** 楼栋(院落)数 */
  readonly buildings?: number;
  /** 已覆盖楼栋数 */
  readonly coveredBuildings?: number;
  /** 信息员数: volunteer posts 治安信息员 of the unit, a count. */
  readonly volunteers?: number;
  readonly asOf?: string;
}

/** How far a compound's video system is: 未建, 在建, 建成, 验收. */
export type CompoundState = 'none' | 'under-construction' | 'built' | 'accepted';

/** A residential compound 住宅小区. */
export interface Compound {
  /** Unique in the county. */
  readonly id: string;
  readonly name: string;
  /** Code of the community or village it lies in. */
  readonly unitCode: string;
  readonly stationId?: string;
  readonly kind: 'new' | 'old' | 'other';
  readonly buildings?: number;
  readonly households?: number;
  /** 是否应建: it counts in B0. */
  readonly due: boolean;
  readonly state: CompoundState;
  /** 是否联网: connected to the platform, B2 where it is built. */
  readonly networked: boolean;
  /** 设备数 */
  readonly devices?: number;
  /** 在线设备数 */
  readonly onlineDevices?: number;
  readonly coord?: LonLat;
  /** Its ground, where surveyed. */
  readonly area?: MultiPolygonRings;
  readonly asOf?: string;
}

/** What a police room 警务室 is: community, rural, round the clock 7×24, model 样板. A room may be several. */
export type PoliceRoomKind = 'community' | 'rural' | 'round-the-clock' | 'model';

export interface PoliceRoom {
  readonly id: string;
  readonly name: string;
  readonly stationId?: string;
  readonly kinds: readonly PoliceRoomKind[];
  readonly coord?: LonLat;
  /** 值守时段 as its table says, such as `08:00-20:00`. */
  readonly hours?: string;
  readonly asOf?: string;
}

/** 道路里程核对: kilometres of a class on the transport bureau's books. */
export interface RoadLength {
  readonly rank: RoadRank;
  readonly kilometres: number;
  readonly asOf?: string;
}

/** Calls 警情 of a settlement by band of the day, summed over a period. */
export interface IncidentCount {
  readonly settlementId: string;
  /** Hours of the day, from inclusive, to exclusive, 0 to 24. */
  readonly fromHour: number;
  readonly toHour: number;
  readonly count: number;
  readonly asOf?: string;
}

/** A camera's ground. Never served, never named. */
export interface VideoDevice {
  readonly coord: LonLat;
  readonly rangeMetres?: number;
  /** Degrees clockwise from north that it looks along; unknown means all around. */
  readonly azimuth?: number;
  /** Angle of view, degrees; unknown means all around. */
  readonly fieldOfView?: number;
}
