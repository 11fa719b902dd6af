import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import type { RoadLength } from '../../geodata/records/county-records.ts';
import { roadTrust } from '../../geodata/roads/trust/road-trust.ts';
import { USUAL_TAGS } from '../../server/counties/county-files.ts';
import { readAreaFeatures } from '../../server/files/read-areas.ts';
import { readRoadLengths } from '../../server/files/read-road-lengths.ts';
import { readSettlements } from '../../server/files/read-settlements.ts';
import type { Language } from '../../server/language.ts';
import { extractPlaces } from '../../server/networks/extract-places.ts';
import { networkOfSurvey } from '../../server/networks/load-network.ts';
import { readSurvey } from '../../server/networks/read-survey.ts';
import { roadsReportJson, roadsReportText } from '../../server/reports/roads-report.ts';
import type { Finding } from '../../server/tables/finding.ts';
import { findingText } from '../../server/tables/finding-words.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { loadRoads, NETWORK_OPTIONS, requireOneSource, surveyOf } from '../cli/network-options.ts';
import { text } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...NETWORK_OPTIONS,
  official: {
    value: 'FILE',
    parse: text,
    zh: '交通部门里程台账 .xlsx 或 .csv（列：等级、公里数）',
    en: "the transport bureau's lengths, .xlsx or .csv (columns 等级, 公里数)",
  },
  settlements: {
    value: 'FILE',
    parse: text,
    zh: '居民点 .csv、.geojson 文件；默认取 --pbf 中的地名',
    en: 'settlements, .csv or .geojson; default: the places of --pbf',
  },
  boundary: {
    value: 'FILE',
    parse: text,
    zh: '县界 GeoJSON：里程、孤立路段和断头路只统计界内的',
    en: 'GeoJSON of the county: lengths, islands and dead ends are those inside',
  },
  ...OUTPUT_OPTIONS,
} as const satisfies OptionTable;

type Values = OptionValues<typeof OPTIONS>;

/** `hubshed roads report`: how far a road network, from OSM or from a survey, can be trusted. */
export const roads = defineVerb({
  name: 'roads',
  action: 'report',
  summary: { zh: '道路可信度报告：里程核对、孤立路段、断头路、离路远的居民点', en: 'how far the roads can be trusted' },
  details: {
    zh: '有 --roads 时还列出每处接头和未接上的端点；完整清单见 --json。',
    en: 'With --roads every join and every end left apart is listed too; --json has the lists whole.',
  },
  options: OPTIONS,
  examples: [
    'roads report --pbf changfeng.osm.pbf --boundary county.geojson',
    'roads report --roads roads.zip --road-classes classes.json --official lengths.csv --settlements settlements.csv',
  ],
  async run(values, context) {
    requireOneSource(values, 'roads');
    await checkOutput(values.out, inputsOf(values));
    const official = values.official === undefined ? undefined : await officialLengths(values.official, context);
    const boundary = values.boundary === undefined ? undefined : await readAreaFeatures(values.boundary);
    const settlements = await settlementsOf(values, boundary);
    const { network, survey } = await openNetworkOf(values, context);
    const polygons = boundary?.flatMap((area) => area.polygons);
    const trust = roadTrust(network, { settlements, boundary: polygons, official });
    const about = { network: network.hash, profile: network.meta.profile };
    const report = context.json
      ? JSON.stringify({ about, ...roadsReportJson(trust, survey) }, undefined, 2)
      : roadsReportText(trust, survey, context.language);
    await writeResult([`${report}\n`], values.out, context);
  },
});

/** Doubts and repairs are said; with an error nothing is reported. */
async function officialLengths(path: string, { note }: CommandContext): Promise<readonly RoadLength[]> {
  const { lengths, findings } = await readRoadLengths(path);
  const linesIn = (language: Language, own: readonly Finding[]): string =>
    own.map((finding) => findingText(finding, language)).join('\n');
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    throw new CommandFailure(EXIT.badInput, { zh: linesIn('zh', errors), en: linesIn('en', errors) });
  }
  if (findings.length > 0) note({ zh: linesIn('zh', findings), en: linesIn('en', findings) });
  return lengths;
}

function inputsOf(values: Values): (string | undefined)[] {
  const { pbf, network, official, settlements, boundary } = values;
  return [pbf, network, values.roads, values['road-classes'], official, settlements, boundary];
}

async function openNetworkOf(values: Values, context: CommandContext) {
  if (values.roads === undefined) return { network: await loadRoads(values, 'roads', context), survey: undefined };
  const survey = await readSurvey(surveyOf(values.roads, values));
  const { profile, condition } = values;
  return { network: await networkOfSurvey(survey.noded, { profile, condition }), survey };
}

/** Of a table all of them, of OSM those inside the boundary; none where there is neither. */
async function settlementsOf(
  { settlements, pbf }: Values,
  boundary: Awaited<ReturnType<typeof readAreaFeatures>> | undefined,
) {
  if (settlements !== undefined) return readSettlements(settlements);
  if (pbf === undefined) return [];
  return (await extractPlaces(pbf, { settlements: parseTagFilter(USUAL_TAGS.settlements), boundary })).settlements;
}
