import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { CONDITIONS } from '../../geodata/roads/profiles/conditions.ts';
import { PROFILE_IDS } from '../../geodata/roads/profiles/find-profile.ts';
import { JOIN_TOLERANCE_METRES } from '../../geodata/roads/surveyed/surveyed-line.ts';
import { DEFAULT_PROFILE, loadNetwork } from '../../server/networks/load-network.ts';
import type { SurveySource } from '../../server/networks/read-survey.ts';
import type { CommandContext } from './command-context.ts';
import { UsageFailure } from './failures.ts';
import { numberWithin, oneOf, text } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';

/** Where the roads come from and how fast they are driven: shared by every verb that needs roads. */
export const NETWORK_OPTIONS = {
  pbf: { value: 'FILE', parse: text, zh: 'OSM PBF 道路文件', en: 'OSM PBF file of the roads' },
  network: {
    value: 'FILE',
    parse: text,
    zh: '已保存的路网（由 hubshed network --out 生成），代替 --pbf',
    en: 'a saved network (made by hubshed network --out), instead of --pbf',
  },
  roads: {
    value: 'FILE',
    parse: text,
    zh: '实测道路线（GeoJSON，或 zip 压缩的 Shapefile），代替 --pbf',
    en: 'surveyed road lines (GeoJSON, or a zipped shapefile), instead of --pbf',
  },
  'road-classes': {
    value: 'FILE',
    parse: text,
    zh: '--roads 的等级对照表（JSON），默认用常见等级名称',
    en: 'table of classes for --roads (JSON); default: the usual names',
  },
  'roads-crs': {
    value: 'NAME',
    parse: text,
    zh: '--roads 的坐标系，如 EPSG:4548、GCJ-02；默认按 .prj，否则为经纬度',
    en: 'reference system of --roads, such as EPSG:4548 or GCJ-02; default: the .prj, else degrees',
  },
  'join-metres': {
    value: 'M',
    parse: numberWithin(0.1, 50),
    zh: `--roads 的接头容差（米，默认 ${JOIN_TOLERANCE_METRES}）`,
    en: `how far an end of --roads may be moved to meet another road, metres (default ${JOIN_TOLERANCE_METRES})`,
  },
  profile: {
    value: 'NAME',
    parse: oneOf(PROFILE_IDS),
    zh: `速度参数：${PROFILE_IDS.join('、')}（默认 ${DEFAULT_PROFILE}，或取自已保存的路网）`,
    en: `speed profile: ${PROFILE_IDS.join(', ')} (default ${DEFAULT_PROFILE}, or that of the saved network)`,
  },
  condition: {
    value: 'NAME',
    parse: oneOf(CONDITIONS),
    zh: `情景：${CONDITIONS.join('、')}（默认 base，或取自已保存的路网）`,
    en: `condition: ${CONDITIONS.join(', ')} (default base, or that of the saved network)`,
  },
} as const satisfies OptionTable;

export type NetworkValues = OptionValues<typeof NETWORK_OPTIONS>;

/**
 * The network that the options name; says on standard error how long it took.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure unless exactly one of `--pbf`, `--network` and `--roads` is given, and what `loadNetwork` throws
 */
export async function loadRoads(values: NetworkValues, verb: string, context: CommandContext): Promise<RoadNetwork> {
  requireOneSource(values, verb);
  return openRoads(values, verb, context);
}

/** @throws UsageFailure unless the roads come from exactly one file, with what describes it */
export function requireOneSource(values: RoadFiles, verb: string): void {
  const given = (['pbf', 'network', 'roads'] as const).filter((name) => values[name] !== undefined);
  if (given.length > 1) {
    const [first, second] = given.map((name) => `--${name}`);
    throw new UsageFailure(
      [{ zh: `${first} 与 ${second} 只能给一个`, en: `${first} and ${second} exclude each other` }],
      verb,
    );
  }
  requireRoads(values, verb);
}

/** As `loadRoads` where `--pbf` may stand beside `--network`, because something else is read from it. */
export async function openRoads(values: NetworkValues, verb: string, context: CommandContext): Promise<RoadNetwork> {
  const startedAt = performance.now();
  const { profile, condition } = values;
  const network = await loadNetwork({ ...requireRoads(values, verb), profile, condition }, context.signal);
  noteNetworks(values, 1, startedAt, context);
  return network;
}

type RoadFiles = Pick<NetworkValues, 'pbf' | 'network'> &
  Partial<Pick<NetworkValues, 'roads' | 'road-classes' | 'roads-crs' | 'join-metres'>>;

/**
 * The file that the roads come from; a saved network outranks surveyed lines, and these the OSM file.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure where none is given, or what describes `--roads` without it
 */
export function requireRoads(files: RoadFiles, verb: string): { pbf: string } | { network: string } | SurveySource {
  const { pbf, network, roads } = files;
  const described = (['road-classes', 'roads-crs', 'join-metres'] as const).filter((name) => files[name] !== undefined);
  if (described.length > 0 && roads === undefined) {
    const names = described.map((name) => `--${name}`).join(', ');
    throw new UsageFailure([{ zh: `${names} 需要 --roads`, en: `${names} needs --roads` }], verb);
  }
  if (network !== undefined) return { network };
  if (roads !== undefined) return surveyOf(roads, files);
  if (pbf !== undefined) return { pbf };
  throw new UsageFailure(
    [
      {
        zh: '缺少 --pbf FILE、--network FILE 或 --roads FILE',
        en: '--pbf FILE, --network FILE or --roads FILE is required',
      },
    ],
    verb,
  );
}

/** Surveyed roads with what the options say of them. */
export function surveyOf(roads: string, files: RoadFiles): SurveySource {
  return {
    roads,
    roadClasses: files['road-classes'],
    roadsCrs: files['roads-crs'],
    joinMetres: files['join-metres'],
  };
}

/** Says how long `count` networks took. @param startedAt of `performance.now()` */
export function noteNetworks(files: RoadFiles, count: number, startedAt: number, context: CommandContext): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const isBuilt = files.network === undefined;
  const number = { zh: count === 1 ? '' : ` ${count} 个`, en: count === 1 ? 'network' : `${count} networks` };
  context.note({
    zh: `${isBuilt ? '构建' : '读取'}路网${number.zh}用时 ${seconds} 秒`,
    en: `${number.en} ${isBuilt ? 'built' : 'opened'} in ${seconds} s`,
  });
}
