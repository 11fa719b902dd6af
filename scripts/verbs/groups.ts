import { evaluateCountyGroups } from '../../geodata/grouping/grouping-desk.ts';
import { groupsReport } from '../../server/reports/groups-report.ts';
import { groupsTable, settlementsTable } from '../../server/reports/groups-tables.ts';
import { TABLE_FORMATS, tableFileText } from '../../server/reports/table-file.ts';
import { GROUP_OPTIONS, loadGroupPlan } from '../cli/group-options.ts';
import { oneOf } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...GROUP_OPTIONS,
  table: {
    value: 'NAME',
    parse: oneOf(['groups', 'settlements']),
    default: 'groups',
    zh: '输出为文件格式时取哪张表：groups 协作组、settlements 居民点',
    en: 'which table, in a file format: groups or settlements',
  },
  format: {
    value: 'NAME',
    parse: oneOf(['text', ...TABLE_FORMATS]),
    default: 'text',
    zh: '格式：text 报告、csv、geojson、json',
    en: 'format: text (the report), csv, geojson or json',
  },
  ...OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed groups`: cooperation groups, evaluated; proposed where none are given. */
export const groups = defineVerb({
  name: 'groups',
  summary: {
    zh: '警务协作组：提出或读入方案，逐组核对 30 公里、30 分钟',
    en: 'cooperation groups: proposed or given, each held against 30 km and 30 minutes',
  },
  details: {
    zh: '协作组文件：{"groups":[{"centre":"派出所名称或编号","members":["…"]}]}。各所建制不变，协作组只统筹指挥、办案和值班。',
    en: 'File of groups: {"groups":[{"centre":"name or id","members":["..."]}]}. Every station keeps its establishment; a group pools command, case work and duty.',
  },
  options: OPTIONS,
  examples: [
    'groups --pbf changfeng.osm.pbf --stations place=town --settlements places.geojson --boundary county.geojson',
    'groups --pbf changfeng.osm.pbf --stations stations.csv --settlements villages.csv --groups plan.json --lang en',
  ],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network, values.groups]);
    const { desk, counting, groups: plan, proposal } = await loadGroupPlan(values, 'groups', context);
    const evaluation = evaluateCountyGroups(desk, plan, counting);
    const format = context.json ? 'json' : values.format;
    if (format === 'text') {
      return writeResult([groupsReport(evaluation, context.language, proposal)], values.out, context);
    }
    const rows = (values.table === 'groups' ? groupsTable : settlementsTable)(evaluation, context.language);
    const { provenance, counting: countingRule, totals } = evaluation;
    const table = { ...rows, about: { ...provenance, countingRule, totals, proposer: proposal?.proposer } };
    return writeResult([tableFileText(format, table, context.language)], values.out, context);
  },
});
