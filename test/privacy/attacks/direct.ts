import type { Facts, Payload } from '../payload.ts';
import { SECRETS, type Secret } from '../secret-county.ts';
import type { Attack, Recovery } from './attack.ts';

/** A withheld value beside the id or name of what it is of: any key of any object, row or line of any exit. */
export const readDirectly: Attack = ({ payloads }) => payloads.flatMap((payload) => foundIn(payload));

/** What one payload tells of its own version's secrets. */
export function foundIn(payload: Payload): Recovery[] {
  return SECRETS.filter(({ version }) => payload.version === version || payload.version === undefined).flatMap(
    (secret) => {
      const told = payload.facts.find((facts) => isNamed(facts, secret) && tells(facts, secret));
      const line = payload.form === 'text' ? lineTelling(payload.text, secret) : undefined;
      if (told === undefined && line === undefined) return [];
      return { secret, how: `${payload.asked} (${payload.form}): ${line ?? JSON.stringify(told)}`.slice(0, 400) };
    },
  );
}

function isNamed(facts: Facts, { id, name }: Secret): boolean {
  return Object.values(facts).some((value) => value === id || value === name);
}

/** One or two posts are among many small numbers: only keys that speak of posts count. */
function tells(facts: Facts, { figure, value }: Secret): boolean {
  return Object.entries(facts).some(
    ([key, found]) => found === value && (figure !== 'posts' || /posts|present|volunteer/i.test(key)),
  );
}

function lineTelling(text: string, { name, figure, value }: Secret): string | undefined {
  if (figure === 'posts') return undefined;
  return text.split('\n').find((line) => line.includes(name) && new RegExp(`(?<![\\d.])${value}(?![\\d.])`).test(line));
}

/** Forms of one list beside each other: what one leaves out, another may give. */
export const compareForms: Attack = ({ payloads }) =>
  SECRETS.flatMap((secret) => {
    const asked = payloads.filter(({ version, exit }) => version === secret.version && LISTS.test(exit));
    const told = asked.flatMap((payload) => figuresOf(payload, secret).map((value) => ({ payload, value })));
    const [telling] = told.filter(({ value }) => value === secret.value);
    if (!telling) return [];
    const { exit, form } = telling.payload;
    const others = told
      .filter(({ payload }) => payload.exit === exit)
      .map(({ payload, value }) => `${payload.form} ${value}`);
    return [{ secret, how: `${exit} as ${form} beside ${[...new Set(others)].join(', ')}` }];
  });

/** What a form says under the keys of the figure. */
function figuresOf({ facts }: Payload, secret: Secret): Facts[string][] {
  const rows = facts.filter((row) => isNamed(row, secret));
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([key, value]) => (KEYS[secret.figure].test(key) ? [value] : [])),
  );
}

const LISTS = /settlements|catchments|groups|coverage/;
const KEYS: Readonly<Record<Secret['figure'], RegExp>> = {
  households: /household|户数/,
  population: /population|人口|weight/,
  posts: /^posts|^present/,
};
