import { coverageHexagons } from '../../geodata/coverage/coverage-hexagons.ts';
import { countyVideo, VIDEO_LEVELS } from '../../server/counties/county-video.ts';
import { unitVolunteers, VOLUNTEER_SUM_LEVELS, volunteerSums } from '../../server/counties/county-volunteers.ts';
import { hexagonsInput } from '../../server/counties/coverage-hexagons-input.ts';
import type { LoadedCounty } from '../../server/counties/loaded-county.ts';
import type { Language } from '../../server/language.ts';
import { coverageHexagonsTable } from '../../server/reports/coverage-hexagons-table.ts';
import { videoTable } from '../../server/reports/coverage-video-table.ts';
import { unitVolunteersTable, volunteerSumsTable } from '../../server/reports/coverage-volunteers-table.ts';
import type { Table } from '../../server/reports/table.ts';
import type { NamedTable } from '../../server/reports/table-content.ts';
import { textOfTable } from '../../server/reports/text-table.ts';
import { UsageFailure } from '../cli/failures.ts';
import { oneOf } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { checkOutput } from '../cli/output.ts';
import { loadReportedCounty, REPORTED_COUNTY_OPTIONS } from '../cli/reported-county.ts';
import { RESOLUTION_OPTIONS } from '../cli/rule-options.ts';
import { TABLE_OUTPUT_OPTIONS, writeTableResult } from '../cli/table-output.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...REPORTED_COUNTY_OPTIONS,
  of: {
    value: 'WORD',
    parse: oneOf(['video', 'volunteers', 'hexagons']),
    default: 'video',
    zh: '哪一项：video 智安小区、volunteers 治安信息员、hexagons 六边形',
    en: 'which: video, volunteers (posts) or hexagons',
  },
  by: {
    value: 'LEVEL',
    parse: oneOf(['county', 'township', 'station', 'unit', 'compound']),
    default: 'township',
    zh: '按什么汇总：county、township、station、unit 村（社区）、compound 小区（仅 video）',
    en: 'what rows are: county, township, station, unit or, of video, compound',
  },
  reading: {
    value: 'WORD',
    parse: oneOf(['accepted', 'built', 'under-construction']),
    default: 'accepted',
    zh: '建成口径：accepted 已验收、built 含建成、under-construction 含在建',
    en: 'what counts as equipped: accepted, built as well, under-construction as well',
  },
  'urban-rural': {
    value: 'WORD',
    parse: oneOf(['urban-rural-code', 'unit-kind']),
    default: 'urban-rural-code',
    zh: '城乡划分：urban-rural-code 城乡分类代码、unit-kind 单位类别',
    en: 'urban and rural units: by urban-rural-code or by unit-kind',
  },
  ...RESOLUTION_OPTIONS,
  ...TABLE_OUTPUT_OPTIONS,
} as const satisfies OptionTable;

type Values = OptionValues<typeof OPTIONS>;

/** Columns that fit a terminal; files have all of them. */
const TEXT_COLUMNS: Readonly<Record<Values['of'], readonly string[]>> = {
  video: [
    ...['name', 'B0', 'B1', 'Bc', 'B2', 'coverageByCompounds', 'networkedByCompounds', 'onlineByDevices'],
    ...['coverageByHouseholds', 'unknownHouseholds', 'withheldHouseholds'],
  ],
  volunteers: [
    ...['name', 'units', 'withheldUnits', 'short', 'meets', 'over', 'unknown'],
    ...['ruralPosts', 'ruralLeast', 'ruralShortfall', 'urbanShortfall', 'posts', 'present', 'least', 'most'],
    ...['shortfall', 'band', 'per100Households', 'estimate', 'estimateLow', 'estimateHigh', 'sampleTooSmall'],
  ],
  hexagons: [
    ...['cell', 'dueHouseholds', 'equippedPercent', 'networkedPercent', 'videoSampleTooSmall', 'households'],
    ...['per100Households', 'estimate', 'band', 'volunteersSampleTooSmall', 'watchedPercent'],
  ],
};

/** `hubshed coverage`: video and volunteer posts of a stored county, the same figures as the service's. */
export const coverage = defineVerb({
  name: 'coverage',
  summary: {
    zh: '覆盖情况：智安小区、治安信息员、六边形',
    en: 'coverage by video and by volunteer posts, by place or hexagon',
  },
  details: {
    zh: '不足 30 户或不足 3 人的单位不显示数字，不计入合计，另计个数。',
    en: 'Units of fewer than 30 households or 3 posts show no figures and are in no sum; how many is said.',
  },
  options: OPTIONS,
  examples: [
    'coverage --county 990321',
    'coverage --county 990321 --of volunteers --by unit --format xlsx --out posts.xlsx',
    'coverage --county 990321 --of hexagons --resolution 8 --format geojson --out cells.geojson',
  ],
  async run(values, context) {
    await checkOutput(values.out);
    if (values.by === 'compound' && values.of !== 'video') {
      const words = { zh: '--by compound 只用于 --of video', en: '--by compound is for --of video only' };
      throw new UsageFailure([words], 'coverage');
    }
    const county = await loadReportedCounty(values.county, context);
    const table = tableOf(county, values, context.language);
    const text = () => textOfTable(columnsOf(table, TEXT_COLUMNS[values.of]), context.language);
    await writeTableResult(table, text, values, 'coverage', context);
  },
});

function tableOf(county: LoadedCounty, values: Values, language: Language): NamedTable {
  const { of, by, reading, resolution, 'urban-rural': urbanRural } = values;
  if (of === 'hexagons') {
    return coverageHexagonsTable(
      coverageHexagons(hexagonsInput(county, { resolution, reading, urbanRural })),
      language,
    );
  }
  if (of === 'video') return videoTable(countyVideo(county, VIDEO_LEVELS.find((level) => level === by)!).rows, reading);
  const level = VOLUNTEER_SUM_LEVELS.find((candidate) => candidate === by);
  return level
    ? volunteerSumsTable(volunteerSums(county, level, urbanRural))
    : unitVolunteersTable(unitVolunteers(county, urbanRural), language);
}

function columnsOf({ columns, rows }: Table, keys: readonly string[]): Table {
  const chosen = columns.flatMap(({ key }, index) => (keys.includes(key) ? [index] : []));
  return {
    columns: chosen.map((index) => columns[index]!),
    rows: rows.map(({ values }) => ({ values: chosen.map((index) => values[index]) })),
  };
}
