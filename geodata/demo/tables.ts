import { listCompounds } from './compounds.ts';
import { lonLatOf } from './frame.ts';
import { shiftToGcj02 } from './gcj02.ts';
import type { Headcount } from './households.ts';
import { type Random, randomStream } from './random.ts';
import type { TownshipKind } from './seats.ts';
import type { PlacedSettlement } from './settlements.ts';
import type { DemoStation } from './stations.ts';
import type { TableRow } from './table-row.ts';
import type { TownshipUnit } from './townships.ts';
import type { DemoTraps } from './traps.ts';

/**
 * The county's tables as it might hand them in, in the templates of DOMAIN.md section 4, with the
 * mistakes that such tables have.
 */
export interface DemoTables {
  /** 派出所 */
  readonly stations: readonly TableRow[];
  /** 村(社区): 户数 and 人口 are those of the whole village, its hamlets included. */
  readonly villages: readonly TableRow[];
  /** 自然村/居民点: one row a hamlet and one, under the village's name, for the houses around its committee. */
  readonly hamlets: readonly TableRow[];
  /** 小区, some of them under construction 在建 */
  readonly compounds: readonly TableRow[];
  /** 道路里程核对 */
  readonly roads: readonly TableRow[];
}

interface TableContents {
  readonly townships: readonly TownshipUnit[];
  readonly stations: readonly DemoStation[];
  readonly settlements: readonly PlacedSettlement[];
  readonly headcounts: readonly Headcount[];
  /** 所属派出所 by settlement. */
  readonly stationNames: readonly string[];
  /** Kilometres that the transport bureau has on its books, by class. */
  readonly roadKilometres: readonly (readonly [roadClass: string, kilometres: number])[];
}

const AS_OF = '2024-06-30';
const CRS = 'CGCS2000';
/** 城乡分类代码 of a community (DOMAIN.md 1.5): 主城区, 镇中心 or 乡中心. */
const URBAN_CODES: Record<TownshipKind, string> = { subdistrict: '111', town: '121', township: '210' };

export function writeTables(seed: number, contents: TableContents, traps: DemoTraps): DemoTables {
  const random = randomStream(seed, 'tables');
  const { settlements, headcounts, stations, roadKilometres } = contents;
  const townshipCodes = new Map(contents.townships.map(({ name, code }) => [name, code]));
  const members = new Map<string, number[]>();
  settlements.forEach(({ villageId }, index) => {
    members.set(villageId, [...(members.get(villageId) ?? []), index]);
  });
  return {
    stations: stations.map((station) => stationRow(random, station, townshipCodes.get(station.township) ?? '')),
    villages: settlements.flatMap((settlement, index) => {
      if (settlement.rank === 'hamlet') return [];
      const parts = (members.get(settlement.id) ?? []).map((part) => headcounts[part] as Headcount);
      const context: VillageContext = {
        position: positionOf(settlement, traps),
        stationName: contents.stationNames[index] ?? '',
        townshipKind: contents.townships[settlement.township]?.kind ?? 'town',
      };
      return [villageRow(random, settlement, parts, context)];
    }),
    hamlets: settlements.flatMap((settlement, index) =>
      settlement.rank === 'community' ? [] : [hamletRow(settlement, headcounts[index] as Headcount, traps)],
    ),
    compounds: listCompounds(seed, settlements, headcounts, contents.stationNames),
    roads: roadKilometres.map(([roadClass, kilometres]) => ({ 等级: roadClass, 公里数: kilometres })),
  };
}

function stationRow(random: Random, station: DemoStation, townshipCode: string): TableRow {
  const [lon, lat] = station.coord;
  return {
    派出所名称: station.name,
    机构代码: station.id,
    所属乡镇街道: station.township,
    区划代码: townshipCode,
    类型: station.kind === 'urban' ? '城区' : '农村',
    经度: lon,
    纬度: lat,
    坐标系: CRS,
    编制数: station.authorised,
    在编数: station.onRolls,
    借调出数: station.secondedOut,
    在岗民警数: station.officers,
    社区民警数: station.community,
    案件办理民警数: station.cases,
    综合指挥民警数: station.command,
    辅警数: station.auxiliaries,
    其中社区驻村辅警数: station.villageAuxiliaries,
    是否设两队一室: station.officers >= 15 ? '是' : '否',
    情报分析员数: station.kind === 'urban' ? 2 : 1,
    法制员数: 1,
    巡逻车辆数: 2 + random.below(station.kind === 'urban' ? 4 : 2),
    数据截止日期: AS_OF,
  };
}

interface VillageContext {
  readonly position: Position;
  readonly stationName: string;
  readonly townshipKind: TownshipKind;
}

function villageRow(
  random: Random,
  { id, name, rank }: PlacedSettlement,
  parts: readonly Headcount[],
  { position, stationName, townshipKind }: VillageContext,
): TableRow {
  const households = parts.reduce((sum, part) => sum + part.households, 0);
  const isCommunity = rank === 'community';
  const buildings = isCommunity ? Math.ceil(households / random.between(24, 40)) : 0;
  return {
    区划代码: id,
    名称: isCommunity ? name : `${name}村委会`,
    类别: isCommunity ? '社区' : '村',
    城乡分类代码: isCommunity ? URBAN_CODES[townshipKind] : '220',
    所属派出所: stationName,
    户数: households,
    人口: parts.reduce((sum, part) => sum + part.population, 0),
    村民小组数: isCommunity ? '' : Math.max(1, Math.round(households / 45)),
    自然村数: isCommunity ? '' : parts.length,
    村委会经度: position.lon,
    村委会纬度: position.lat,
    坐标系: position.crs,
    辅警数: isCommunity ? 2 : Number(random.chance(0.96)),
    是否警务助理: random.chance(0.9) ? '是' : '否',
    治保会人数: 3 + random.below(3),
    '楼栋(院落)数': isCommunity ? buildings : '',
    已覆盖楼栋数: isCommunity ? Math.round(buildings * random.between(0.7, 1)) : '',
    信息员数: Math.round(households / random.between(10, 24)),
    截止日期: AS_OF,
  };
}

function hamletRow(settlement: PlacedSettlement, { households, population }: Headcount, traps: DemoTraps): TableRow {
  const { lon, lat, crs } = positionOf(settlement, traps);
  const { name, villageId } = settlement;
  return {
    名称: name,
    所属行政村代码: villageId,
    户数: households,
    人口: population,
    经度: lon,
    纬度: lat,
    坐标系: crs,
  };
}

interface Position {
  readonly lon: number | '';
  readonly lat: number | '';
  readonly crs: string;
}

function positionOf({ id, place }: PlacedSettlement, traps: DemoTraps): Position {
  if (traps.withoutCoordinates.includes(id)) return { lon: '', lat: '', crs: '' };
  const [lon, lat] = id === traps.gcjShifted ? shiftToGcj02(lonLatOf(place)) : lonLatOf(place);
  return { lon, lat, crs: CRS };
}
