import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { CONDITIONS } from '../../geodata/roads/profiles/conditions.ts';
import { PROFILE_IDS } from '../../geodata/roads/profiles/find-profile.ts';
import { DEFAULT_PROFILE, loadNetwork } from '../../server/networks/load-network.ts';
import type { CommandContext } from './command-context.ts';
import { UsageFailure } from './failures.ts';
import { oneOf, text } from './option-values.ts';
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
 * @throws UsageFailure unless exactly one of `--pbf` and `--network` is given, and what `loadNetwork` throws
 */
export async function loadRoads(values: NetworkValues, verb: string, context: CommandContext): Promise<RoadNetwork> {
  const { pbf, network } = values;
  if (pbf !== undefined && network !== undefined) {
    throw new UsageFailure(
      [{ zh: '--pbf 与 --network 只能给一个', en: '--pbf and --network exclude each other' }],
      verb,
    );
  }
  return openRoads(values, verb, context);
}

/** The same where `--pbf` may stand beside `--network`, because something else is read from it. */
export async function openRoads(values: NetworkValues, verb: string, context: CommandContext): Promise<RoadNetwork> {
  const startedAt = performance.now();
  const { profile, condition } = values;
  const network = await loadNetwork({ ...requireRoads(values, verb), profile, condition }, context.signal);
  noteNetworks(values, 1, startedAt, context);
  return network;
}

type RoadFiles = Pick<NetworkValues, 'pbf' | 'network'>;

/**
 * The file that the roads come from; a saved network outranks the OSM file.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure where neither is given
 */
export function requireRoads({ pbf, network }: RoadFiles, verb: string): { pbf: string } | { network: string } {
  if (network !== undefined) return { network };
  if (pbf !== undefined) return { pbf };
  throw new UsageFailure(
    [{ zh: '缺少 --pbf FILE 或 --network FILE', en: '--pbf FILE or --network FILE is required' }],
    verb,
  );
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
