/**
 * Which headers mean what: the county templates' (DOMAIN.md section 4) and their English keys, for
 * CSV columns and GeoJSON properties alike. Where a row fills several columns of one field, the one
 * named first here counts. Headers are compared by `headerKey`.
 */
const PLACE_COLUMNS = {
  lon: ['经度', '村委会经度', 'lon', 'longitude'],
  lat: ['纬度', '村委会纬度', 'lat', 'latitude'],
  crs: ['坐标系', 'crs'],
  township: ['所属乡镇街道', '所属乡镇', '乡镇街道', '乡镇', 'township'],
} as const;

export const STATION_COLUMNS = {
  ...PLACE_COLUMNS,
  id: ['机构代码', 'id', 'osm_node', 'osm_id', '@id'],
  name: ['派出所名称', '名称', 'name'],
  kind: ['类型', 'kind'],
  officers: ['在岗民警数', '民警数', '民警', 'officers'],
  auxiliaries: ['辅警数', '辅警', 'auxiliaries'],
} as const;

export const SETTLEMENT_COLUMNS = {
  ...PLACE_COLUMNS,
  id: ['区划代码', 'id', 'code', 'osm_node', 'osm_id', '@id', 'official_code'],
  name: ['名称', 'name'],
  kind: ['类别', 'kind'],
  /** The OSM key. */
  place: ['place'],
  /** In the template of natural villages: the administrative village each belongs to. */
  village: ['所属行政村代码', 'village'],
  station: ['所属派出所', 'station'],
  households: ['户数', 'households'],
  population: ['人口', 'population'],
} as const;

/** Columns without which a table of places cannot be read. A GeoJSON feature has its own coordinates. */
export const REQUIRED_COLUMNS = { columns: ['name', 'lon', 'lat'], points: [] } as const;

export const STATION_KINDS: ReadonlyMap<string, 'urban' | 'rural'> = new Map([
  ...wordsFor('urban', ['城区', '城区所', '城市', 'urban']),
  ...wordsFor('rural', ['农村', '农村所', 'rural']),
]);

export const SETTLEMENT_KINDS: ReadonlyMap<string, 'administrative' | 'natural'> = new Map([
  ...wordsFor('administrative', ['村', '行政村', '村委会', '社区', '居委会', 'administrative', 'community']),
  ...wordsFor('natural', ['自然村', '自然屯', '居民点', 'natural']),
]);

/** Values of the OSM key `place` at which people live (OSM wiki, Key:place). */
export const OSM_PLACE_KINDS: ReadonlyMap<string, 'administrative' | 'natural'> = new Map([
  ...wordsFor('administrative', ['county', 'district', 'municipality', 'city', 'borough', 'town', 'village']),
  ...wordsFor('administrative', ['suburb', 'quarter', 'neighbourhood']),
  ...wordsFor('natural', ['hamlet', 'isolated_dwelling', 'farm', 'allotments']),
]);

/** CGCS2000 and WGS 84 differ by centimetres: one set of coordinates for every purpose here (DOMAIN.md section 3). */
export const SUPPORTED_CRS: ReadonlySet<string> = new Set([
  'wgs84',
  'epsg:4326',
  '4326',
  'cgcs2000',
  'epsg:4490',
  '4490',
  '2000国家大地坐标系',
  '国家2000',
]);

function wordsFor<const Kind>(kind: Kind, words: readonly string[]): [string, Kind][] {
  return words.map((word) => [word, kind]);
}
