import type { StoredNetwork } from '../db/networks.ts';

/** Which of a version's networks is wanted. */
export interface NetworkChoice {
  /** Without its condition. Default: the version's own; the first by name where it has several. */
  readonly profile?: string | undefined;
  /** Default `base`; where nothing is asked for and the version has no such network, the one that it has. */
  readonly condition?: string | undefined;
}

/** The network of a version that a choice means; undefined where the version has none such. */
export function chooseNetwork(
  stored: readonly StoredNetwork[],
  { profile, condition }: NetworkChoice,
): StoredNetwork | undefined {
  const wanted = condition ?? 'base';
  const found = stored.find((network) => network.condition === wanted && isOf(network, profile));
  return found ?? (profile === undefined && condition === undefined ? stored[0] : undefined);
}

/** A profile's id under a condition ends in it: `rural-plain+night`. */
function isOf(network: StoredNetwork, profile: string | undefined): boolean {
  if (profile === undefined) return true;
  return network.profile === (network.condition === 'base' ? profile : `${profile}+${network.condition}`);
}
