/** Administrative rank of a road: 高速, 国道, 省道, 县道, 乡道, 村道. */
export type RoadRank = 'motorway' | 'national' | 'provincial' | 'county' | 'township' | 'village';
