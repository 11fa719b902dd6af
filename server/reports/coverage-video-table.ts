import { type EquippedReading, equippedOf, networkedOf } from '../../geodata/coverage/video-rates.ts';
import { type NamedVideoRate, type VideoRow, videoRates } from '../counties/county-video.ts';
import { type FilledColumn, filledRows, percentValue, placeGeometry } from './coverage-cells.ts';
import type { NamedTable } from './table-content.ts';
import { COUNTED_BY_WORDS, VIDEO_RATE_WORDS } from './wording/coverage-words.ts';

interface RatedRow extends VideoRow {
  readonly rates: readonly NamedVideoRate[];
}

const NAMES: readonly FilledColumn<RatedRow>[] = [
  { key: 'id', zh: '编号', en: 'id', of: ({ id }) => id },
  { key: 'name', zh: '名称', en: 'name', of: ({ name }) => name },
  { key: 'township', zh: '所属乡镇街道', en: 'township', of: ({ township }) => township },
  { key: 'stationId', zh: '所属派出所编号', en: 'own station id', of: ({ stationId }) => stationId },
];

const COUNTS = (reading: EquippedReading): readonly FilledColumn<RatedRow>[] => [
  { key: 'B0', zh: '应建小区', en: 'compounds due', of: ({ counts }) => counts.due.compounds },
  { key: 'B1', zh: '验收', en: 'accepted', of: ({ counts }) => counts.accepted.compounds },
  { key: 'built', zh: '建成未验收', en: 'built, not accepted', of: ({ counts }) => counts.built.compounds },
  { key: 'Bc', zh: '在建', en: 'under construction', of: ({ counts }) => counts.underConstruction.compounds },
  { key: 'none', zh: '未建', en: 'not begun', of: ({ counts }) => counts.notBegun.compounds },
  {
    ...{ key: 'equipped', zh: '按口径算建成', en: 'equipped in this reading' },
    of: ({ counts }) => equippedOf(counts, reading).compounds,
  },
  { key: 'B2', zh: '联网', en: 'connected', of: ({ counts }) => networkedOf(counts, reading).compounds },
  { key: 'O', zh: '在线设备', en: 'devices online', of: ({ counts }) => networkedOf(counts, reading).onlineDevices },
  {
    key: 'D',
    zh: '接入设备',
    en: 'devices connected',
    of: ({ counts }) => networkedOf(counts, reading).comparedDevices,
  },
  { key: 'notDue', zh: '不属应建', en: 'not due', of: ({ counts }) => counts.notDue.compounds },
  {
    ...{ key: 'unknownHouseholds', zh: '户数不详的应建小区', en: 'compounds due of unknown households' },
    of: ({ counts, withheld }) => counts.due.unknownHouseholds - withheld.due.compounds,
  },
  {
    ...{ key: 'withheldHouseholds', zh: '户数不计入的应建小区（样本过小）', en: 'compounds due left out (too small)' },
    of: ({ withheld }) => withheld.due.compounds,
  },
  {
    ...{ key: 'unknownDevices', zh: '设备数不详的应建小区', en: 'compounds due of unknown devices' },
    of: ({ counts }) => counts.due.unknownDevices,
  },
];

/** Three columns a rate: its parts, which are whole numbers, and the per cent. */
function rateColumns({ rate, by }: NamedVideoRate, index: number): FilledColumn<RatedRow>[] {
  const key = `${rate.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}By${by[0]?.toUpperCase()}${by.slice(1)}`;
  const [rateWords, byWords] = [VIDEO_RATE_WORDS[rate], COUNTED_BY_WORDS[by]];
  const zh = `${rateWords.zh}（按${byWords.zh}）`;
  const en = `${rateWords.en} by ${byWords.en}`;
  const ratioOf = ({ rates }: RatedRow) => rates[index]!.ratio;
  return [
    { key: `${key}Numerator`, zh: `${zh}分子`, en: `${en}, numerator`, of: (row) => ratioOf(row).numerator },
    { key: `${key}Denominator`, zh: `${zh}分母`, en: `${en}, denominator`, of: (row) => ratioOf(row).denominator },
    {
      ...{ key, zh, en, unit: '%' },
      of: (row) => percentValue(ratioOf(row).numerator, ratioOf(row).denominator),
    },
  ];
}

/** Video coverage 智安小区 by place: counts, and every rate with its parts. */
export function videoTable(rows: readonly VideoRow[], reading: EquippedReading): NamedTable {
  const rated = rows.map((row): RatedRow => ({ ...row, rates: videoRates(row, reading) }));
  const rates = rated[0]?.rates ?? [];
  const columns = [...NAMES, ...COUNTS(reading), ...rates.flatMap(rateColumns)];
  return { title: { zh: '智安小区覆盖', en: 'Video coverage' }, ...filledRows(columns, rated, placeGeometry) };
}
