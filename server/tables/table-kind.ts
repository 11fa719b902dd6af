/**
 * The tables that a county's offices send (DOMAIN.md section 4): 派出所, 村(社区), 自然村/居民点, 小区, 警务室, 道路里程核对,
 * 警情, 全县指标, 视频设备.
 */
export const TABLE_KINDS = [
  'stations',
  'units',
  'settlements',
  'compounds',
  'rooms',
  'road-lengths',
  'incidents',
  'county',
  'devices',
] as const;

export type TableKind = (typeof TABLE_KINDS)[number];
