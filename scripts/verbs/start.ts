import { generateDemoCounty } from '../../geodata/demo/county.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { evaluateCountyGroups, openGroupingDesk, proposeCountyGroups } from '../../geodata/grouping/grouping-desk.ts';
import { DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork } from '../../geodata/roads/network.ts';
import { findProfile } from '../../geodata/roads/profiles/find-profile.ts';
import { demoPbf, writeDemoFiles } from '../../server/counties/demo-files.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import { groupsReport } from '../../server/reports/groups-report.ts';
import { text } from '../cli/option-values.ts';
import { defineVerb } from '../cli/verb.ts';

/** A plain county with hills in one corner: the plain's speeds. */
const PROFILE = 'rural-plain';

/** `hubshed start`, behind `npm start`: the main job on the demonstration county, with nothing prepared. */
export const start = defineVerb({
  name: 'start',
  summary: {
    zh: '示范县：提出协作组方案，列出达标与超限',
    en: 'the demonstration county: groups, and who is out of reach',
  },
  options: {
    save: {
      value: 'DIR',
      parse: text,
      zh: '把示范县写成文件（道路、派出所、居民点、县界、乡镇界），供其他命令试用',
      en: "write the county's files (roads, stations, settlements, boundary, townships), to try the other commands on",
    },
  },
  examples: ['start', 'start --save demo'],
  async run(values, context) {
    const county = generateDemoCounty();
    if (values.save !== undefined) {
      const files = (await writeDemoFiles(county, values.save)).join(', ');
      context.note({ zh: `已写入 ${values.save}：${files}`, en: `written to ${values.save}: ${files}` });
    }
    // Through the same reader as any county's file.
    const pbf = demoPbf(county);
    const network = openNetwork(await buildNetwork(() => [pbf], inflateZlib, findProfile(PROFILE)));
    const kilometres = Math.round(network.meta.report.metresTotal / 1000);
    context.note({
      zh: `示范县（虚构）：派出所 ${county.stations.length} 个，居民点 ${county.settlements.length} 个，道路 ${kilometres} 公里`,
      en: `demonstration county (invented): ${county.stations.length} stations, ${county.settlements.length} settlements, ${kilometres} km of road`,
    });
    const places = { stations: county.stations, settlements: county.settlements, boundary: [county.boundary] };
    const desk = openGroupingDesk(network, places, DEFAULT_CELL_RESOLUTION);
    const proposal = proposeCountyGroups(desk, DEFAULT_COUNTING);
    const evaluation = evaluateCountyGroups(desk, proposal.groups, DEFAULT_COUNTING);
    await context.print(groupsReport(evaluation, context.language, proposal));
    context.note({
      zh: '用自己的数据：npm run -s hubshed -- help',
      en: 'with your own data: npm run -s hubshed -- help',
    });
  },
});
