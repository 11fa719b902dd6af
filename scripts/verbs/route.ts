import { snapTooFar } from '../../geodata/errors.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { offRoadLeg } from '../../geodata/travel/off-road.ts';
import { routeTo } from '../../geodata/travel/route.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat } from '../../geodata/units.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { type Journey, type JourneyLeg, journeyFeature, journeyPage } from '../cli/journey.ts';
import { loadRoads, NETWORK_OPTIONS } from '../cli/network-options.ts';
import { lonLat } from '../cli/option-values.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { SNAP_OPTIONS, snappedMetres, snapToNearest } from '../cli/snap-options.ts';
import { defineVerb } from '../cli/verb.ts';

/** `hubshed route`: the fastest way from one point to another. */
export const route = defineVerb({
  name: 'route',
  summary: { zh: '查询两点间最快的行车路线', en: 'the fastest way between two points' },
  details: {
    zh: '点到道路的路段为估算（直线距离乘绕行系数），单独列出。--json 输出带路线的 GeoJSON 要素。',
    en: 'The legs between points and roads are estimates (straight distance times a detour factor) and listed apart.\n--json gives a GeoJSON feature with the line.',
  },
  options: {
    ...NETWORK_OPTIONS,
    from: { value: 'LON,LAT', parse: lonLat, required: true, zh: '起点', en: 'where to start' },
    to: { value: 'LON,LAT', parse: lonLat, required: true, zh: '终点', en: 'where to go' },
    ...SNAP_OPTIONS,
    ...OUTPUT_OPTIONS,
  },
  examples: ['route --pbf changfeng.osm.pbf --from 117.16,32.48 --to 117.26,32.01'],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network]);
    const network = await loadRoads(values, 'route', context);
    const journey = findJourney(network, values.from, values.to, values['snap-limit']);
    const result = context.json ? JSON.stringify(journeyFeature(journey)) : journeyPage(journey, context.language);
    await writeResult([`${result}\n`], values.out, context);
  },
});

/** @throws GeodataError `snap-too-far`, or CommandFailure where no road leads from one end to the other */
function findJourney(network: RoadNetwork, from: LonLat, to: LonLat, limitMetres: number): Journey {
  const placements = snapToNearest(network, [from, to], limitMetres, true);
  const legs = [from, to].map((point, i): JourneyLeg => {
    const straightMetres = snappedMetres(placements, i);
    if (straightMetres === undefined) throw snapTooFar(point, limitMetres);
    return { point, straightMetres, ...offRoadLeg(network, placements, i) };
  });
  const tree = new TravelTree(network);
  tree.grow(placements, 0);
  const drive = routeTo(tree, placements, 0, placements, 1);
  const [access, egress] = legs;
  if (drive && access && egress) return { access, drive, egress };
  throw new CommandFailure(EXIT.noAnswer, {
    zh: '两点之间没有可通行的路线（其中一点可能落在与路网不通的道路上）',
    en: 'no route leads from one point to the other (one of them may lie on a cut-off road)',
  });
}
