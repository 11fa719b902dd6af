import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { computeCatchments } from '../../geodata/catchment/catchments.ts';
import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import { isochrones } from '../../geodata/catchment/isochrone.ts';
import { Engine } from '../../geodata/engine/engine.ts';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { cellCentre } from '../../geodata/hexgrid/cells.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork, type RoadNetwork } from '../../geodata/roads/network.ts';
import { findProfile } from '../../geodata/roads/profiles/find-profile.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { travelMatrix } from '../../geodata/travel/matrix.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import { DEFAULT_RULE, TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import { readAreaFeatures } from '../../server/files/read-areas.ts';
import { readSettlements } from '../../server/files/read-settlements.ts';
import { extractPlaces } from '../../server/networks/extract-places.ts';
import { loadNetwork } from '../../server/networks/load-network.ts';
import { EnginePool } from '../../server/workers/engine-pool.ts';
import { consolidationFigures } from './consolidation-figures.ts';
import { cutExtract } from './cut-extract.ts';
import type { Figure } from './figure.ts';
import { liveFigures } from './live-moves.ts';
import { measure, measurePair, type Timing } from './measure.ts';
import { timeOsrmTable } from './osrm-table.ts';
import { uncertaintyFigures } from './uncertainty-figures.ts';

/** The rule's 30 minutes, as the last decisecond that is still under them. */
const LIMIT_DS = DEFAULT_RULE.limitDs - 1;
const BUILDS = 3;
const SETTLEMENT_FILTER = 'place=village,hamlet,town,suburb,city';

/** Build time and peak memory, each build in a process of its own. */
export function buildFigures(name: string, pbf: string, bound: string): Figure[] {
  const script = fileURLToPath(new URL('./build-once.mjs', import.meta.url));
  const runs = Array.from(
    { length: BUILDS },
    () =>
      JSON.parse(execFileSync(process.execPath, [script, pbf], { encoding: 'utf8' })) as {
        ms: number;
        peakMegabytes: number;
        bytes: number;
      },
  );
  const ms = runs.map((run) => run.ms).sort((a, b) => a - b);
  const peak = Math.max(...runs.map((run) => run.peakMegabytes));
  const megabytes = ((runs[0]?.bytes ?? 0) / 1e6).toFixed(1);
  return [
    {
      name: `${name}: build the network`,
      value: `min ${ms[0]?.toFixed(0)} ms, median ${ms[BUILDS >> 1]?.toFixed(0)} ms, peak ${peak.toFixed(0)} MB, buffer ${megabytes} MB`,
      bound,
    },
  ];
}

/** The county job: a station at each town, every settlement, the cells of the county. */
export async function changfengFigures(folder: string): Promise<Figure[]> {
  const network = await loadNetwork({
    pbf: `${folder}/changfeng/changfeng.osm.pbf`,
    profile: 'car',
    condition: undefined,
  });
  const places = await changfengPlaces(folder);
  const rule = new TwoLimitRule(network);
  const place = (coords: readonly LonLat[]) => ({ coords, placements: snapPoints(network, coords, COUNTY_SNAP) });
  const job = () =>
    computeCatchments(
      rule,
      place(places.stations),
      place(places.settlements),
      snapPoints(network, places.cellCentres, COUNTY_SNAP),
      { rule: DEFAULT_RULE, nearest: 2 },
    );
  const catchments = await measure(60, 40, job);
  const all = [...places.stations, ...places.settlements, ...places.cellCentres];
  const snapping = await measure(60, 20, () => snapPoints(network, all, COUNTY_SNAP));
  const trees = await measure(60, 20, () => growAll(network, rule.fastest, places.stations));
  const outline = await measure(5, 2, () => isochrones(network, places.stations[0] ?? [0, 0], [10, 20, 30]));
  const size = `${places.stations.length} stations, ${places.settlements.length} settlements, ${places.cellCentres.length} cells`;
  return [
    { name: `changfeng: catchment job, ${size}, one thread`, value: text(catchments), bound: '16 ms' },
    { name: `changfeng: of that, snapping ${all.length} points`, value: text(snapping) },
    { name: 'changfeng: of that, one bounded tree', value: text(trees, places.stations.length) },
    { name: 'changfeng: isochrones of 10, 20 and 30 minutes, 100 m raster', value: text(outline) },
    ...liveFigures('changfeng', network, { ...places, rule: DEFAULT_RULE, snap: COUNTY_SNAP }),
    ...(await uncertaintyFigures('changfeng', network, places)),
    ...(await consolidationFigures('changfeng', network, places)),
  ];
}

/** The regional job: towns x settlements, bounded and not, on one thread and on two, and the locality of a tree. */
export async function northAnhuiFigures(folder: string, osrmUrl: string | undefined): Promise<Figure[]> {
  const pbf = `${folder}/north-anhui.osm.pbf`;
  const network = await loadNetwork({ pbf, profile: 'car', condition: undefined });
  const places = await extractPlaces(pbf, {
    stations: parseTagFilter('place=town'),
    settlements: parseTagFilter(SETTLEMENT_FILTER),
  });
  const stations = places.stations.map((station) => station.coord);
  const settlements = places.settlements.map((settlement) => settlement.coord);
  const size = `${stations.length} x ${settlements.length}`;
  const request = { stations, settlements, cellCentres: [], rule: DEFAULT_RULE, nearest: 2 };
  const engine = new Engine();
  engine.call('open', { buffer: network.buffer });
  const pool = await EnginePool.start(network.buffer, 2);
  const bounded = { sources: stations, targets: settlements, limitDs: LIMIT_DS };
  const [one, two] = await measurePair(
    7,
    4,
    () => engine.call('matrix', bounded),
    () => pool.matrix(bounded),
  );
  const rule = await measure(7, 4, () => pool.catchments(request));
  const unbounded = await measure(2, 1, () => pool.matrix({ sources: stations, targets: settlements }));
  await pool.close();
  return [
    { name: `north-anhui: ${size} bounded at 30 min, one thread`, value: text(one) },
    { name: `north-anhui: ${size} bounded at 30 min, two workers`, value: text(two), bound: '300 ms' },
    { name: `north-anhui: the same with the exact two-limit rule, two workers`, value: text(rule) },
    { name: `north-anhui: ${size} unbounded, two workers`, value: text(unbounded) },
    ...liveFigures('north-anhui', network, { ...request, snap: COUNTY_SNAP }),
    ...(await localityFigures(pbf, network, stations)),
    ...(await osrmFigures(network, stations, settlements, osrmUrl)),
  ];
}

/** One station's bounded tree on the whole map against the same tree on its surroundings: the reach pays, not the map. */
async function localityFigures(pbf: string, network: RoadNetwork, stations: readonly LonLat[]): Promise<Figure[]> {
  const station = stations[stations.length >> 1] ?? [0, 0];
  const extract = await cutExtract(pbf, station, 0.6);
  const profile = findProfile('car');
  const small = openNetwork(await buildNetwork(() => [extract], inflateZlib, profile));
  const jobs = [network, small].map((map) => {
    const tree = new TravelTree(map);
    const root = snapPoints(map, [station]);
    return () => {
      tree.grow(root, 0, { limit: LIMIT_DS });
      return tree.reached().length;
    };
  });
  const [onMap, onExtract] = jobs as [() => number, () => number];
  const [large, cut] = await measurePair(400, 200, onMap, onExtract);
  return [
    {
      name: `north-anhui: one bounded tree (${onMap()} states) on the map of ${network.stateCount} states`,
      value: text(large),
      bound: 'median 8 ms',
    },
    {
      name: `north-anhui: the same tree (${onExtract()} states) on an extract of ${small.stateCount} states`,
      value: `${text(cut)}; ratio ${(large.median / cut.median).toFixed(2)}`,
      bound: 'ratio 1.5',
    },
  ];
}

async function osrmFigures(
  network: RoadNetwork,
  stations: readonly LonLat[],
  settlements: readonly LonLat[],
  url: string | undefined,
): Promise<Figure[]> {
  if (!url) return [{ name: 'the same through an OSRM server', value: 'not measured: HUBSHED_OSRM_URL is not set' }];
  const sources = stations.slice(0, 100);
  const theirs = await timeOsrmTable(url, sources, settlements);
  const tree = new TravelTree(network);
  const ours = await measure(3, 1, () =>
    travelMatrix(network, snapPoints(network, sources), snapPoints(network, settlements), undefined, tree),
  );
  const ratio = (theirs / ours.median).toFixed(1);
  return [
    { name: `${sources.length} x ${settlements.length} unbounded, one thread`, value: text(ours) },
    { name: 'the same through the OSRM server', value: `${theirs.toFixed(0)} ms; ratio ${ratio}` },
  ];
}

async function changfengPlaces(folder: string) {
  const boundary = await readAreaFeatures(`${folder}/changfeng/county.geojson`);
  const pbf = `${folder}/changfeng/changfeng.osm.pbf`;
  const { stations } = await extractPlaces(pbf, { stations: parseTagFilter('place=town'), boundary });
  const settlements = await readSettlements(`${folder}/changfeng/places.geojson`);
  return {
    stations: stations.map((station) => station.coord),
    settlements: settlements.map((settlement) => settlement.coord),
    cellCentres: cellsOfArea(
      boundary.flatMap((area) => area.polygons),
      8,
    ).map(cellCentre),
  };
}

function growAll(network: RoadNetwork, tree: TravelTree, stations: readonly LonLat[]): number {
  const roots = snapPoints(network, stations);
  let reached = 0;
  for (let i = 0; i < stations.length; i++) {
    tree.grow(roots, i, { limit: LIMIT_DS });
    reached += tree.reached().length;
  }
  return reached;
}

function text({ min, median, runs }: Timing, parts = 1): string {
  const ms = (value: number) => `${(value / parts).toFixed(value / parts < 10 ? 2 : 0)} ms`;
  return `min ${ms(min)}, median ${ms(median)} (${runs} runs)`;
}
