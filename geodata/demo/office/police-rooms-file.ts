import type { Settlement } from '../../catchment/places.ts';
import type { LonLat } from '../../units.ts';
import type { DemoCounty } from '../county.ts';
import { AS_OF, AS_OF_TEXT } from './as-of.ts';
import { degreesMinutesSeconds } from './cell-text.ts';
import type { OfficePart } from './office-part.ts';
import { type DraftRow, layOutTable, withFault } from './table-draft.ts';

const FILE = '警务室.xlsx';
const SHEET = '警务室';
const OFFICE = '治安大队';
const HEADERS = ['序号', '警务室名称', '所属派出所', '类别', '经度', '纬度', '坐标系', '值守时段', '截止日期'];
/** One room for so many communities, and one for so many villages. */
const COMMUNITIES_A_ROOM = 2;
const VILLAGES_A_ROOM = 8;
/** Townships, by their place in the county's list, whose first room is open round the clock; the last has no station. */
const ROUND_THE_CLOCK = [0, 3, 9];
/** Every so manieth position was read off a receiver that shows degrees, minutes and seconds. */
const SECONDS_EVERY = 12;
/** From the middle of the settlement, about 60 m. */
const ASIDE_DEGREES = 0.0006;
const IMPOSSIBLE_DATE = '2024-02-30';

/** 治安大队: police rooms of communities and villages; one of each is a model room 样板 (clause 20). */
export function policeRoomsFile(county: DemoCounty): OfficePart {
  const rooms = roomRows(county);
  const good = rooms.map(({ row, coord }, index) => (index % SECONDS_EVERY === 1 ? inSeconds(row, coord) : row));
  const rows = [...good, ...badRows(rooms)].map((row, index) => ({ ...row, cells: { ...row.cells, 序号: index + 1 } }));
  const { faults, ...sheet } = layOutTable({
    file: FILE,
    sheet: SHEET,
    above: [[`${county.name}公安局警务室一览表`], [`填报单位：${OFFICE}`, null, null, null, `截止日期：${AS_OF_TEXT}`]],
    columns: HEADERS.map((header) => ({ header })),
    rows,
    below: [['注：7×24警务室全天有人值守。']],
  });
  return { file: { format: 'xlsx', name: FILE, office: OFFICE, sheets: [{ name: SHEET, ...sheet }] }, faults };
}

interface Room {
  readonly row: DraftRow;
  readonly coord: LonLat;
}

function roomRows({ settlements, stations, rawRows, townships }: DemoCounty): Room[] {
  const byId = new Map(settlements.map((settlement) => [settlement.id, settlement]));
  const stationNames = new Map(stations.map(({ id, name }) => [id, name]));
  const unitsOf = (kind: string): Settlement[] =>
    rawRows.villages.flatMap((row) => (row['类别'] === kind ? (byId.get(String(row['区划代码'])) ?? []) : []));
  const openAllDay = ROUND_THE_CLOCK.map((index) => `${townships[index]?.code}001`);
  const communities = unitsOf('社区').filter(
    ({ id }, index) => index % COMMUNITIES_A_ROOM === 0 || openAllDay.includes(id),
  );
  const villages = unitsOf('村').filter((_, index) => index % VILLAGES_A_ROOM === 0);
  const room = (settlement: Settlement, kinds: readonly string[], hours: string): Room => {
    const { name, stationId = '', coord } = settlement;
    const place: LonLat = [Math.round((coord[0] + ASIDE_DEGREES) * 1e7) / 1e7, coord[1]];
    const cells = {
      警务室名称: `${name}警务室`,
      所属派出所: stationNames.get(stationId) ?? null,
      类别: kinds.join('、'),
      经度: place[0],
      纬度: place[1],
      坐标系: 'CGCS2000',
      值守时段: hours,
      截止日期: { date: AS_OF },
    };
    return { row: { cells }, coord: place };
  };
  const model = (index: number): string[] => (index === 0 ? ['样板'] : []);
  return [
    ...communities.map((community, index) => {
      const isOpenAllDay = openAllDay.includes(community.id);
      const kinds = ['社区', ...(isOpenAllDay ? ['7×24'] : []), ...model(index)];
      return room(community, kinds, isOpenAllDay ? '00:00-24:00' : '08:00-20:00');
    }),
    ...villages.map((village, index) => room(village, ['农村', ...model(index)], '08:30-17:30')),
  ];
}

function inSeconds(row: DraftRow, [lon, lat]: LonLat): DraftRow {
  const east = withFault(row, 'degrees-minutes-seconds', '经度', degreesMinutesSeconds(lon));
  return withFault(east, 'degrees-minutes-seconds', '纬度', degreesMinutesSeconds(lat));
}

/** Rooms that are not among the county's, each beside one that is. */
function badRows(rooms: readonly Room[]): DraftRow[] {
  const [first, second] = [rooms[rooms.length - 1], rooms[rooms.length - 2]] as [Room, Room];
  const beside = ({ row }: Room, suffix: string): DraftRow => ({
    cells: { ...row.cells, 警务室名称: String(row.cells['警务室名称']).replace('警务室', suffix), 类别: '农村' },
  });
  const swapped = beside(first, '流动警务站');
  return [
    withFault({ cells: { ...swapped.cells, 纬度: first.coord[0] } }, 'axes-swapped', '经度', first.coord[1]),
    withFault(beside(second, '集市警务站'), 'date-impossible', '截止日期', IMPOSSIBLE_DATE),
  ];
}
