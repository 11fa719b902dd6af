import { isCounted } from '../../geodata/grouping/counting-rule.ts';
import type { Evaluation, GroupEvaluation } from '../../geodata/grouping/evaluate.ts';
import { failReason } from '../../geodata/grouping/fail-reason.ts';
import type { Extreme, PooledCount } from '../../geodata/grouping/figures.ts';
import type { SettlementResponse } from '../../geodata/grouping/responses.ts';
import { withheldSettlements } from '../../geodata/small-samples.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { Language } from '../language.ts';
import type { Table, TableColumn, TableRow, TableValue } from './table.ts';
import { OWN_STATION_WORDS, REASON_WORDS, STATUS_WORDS } from './wording/label-words.ts';

const GROUP_COLUMNS: readonly TableColumn[] = [
  { key: 'groupId', zh: '协作组', en: 'group' },
  { key: 'standAlone', zh: '未编组', en: 'stands alone' },
  { key: 'centreId', zh: '中心派出所编号', en: 'central station id' },
  { key: 'centre', zh: '中心派出所', en: 'central station' },
  { key: 'members', zh: '成员派出所', en: 'member stations' },
  { key: 'status', zh: '结果', en: 'result' },
  { key: 'statusCode', zh: '结果代码', en: 'result code' },
  { key: 'settlements', zh: '居民点', en: 'settlements' },
  { key: 'counted', zh: '统计居民点', en: 'settlements counted' },
  { key: 'within', zh: '达标居民点', en: 'settlements within' },
  { key: 'weight', zh: '加权总量', en: 'weight' },
  { key: 'withinWeight', zh: '达标加权量', en: 'weight within' },
  { key: 'rate', zh: '加权达标率', en: 'weighted rate', unit: '%' },
  { key: 'farthestByLength', zh: '里程最远居民点', en: 'farthest by length' },
  { key: 'farthestKilometres', zh: '最远里程', en: 'greatest length', unit: 'km' },
  { key: 'farthestByTime', zh: '用时最长居民点', en: 'farthest by time' },
  { key: 'farthestMinutes', zh: '最长用时', en: 'greatest time', unit: 'min' },
  { key: 'p95Minutes', zh: '95%居民点用时', en: 'time to 95% of settlements', unit: 'min' },
  { key: 'straightRadiusKilometres', zh: '直线半径', en: 'straight radius', unit: 'km' },
  { key: 'offRoadTimeShare', zh: '路外用时占比', en: 'off-road share of time', unit: '%' },
  { key: 'connectors', zh: '虚拟连接线居民点', en: 'settlements by virtual connector' },
  { key: 'officers', zh: '民警', en: 'officers' },
  { key: 'auxiliaries', zh: '辅警', en: 'auxiliaries' },
  { key: 'connected', zh: '辖区相连', en: 'areas hang together' },
];

const SETTLEMENT_COLUMNS: readonly TableColumn[] = [
  { key: 'id', zh: '编号', en: 'id' },
  { key: 'name', zh: '居民点', en: 'settlement' },
  { key: 'township', zh: '乡镇街道', en: 'township' },
  { key: 'groupId', zh: '协作组', en: 'group' },
  { key: 'counted', zh: '计入统计', en: 'counted' },
  { key: 'weight', zh: '权重', en: 'weight' },
  { key: 'sampleTooSmall', zh: '样本过小', en: 'sample too small' },
  { key: 'ownStation', zh: '属地派出所', en: 'own station' },
  { key: 'ownStationRule', zh: '属地依据', en: 'own station by' },
  { key: 'firstResponseKilometres', zh: '属地先期响应里程', en: 'first response length', unit: 'km' },
  { key: 'firstResponseMinutes', zh: '属地先期响应用时', en: 'first response time', unit: 'min' },
  { key: 'centre', zh: '中心派出所', en: 'central station' },
  { key: 'supportKilometres', zh: '中心支援响应里程', en: 'support length', unit: 'km' },
  { key: 'supportMinutes', zh: '中心支援响应用时', en: 'support time', unit: 'min' },
  { key: 'straightKilometres', zh: '直线距离', en: 'straight distance', unit: 'km' },
  { key: 'status', zh: '结果', en: 'result' },
  { key: 'statusCode', zh: '结果代码', en: 'result code' },
  { key: 'reason', zh: '超限原因', en: 'reason' },
  { key: 'proof', zh: '判定依据代码', en: 'certificate' },
  { key: 'offRoadKilometres', zh: '路外连接里程（估算）', en: 'off-road length (estimated)', unit: 'km' },
  { key: 'offRoadMinutes', zh: '路外连接用时（估算）', en: 'off-road time (estimated)', unit: 'min' },
  { key: 'connector', zh: '虚拟连接线', en: 'virtual connector' },
];

/**
 * The groups, then the stations that stand alone, one a row at the centre's place, for CSV and GeoJSON.
 * `language` words the results; keys and codes are the same in both. Times and lengths are those of the
 * fastest routes, off-road legs included, to a thousandth of a minute and a decimetre.
 */
