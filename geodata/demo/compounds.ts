import type { Metres } from '../units.ts';
import { type EastNorth, lonLatOf } from './frame.ts';
import type { Headcount } from './households.ts';
import { randomStream } from './random.ts';
import type { PlacedSettlement } from './settlements.ts';
import type { TableRow } from './table-row.ts';

/** Compounds of a community; some 120 in the county (DOMAIN.md section 7). */
const PER_COMMUNITY = { least: 2, most: 5 };
const PER_BUILDING = 34;
const ASIDE_METRES: Metres = 110;
const NAME_FIRST = [
  '锦绣',
  '阳光',
  '金桂',
  '翠湖',
  '福安',
  '丽景',
  '祥和',
  '悦府',
  '东城',
  '学府',
  '滨河',
  '盛世',
  '康乐',
];
const NAME_SECOND = ['花园', '小区', '家园', '新村', '华庭', '苑', '公寓', '名邸'];
const KINDS = ['新建', '老旧', '老旧', '其他'] as const;
/** Most are accepted; those under construction 在建 must not be counted as built. */
const STATES = ['验收', '验收', '验收', '验收', '建成', '在建', '未建'] as const;
/** States in which there is something to connect. */
const BUILT: readonly string[] = ['建成', '验收'];

/**
 * Rows of the table 小区: residential compounds of the communities, which share nine tenths of their households.
 * @param stationNames 所属派出所 by settlement
 */
export function listCompounds(
  seed: number,
  settlements: readonly PlacedSettlement[],
  headcounts: readonly Headcount[],
  stationNames: readonly string[],
): TableRow[] {
  const random = randomStream(seed, 'compounds');
  return settlements.flatMap((community, index) => {
    if (community.rank !== 'community') return [];
    const count = PER_COMMUNITY.least + random.below(PER_COMMUNITY.most - PER_COMMUNITY.least + 1);
    const households = Math.floor((0.9 * (headcounts[index] as Headcount).households) / count);
    const names = random.shuffled(NAME_FIRST);
    return Array.from({ length: count }, (_, number): TableRow => {
      const state = random.pick(STATES);
      const isConnected = BUILT.includes(state) && random.chance(0.8);
      const devices = BUILT.includes(state) ? 14 + random.below(11) : 0;
      const [east, north] = community.place;
      const place: EastNorth = [
        east + random.between(-ASIDE_METRES, ASIDE_METRES),
        north + random.between(-ASIDE_METRES, ASIDE_METRES),
      ];
      const [lon, lat] = lonLatOf(place);
      return {
        小区名称: `${names[number]}${random.pick(NAME_SECOND)}`,
        所属社区代码: community.id,
        派出所: stationNames[index] ?? '',
        类别: random.pick(KINDS),
        楼栋数: Math.max(1, Math.round(households / PER_BUILDING)),
        户数: households,
        是否应建: random.chance(0.95) ? '是' : '否',
        建设状态: state,
        是否联网: isConnected ? '是' : '否',
        设备数: devices,
        在线设备数: isConnected ? devices - random.below(4) : 0,
        中心点经度: lon,
        中心点纬度: lat,
      };
    });
  });
}
