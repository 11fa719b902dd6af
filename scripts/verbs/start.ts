import { deflateSync } from 'node:zlib';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork } from '../../geodata/roads/network.ts';
import { findProfile } from '../../geodata/roads/profiles/find-profile.ts';
import { evaluateCountyGroups, openGroupingDesk, proposeCountyGroups } from '../../server/counties/county-groups.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import { groupsReport } from '../../server/reports/groups-report.ts';
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
  options: {},
  examples: ['start'],
  async run(_values, context) {
    const county = generateDemoCounty();
    const pbf = writeOsm(county.elements, (raw) => deflateSync(raw));
    // Through the same reader as any county's file.
    const network = openNetwork(await buildNetwork(() => [pbf], inflateZlib, findProfile(PROFILE)));
    context.note({
      zh: `示范县（虚构）：派出所 ${county.stations.length} 个，居民点 ${county.settlements.length} 个，道路 ${Math.round(network.meta.report.metresTotal / 1000)} 公里`,
      en: `demonstration county (invented): ${county.stations.length} stations, ${county.settlements.length} settlements, ${Math.round(network.meta.report.metresTotal / 1000)} km of road`,
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