export function groupsTable(evaluation: Evaluation, language: Language): Table {
  const rows = [
    ...evaluation.groups.map((group) => groupRow(evaluation, group, false, language)),
    ...evaluation.standAlone.map((group) => groupRow(evaluation, group, true, language)),
  ];
  return { columns: GROUP_COLUMNS, rows };
}

/**
 * Every settlement once, in the groups' order, with both of its responses. As `groupsTable`. The weight of one whose
 * figures are withheld is one of these.
 */
export function settlementsTable(evaluation: Evaluation, language: Language): Table {
  const units = [...evaluation.groups, ...evaluation.standAlone];
  const withheld = withheldSettlements(evaluation.settlements);
  const rows = units.flatMap((group) =>
    group.responses.map((response) =>
      settlementRow(evaluation, group, response, withheld[response.settlement]!, language),
    ),
  );
  return { columns: SETTLEMENT_COLUMNS, rows };
}

/** A pooled headcount as a number, or undefined where not every station gives one: a part is not the sum. */
function wholeSum({ sum, stations, stationsKnown }: PooledCount): number | undefined {
  return stations === stationsKnown ? sum : undefined;
}

function groupRow(evaluation: Evaluation, group: GroupEvaluation, standAlone: boolean, language: Language): TableRow {
  const { stations, settlements } = evaluation;
  const centre = stations[group.centre]!;
  const { tally } = group;
  const nameOf = (extreme: Extreme | undefined): TableValue => extreme && settlements[extreme.settlement]?.name;
  const values: Readonly<Record<string, TableValue>> = {
    groupId: group.id,
    standAlone,
    centreId: centre.id,
    centre: centre.name,
    members: group.members.map(({ station }) => stations[station]!.name).join('、'),
    status: STATUS_WORDS[group.status][language],
    statusCode: group.status,
    settlements: group.responses.length,
    counted: tally.count,
    within: tally.withinCount,
    weight: tally.weight,
    withinWeight: tally.withinWeight,
    rate: tally.weight === 0 ? undefined : rounded((100 * tally.withinWeight) / tally.weight),
    farthestByLength: nameOf(group.farthestByLength),
    farthestKilometres: kilometres(group.farthestByLength?.cost.dm),
    farthestByTime: nameOf(group.farthestByTime),
    farthestMinutes: minutes(group.farthestByTime?.cost.ds),
    p95Minutes: minutes(group.p95Ds),
    straightRadiusKilometres: metresAsKilometres(group.straightRadiusMetres),
    offRoadTimeShare: group.offRoadTimeShare === undefined ? undefined : rounded(100 * group.offRoadTimeShare),
    connectors: group.connectorCount,
    officers: wholeSum(group.officers),
    auxiliaries: wholeSum(group.auxiliaries),
    connected: group.connected,
  };
  return rowOf(GROUP_COLUMNS, values, centre.coord);
}

function settlementRow(
  { stations, settlements, ownStation, counting, weights }: Evaluation,
  group: GroupEvaluation,
  response: SettlementResponse,
  isWithheld: boolean,
  language: Language,
): TableRow {
  const place = settlements[response.settlement]!;
  const { support, firstResponse } = response;
  const reason = failReason(support, counting);
  const values: Readonly<Record<string, TableValue>> = {
    id: place.id,
    name: place.name,
    township: place.township,
    groupId: group.id,
    counted: isCounted(place, counting),
    weight: isWithheld && weights.base !== 'settlements' ? undefined : weights.of[response.settlement],
    sampleTooSmall: isWithheld,
    ownStation: stations[response.ownStation]!.name,
    ownStationRule: OWN_STATION_WORDS[ownStation[response.settlement]!.rule][language],
    firstResponseKilometres: kilometres(firstResponse.fastest?.dm),
    firstResponseMinutes: minutes(firstResponse.fastest?.ds),
    centre: stations[group.centre]!.name,
    supportKilometres: kilometres(support.fastest?.dm),
    supportMinutes: minutes(support.fastest?.ds),
    straightKilometres: metresAsKilometres(support.straightMetres),
    status: STATUS_WORDS[support.status][language],
    statusCode: support.status,
    reason: reason && REASON_WORDS[reason][language],
    proof: support.proof,
    offRoadKilometres: kilometres(support.fastest && support.offRoad.dm),
    offRoadMinutes: minutes(support.fastest && support.offRoad.ds),
    connector: response.connector,
  };
  return rowOf(SETTLEMENT_COLUMNS, values, place.coord);
}

function rowOf(columns: readonly TableColumn[], values: Readonly<Record<string, TableValue>>, at: LonLat): TableRow {
  return { values: columns.map(({ key }) => values[key]), geometry: { type: 'Point', coordinates: [...at] } };
}

function kilometres(dm: number | undefined): number | undefined {
  return dm === undefined ? undefined : dm / 10_000;
}

function metresAsKilometres(metres: number | undefined): number | undefined {
  return metres === undefined ? undefined : Math.round(metres) / 1000;
}

function minutes(ds: number | undefined): number | undefined {
  return ds === undefined ? undefined : rounded(ds / 600);
}

/** To a thousandth: no figure within a decisecond of its limit changes sides. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
