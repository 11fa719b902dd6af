import { attackedVersion, SECRETS, type Secret, VERSIONS, type VersionName } from '../secret-county.ts';
import type { Recovery } from './attack.ts';

type Thing = Secret['of'];
type Figure = Secret['figure'];

/** Figures of a thing in a version, true; undefined where the version has no such thing. */
export function trueFigure(of: Thing, figure: Figure, id: string, version: VersionName): number | undefined {
  const { settlements, units, compounds } = attackedVersion(version);
  if (of === 'unit') {
    const unit = units.find(({ code }) => code === id);
    return figure === 'posts' ? unit?.volunteers : unit?.[figure];
  }
  if (of === 'compound') return compounds.find((one) => one.id === id)?.households;
  return figure === 'posts' ? undefined : settlements.find((one) => one.id === id)?.[figure];
}

/**
 * The name of a figure as an unknown. An outsider supposes that a figure stays what it was between two versions where
 * it does: such versions share the unknown. What a version lacks is taken from one that has it.
 */
export function unknownOf(of: Thing, figure: Figure, id: string, version: VersionName): string {
  const key = [of, figure, id, version].join(' ');
  const name = NAMED.get(key) ?? nameUnknown(of, figure, id, version);
  NAMED.set(key, name);
  return name;
}

const NAMED = new Map<string, string>();

function nameUnknown(of: Thing, figure: Figure, id: string, version: VersionName): string {
  const value = trueFigure(of, figure, id, version) ?? VERSIONS.map((v) => trueFigure(of, figure, id, v)).find(Boolean);
  const sharing = VERSIONS.filter((other) => trueFigure(of, figure, id, other) === value);
  return [of, figure, id, ...sharing].join(' ');
}

/** Which secrets a solution holds, with their true values. */
export function recoveries(solution: ReadonlyMap<string, number>, how: string): Recovery[] {
  return SECRETS.filter(({ of, figure, id, version, value }) => {
    return solution.get(unknownOf(of, figure, id, version)) === value;
  }).map((secret) => ({ secret, how }));
}
