import type { Outsider } from '../outsider.ts';
import type { VersionName } from '../secret-county.ts';
import { VERSIONS } from '../secret-county.ts';
import { type KnownSum, solveSums } from '../solve-sums.ts';
import { type Attack, isSecretThing, type Recovery } from './attack.ts';
import { type KnownFigure, knownFigures } from './known-figures.ts';
import { type PublishedSum, publishedSums } from './published-sums.ts';
import { recoveries, unknownOf } from './unknowns.ts';

/** Every sum of one version less what the lists show: townships, hexagons, catchments, groups, stations, units. */
export const differenceTotals: Attack = ({ payloads }) =>
  VERSIONS.flatMap((version) => {
    const ofVersion = payloads.filter((payload) => payload.version === version);
    return solved(publishedSums(ofVersion), knownFigures(ofVersion), `sums of ${version}`);
  });

/** The sums of all versions together: what one hides, another may show without it. */
export const combineVersions: Attack = ({ payloads }) =>
  solved(publishedSums(payloads), knownFigures(payloads), 'sums of all versions');

/** A sum of one version less the same sum of another: no list is looked at. */
export const subtractVersions: Attack = ({ payloads }) => {
  const sums = publishedSums(payloads);
  const byWhere = new Map<string, PublishedSum[]>();
  for (const sum of sums) {
    const key = `${sum.exit} ${sum.where} ${sum.figure}`;
    byWhere.set(key, [...(byWhere.get(key) ?? []), sum]);
  }
  const rows = [...byWhere.values()].flatMap(([first, ...others]) =>
    others.flatMap((other) => (first && other.version !== first.version ? difference(first, other) : [])),
  );
  return recoveries(solveSums(unique(rows)), 'one version less another');
};

/** Two plans of groups, or two rules, that differ by one settlement. */
export const comparePlans: Attack = ({ payloads }) =>
  VERSIONS.flatMap((version) => {
    const ofVersion = payloads.filter((payload) => payload.version === version);
    const sums = publishedSums(ofVersion).filter(({ exit }) => exit.includes('/groups'));
    return solved(sums, knownFigures(ofVersion), `plans and rules of ${version}`);
  });

/** A hexagon less those of another size within it: lists are not looked at, nor hexagons of one settlement. */
export const subtractResolutions: Attack = ({ payloads }) =>
  VERSIONS.flatMap((version) => {
    const sums = publishedSums(payloads).filter((sum) => sum.version === version && sum.exit.endsWith('/hexagons'));
    return solved(sums, [], `hexagons of ${version}`);
  });

/**
 * What sums and known figures determine. A sum that is that of its known members says nothing of the others: it leaves
 * them out, as the documents say.
 */
function solved(sums: readonly PublishedSum[], known: readonly KnownFigure[], how: string): Recovery[] {
  const values = new Map(known.map((one) => [unknownOf(one.of, one.figure, one.id, one.version), one.value]));
  const shownAlone = new Set(known.map((one) => `${one.version} ${one.of} ${one.figure} ${one.id}`));
  const rows = sums.flatMap((sum) => {
    if (isOfOneSecret(sum)) return [];
    const isShown = (id: string) => shownAlone.has(`${sum.version} ${sum.of} ${sum.figure} ${id}`);
    const ofShown = sum.members
      .filter(isShown)
      .reduce((total, id) => total + (values.get(unknownOf(sum.of, sum.figure, id, sum.version)) ?? 0), 0);
    return ofShown === sum.total ? [] : rowOf(sum);
  });
  return recoveries(solveSums(unique(rows.map((row) => lessKnown(row, values)))), how);
}

/** What a sum says of the figures that are not known. */
function lessKnown({ parts, total }: KnownSum, values: ReadonlyMap<string, number>): KnownSum {
  const left = [...parts].filter(([name]) => !values.has(name));
  const known = [...parts].reduce((sum, [name, count]) => sum + count * (values.get(name) ?? 0), 0);
  return { parts: new Map(left), total: total - known };
}

/** Shown as such it would be no difference: the direct attack looks for it. */
function isOfOneSecret({ members: [first, ...others], of }: PublishedSum): boolean {
  return first !== undefined && others.length === 0 && isSecretThing(of, first);
}

function rowOf({ of, figure, members, version, total }: PublishedSum): KnownSum {
  return { parts: countOf(members.map((id) => unknownOf(of, figure, id, version))), total };
}

function difference(first: PublishedSum, other: PublishedSum): KnownSum[] {
  const parts = new Map(rowOf(first).parts);
  for (const [name, count] of rowOf(other).parts) parts.set(name, (parts.get(name) ?? 0) - count);
  for (const [name, count] of parts) if (count === 0) parts.delete(name);
  const total = first.total - other.total;
  return parts.size === 0 || total === 0 ? [] : [{ parts, total }];
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Each sum once: three sizes of hexagon and a hundred rules say the same many times. */
function unique(sums: readonly KnownSum[]): KnownSum[] {
  const keyOf = ({ parts, total }: KnownSum) => `${[...parts].sort().join(' ')} = ${total}`;
  return [...new Map(sums.filter(({ parts }) => parts.size > 0).map((sum) => [keyOf(sum), sum])).values()];
}

/** For who wants to see that the members of sums are rightly told. */
export function sumsOf({ payloads }: Outsider, version: VersionName): PublishedSum[] {
  return publishedSums(payloads.filter((payload) => payload.version === version));
}
