import { setImmediate } from 'node:timers/promises';
import { GeodataError } from '../../geodata/errors.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { Placements } from '../../geodata/roads/snap.ts';
import { offRoadLeg } from '../../geodata/travel/off-road.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { Deciseconds } from '../../geodata/units.ts';
import { snapForTables } from '../../server/networks/snap-for-tables.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { matrixJson } from '../cli/matrix-json.ts';
import { loadRoads, NETWORK_OPTIONS } from '../cli/network-options.ts';
import { numberFrom, text } from '../cli/option-values.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { readMatrixPoints } from '../cli/points-file.ts';
import { SNAP_OPTIONS, snapToNearest } from '../cli/snap-options.ts';
import { defineVerb } from '../cli/verb.ts';

/** Cells of the largest matrix computed in one go: two columns of 200 MB. */
const MOST_CELLS = 50_000_000;

/** `hubshed matrix`: seconds and metres of the fastest routes from some points to all. */
export const matrix = defineVerb({
  name: 'matrix',
  summary: { zh: '计算点与点之间的行车时间和里程', en: 'driving times and lengths between points' },
  details: {
    zh: [
      '点文件：{"points":[[经度,纬度],...],"sources":[序号,...]}，序号从 0 起。',
      '结果：{"seconds":[[...]],"metres":[[...]],"snapped":[[经度,纬度],...],"snapMetres":[...]}，',
      '行为 sources，列为全部 points，不可达或没有道路为 null。',
      '每个点先找通达范围大（1000 个状态以上）的道路，找不到才取最近的道路。',
    ].join('\n'),
    en: [
      'Points file: {"points":[[lon,lat],...],"sources":[index,...]}, indexes from 0.',
      'Answer: {"seconds":[[...]],"metres":[[...]],"snapped":[[lon,lat],...],"snapMetres":[...]},',
      'a row for each source, a column for every point, null where unreachable or without a road.',
      'A point is joined to a road that leads far (1,000 states or more) before the nearest one of all.',
    ].join('\n'),
  },
  options: {
    ...NETWORK_OPTIONS,
    points: { value: 'FILE', parse: text, required: true, zh: '点文件（JSON）', en: 'points file (JSON)' },
    'nearest-road': {
      flag: true,
      zh: '总取最近的道路，哪怕它与路网不通',
      en: 'always take the nearest road, even a cut-off one',
    },
    ...SNAP_OPTIONS,
    'off-road': {
      flag: true,
      zh: '计入点到道路的估算段（默认只算道路上的部分）',
      en: 'add the estimated legs between points and roads (default: the road alone)',
    },
    'limit-minutes': {
      value: 'MIN',
      parse: numberFrom(0, true),
      zh: '超过此分钟数的视为不可达（默认不限）',
      en: 'longer times count as unreachable (default: no limit)',
    },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'matrix --pbf changfeng.osm.pbf --points points.json --out times.json',
    'matrix --network changfeng.network --points points.json --off-road --limit-minutes 30',
  ],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network, values.points]);
    const { points, sources } = await readMatrixPoints(values.points);
    checkSize(sources.length * points.length);
    const network = await loadRoads(values, 'matrix', context);
    const snapLimit = values['snap-limit'];
    const placements = values['nearest-road']
      ? snapToNearest(network, points, snapLimit, values['off-road'])
      : snapForTables(network, points, snapLimit);
    const limitDs = limitOf(values['limit-minutes']);
    const costs = await driveAll(network, placements, sources, limitDs, context);
    if (values['off-road']) addOffRoadLegs(network, placements, sources, costs, limitDs);
    await writeResult(matrixJson(costs, placements), values.out, context);
  },
});

/** Row-major, a row for each source, a column for every point; `UNREACHED` where there is no route. */
interface MatrixCosts {
  readonly ds: Uint32Array;
  readonly dm: Uint32Array;
}

function checkSize(cells: number): void {
  if (cells <= MOST_CELLS) return;
  const message = `A matrix of ${cells} cells, at most ${MOST_CELLS}.`;
  throw new GeodataError('limit-exceeded', message, { actual: cells, limit: MOST_CELLS });
}

function limitOf(minutes: number | undefined): Deciseconds {
  return minutes === undefined ? UNREACHED - 1 : Math.min(Math.floor(minutes * 600), UNREACHED - 1);
}

/** One tree a source, like `travelMatrix`, with a breath between them for Ctrl-C and progress. */
async function driveAll(
  network: RoadNetwork,
  placements: Placements,
  sources: readonly number[],
  limit: Deciseconds,
  { signal, progress }: CommandContext,
): Promise<MatrixCosts> {
  const cells = sources.length * placements.count;
  const costs = { ds: new Uint32Array(cells), dm: new Uint32Array(cells) };
  const tree = new TravelTree(network);
  for (const [row, source] of sources.entries()) {
    progress({ zh: '计算行车时间', en: 'driving times' }, row, sources.length);
    await setImmediate();
    signal.throwIfAborted();
    tree.grow(placements, source, { limit });
    tree.costsTo(placements, costs.ds, costs.dm, row * placements.count);
  }
  progress({ zh: '计算行车时间', en: 'driving times' }, sources.length, sources.length);
  return costs;
}

/** A source's way to itself stays 0. What the legs push beyond the limit becomes unreachable. */
function addOffRoadLegs(
  network: RoadNetwork,
  placements: Placements,
  sources: readonly number[],
  { ds, dm }: MatrixCosts,
  limitDs: Deciseconds,
): void {
  const points = Array.from({ length: placements.count }, (_, i) => i);
  const legs = points.map((i) => offRoadLeg(network, placements, i));
  const legDs = Uint32Array.from(legs, (leg) => leg.ds);
  const legDm = Uint32Array.from(legs, (leg) => leg.dm);
  for (const [row, source] of sources.entries()) {
    for (const target of points) {
      const cell = row * placements.count + target;
      if (ds[cell] === UNREACHED || target === source) continue;
      const totalDs = ds[cell]! + legDs[source]! + legDs[target]!;
      ds[cell] = totalDs <= limitDs ? totalDs : UNREACHED;
      dm[cell] = totalDs <= limitDs ? dm[cell]! + legDm[source]! + legDm[target]! : UNREACHED;
    }
  }
}
