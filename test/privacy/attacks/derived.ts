import { volunteerNeed } from '../../../geodata/coverage/volunteer-need.ts';
import { LEAST_HOUSEHOLDS, LEAST_POSTS } from '../../../geodata/small-samples.ts';
import type { Payload } from '../payload.ts';
import { attackedVersion, SECRETS, VERSIONS, type VersionName } from '../secret-county.ts';
import type { Attack, Recovery } from './attack.ts';
import { trueFigure } from './unknowns.ts';

/** A unit's row of posts, as JSON gives it. */
interface UnitRow {
  readonly id: string;
  readonly version: VersionName;
  readonly setting: string;
  readonly band: string;
  readonly settlementsLeftOut: number;
  readonly sampleTooSmall: boolean;
  readonly [figure: string]: unknown;
}

const MOST_HOUSEHOLDS = 1200;
const MOST_POSTS = 60;

/** A unit's posts from what is made of them: densities to their digits, need, shortfall, surplus. */
export const invertDerivedFigures: Attack = ({ payloads }) =>
  unitRows(payloads).flatMap((row) => {
    if (row.setting !== 'rural') return [];
    const posts = new Set<number>();
    for (let households = 1; households <= MOST_HOUSEHOLDS; households++) {
      for (let count = 0; count <= MOST_POSTS; count++) if (agrees(row, households, count)) posts.add(count);
    }
    const [only] = posts;
    return posts.size === 1 && only !== undefined ? ofPosts(row, only, 'figures made of posts') : [];
  });

/** Whether households and posts would give every derived figure of the row. One that gives none agrees with all. */
function agrees(row: UnitRow, households: number, posts: number): boolean {
  const need = volunteerNeed({ ...RURAL, households, volunteers: posts });
  const whole = (key: 'least' | 'most' | 'shortfall' | 'surplus') => row[key] === null || row[key] === need[key];
  if (!whole('least') || !whole('most') || !whole('shortfall') || !whole('surplus')) return false;
  return (
    near(row['householdsPerPost'], households / posts) && near(row['per100Households'], (100 * posts) / households)
  );
}

function near(shown: unknown, value: number): boolean {
  return typeof shown !== 'number' || Math.abs(shown - value) <= 0.0005 + 1e-9;
}

const RURAL = { code: '', name: '', kind: 'village', urbanRuralCode: '220' } as const;

/**
 * Verdicts and needs of a unit, intersected over versions and readings: posts that differ by one put the limit
 * elsewhere. Tells something where one value is left: of posts, or of the households of a unit's only settlement that is
 * left out.
 */
export const intersectVerdicts: Attack = ({ payloads }) => byVerdicts(payloads, { posts: 1, households: 1 });

/** The same, content with fewer values than the thresholds: what verdicts would tell, one limit at a time. */
export const narrowByVerdicts: Attack = ({ payloads }) =>
  byVerdicts(payloads, { posts: LEAST_POSTS - 1, households: LEAST_HOUSEHOLDS - 1 });

/** How many values may be left. */
interface Left {
  readonly posts: number;
  readonly households: number;
}

function byVerdicts(payloads: readonly Payload[], most: Left): Recovery[] {
  const rows = unitRows(payloads).filter(({ setting }) => setting === 'rural');
  return [...rows.flatMap((row) => postsByVerdict(row, payloads, most)), ...householdsByVerdicts(rows, payloads, most)];
}

/** Posts of a withheld unit whose households are the sum of settlements that are all shown. */
function postsByVerdict(row: UnitRow, payloads: readonly Payload[], most: Left): Recovery[] {
  const members = shownMembers(row, payloads);
  if (typeof row['posts'] === 'number' && !isSecretUnit(row)) return [];
  if (members.some(({ households }) => households === undefined)) return [];
  const households = members.reduce((sum, one) => sum + (one.households ?? 0), 0);
  const counts = Array.from({ length: MOST_POSTS }, (_, posts) => posts).filter((posts) =>
    fits(row, households, posts),
  );
  const posts = trueFigure('unit', 'posts', row.id, row.version) ?? -1;
  if (counts.length > most.posts || !counts.includes(posts)) return [];
  return ofPosts(row, posts, `the verdict leaves ${counts.join(' or ')} posts`);
}

/** Households of a unit, the same in all versions that give it posts, less those of its settlements that are shown. */
function householdsByVerdicts(rows: readonly UnitRow[], payloads: readonly Payload[], most: Left): Recovery[] {
  const codes = [...new Set(rows.map(({ id }) => id))];
  return codes.flatMap((code) => {
    const ofUnit = rows.filter(({ id }) => id === code);
    const households = Array.from({ length: MOST_HOUSEHOLDS }, (_, index) => index + 1).filter((count) =>
      ofUnit.every((row) => typeof row['posts'] !== 'number' || fits(row, count, row['posts'])),
    );
    return SECRETS.flatMap((secret) => {
      const row = ofUnit.find(({ version }) => version === secret.version);
      if (!row || secret.of !== 'settlement' || secret.figure !== 'households') return [];
      const members = shownMembers(row, payloads);
      const hidden = members.filter(({ id, households: shown }) => shown === undefined || id === secret.id);
      if (hidden.length !== 1 || hidden[0]?.id !== secret.id) return [];
      const rest = members.reduce((sum, { id, households: shown = 0 }) => sum + (id === secret.id ? 0 : shown), 0);
      const left = households.map((count) => count - rest).filter((count) => count > 0);
      if (left.length > most.households || !left.includes(secret.value)) return [];
      return { secret, how: `verdicts leave ${left[0]} to ${left[left.length - 1]} households` };
    });
  });
}

/** Whether households and posts would have the row's verdict, and its need where nothing of the unit is left out. */
function fits(row: UnitRow, households: number, posts: number): boolean {
  const need = volunteerNeed({ ...RURAL, households, volunteers: posts });
  if (['short', 'meets', 'over'].includes(row.band) && need.band !== row.band) return false;
  if (row.settlementsLeftOut > 0) return true;
  return ['least', 'most', 'shortfall'].every((key) => row[key] === null || row[key] === need[key as 'least']);
}

function shownMembers(row: UnitRow, payloads: readonly Payload[]) {
  const list = payloads.find(
    ({ exit, form, version }) => exit.endsWith('/settlements') && form === 'json' && version === row.version,
  );
  const { settlements = [] } = JSON.parse(list?.text ?? '{}') as {
    readonly settlements?: readonly { readonly id: string; readonly households: number | null }[];
  };
  const shown = new Map(settlements.map(({ id, households }) => [id, households ?? undefined]));
  return attackedVersion(row.version)
    .settlements.filter(({ unitCode }) => unitCode === row.id)
    .map(({ id }) => ({ id, households: shown.get(id) }));
}

function isSecretUnit({ id }: UnitRow): boolean {
  return SECRETS.some((secret) => secret.of === 'unit' && secret.id === id);
}

function ofPosts(row: UnitRow, posts: number, how: string): Recovery[] {
  return SECRETS.filter(({ of, id, version, value }) => {
    return of === 'unit' && id === row.id && version === row.version && value === posts;
  }).map((secret) => ({ secret, how }));
}

/** Both readings of every version. */
function unitRows(payloads: readonly Payload[]): UnitRow[] {
  return VERSIONS.flatMap((version) =>
    payloads
      .filter((one) => one.version === version && one.form === 'json' && one.exit.endsWith('/coverage/volunteers'))
      .flatMap(({ text }) => (JSON.parse(text) as { units: Omit<UnitRow, 'version'>[] }).units)
      .map((unit): UnitRow => ({ ...unit, version }) as UnitRow),
  );
}
