import { Engine } from '../../geodata/engine/engine.ts';
import { provenanceOf } from '../../geodata/grouping/provenance.ts';
import { countyCatchments } from '../../server/counties/county-catchments.ts';
import {
  type CatchmentSummary,
  catchmentSummary,
  cellTable,
  settlementTable,
  stationTable,
} from '../../server/reports/catchment-tables.ts';
import type { Table } from '../../server/reports/table.ts';
import { TABLE_FORMATS, tableFileText } from '../../server/reports/table-file.ts';
import { textOfTable } from '../../server/reports/text-table.ts';
import { oneOf } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { COUNTY_OPTIONS, loadCounty } from '../cli/place-options.ts';
import { requireStations } from '../cli/require-stations.ts';
import { RESOLUTION_OPTIONS, RULE_OPTIONS, responseRule } from '../cli/rule-options.ts';
import { defineVerb } from '../cli/verb.ts';
import type { Words } from '../cli/words.ts';

const TABLES = { stations: stationTable, settlements: settlementTable, cells: cellTable } as const;

const OPTIONS = {
  ...COUNTY_OPTIONS,
  ...RULE_OPTIONS,
  ...RESOLUTION_OPTIONS,
  table: {
    value: 'NAME',
    parse: oneOf(['stations', 'settlements', 'cells']),
    default: 'stations',
    zh: '输出哪张表：stations 派出所、settlements 居民点、cells 六边形',
    en: 'which table: stations, settlements or cells',
  },
  format: {
    value: 'NAME',
    parse: oneOf(['text', ...TABLE_FORMATS]),
    default: 'text',
    zh: '格式：text、csv、geojson、json',
    en: 'format: text, csv, geojson or json',
  },
  ...OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed catchments`: who is reached by which station. */
export const catchments = defineVerb({
  name: 'catchments',
  summary: {
    zh: '各派出所可达范围：居民点、六边形由谁最快到达',
    en: 'the catchment of each station: who reaches which settlement and hexagon first',
  },
  options: OPTIONS,
  examples: [
    'catchments --pbf changfeng.osm.pbf --stations place=town --boundary county.geojson',
    'catchments --pbf changfeng.osm.pbf --stations place=town --table cells --format geojson --out cells.geojson',
  ],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network]);
    const county = await loadCounty(values, 'catchments', context);
    for (const note of county.notes) context.note(note);
    requireStations(county.stations.length);
    const rule = responseRule(values);
    const engine = new Engine();
    engine.call('open', { buffer: county.network.buffer });
    const boundary = county.boundary?.flatMap((area) => area.polygons);
    const found = await countyCatchments(
      { ...county, boundary },
      { rule, resolution: values.resolution },
      async (request) => engine.call('catchments', request),
    );
    for (const note of summaryNotes(catchmentSummary(found, rule))) context.note(note);
    const format = context.json ? 'json' : values.format;
    const about = { ...provenanceOf(county.network), rule };
    const table: Table = { ...TABLES[values.table](found), about };
    const text =
      format === 'text' ? textOfTable(table, context.language) : tableFileText(format, table, context.language);
    await writeResult([text], values.out, context);
  },
});

function summaryNotes(summary: CatchmentSummary): Words[] {
  const { settlements, settlementsWithinRule, settlementsOffRoad, cells, cellsInTime } = summary;
  const notes: Words[] = [
    {
      zh: `${settlements} 个居民点中 ${settlementsWithinRule} 个至少有一个派出所达标；${cells} 个六边形中 ${cellsInTime} 个在限时内可达`,
      en: `${settlementsWithinRule} of ${settlements} settlements have a station within the rule; ${cellsInTime} of ${cells} hexagons are reached in time`,
    },
  ];
  if (settlementsOffRoad > 0) {
    notes.push({
      zh: `${settlementsOffRoad} 个居民点附近没有道路，未接入路网`,
      en: `${settlementsOffRoad} settlement(s) have no road near and were not joined to the network`,
    });
  }
  return notes;
}
