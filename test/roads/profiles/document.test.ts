import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../geodata/osm/elements.ts';
import type { SpeedProfile } from '../../../geodata/roads/profile.ts';
import { REFUSED_ACCESS, RESTRICTED_ACCESS } from '../../../geodata/roads/profiles/access.ts';
import { CAR_CLASS_KMH } from '../../../geodata/roads/profiles/car.ts';
import { CONDITION_EFFECTS } from '../../../geodata/roads/profiles/conditions.ts';
import { findProfile } from '../../../geodata/roads/profiles/find-profile.ts';
import { OBSTACLE_COST_DS } from '../../../geodata/roads/profiles/read-node.ts';
import {
  LINKED_CLASSES,
  NARROW_METRES,
  NARROW_SHARE,
  RURAL_CLASS_SPEEDS,
  UNPAVED_KMH,
  UNPAVED_SURFACES,
} from '../../../geodata/roads/profiles/rural.ts';
import { SMOOTHNESS_KMH, SURFACE_KMH, TRACKTYPE_KMH } from '../../../geodata/roads/profiles/surface.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/profiles.md', import.meta.url), 'utf8');
const PROFILES = ['car', 'rural-plain', 'rural-mountain'].map((id) => findProfile(id));

/** Rows, without header and rule, of the one table whose header begins so. */
function tableHeaded(heading: string): string[][] {
  const lines = DOCUMENT.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  if (start < 0) throw new Error(`No table headed ${heading}.`);
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, start + length).map((line) => line.slice(2, -2).split(' | '));
}

/** A table of "values, values | number" as one number a value. */
function numbersByValue(heading: string): Record<string, number> {
  const entries = tableHeaded(heading).flatMap(([values = '', number]) =>
    values.split(', ').map((value) => [value, Number(number)] as const),
  );
  return Object.fromEntries(entries);
}

function openSpeed(profile: SpeedProfile, pairs: Record<string, string>): string {
  const tags: Tags = Object.assign(Object.create(null), pairs);
  const forward = profile.way(tags)?.forward;
  return forward && 'kmh' in forward ? String(Math.round(forward.kmh * 1000) / 1000) : 'closed';
}

describe('docs/profiles.md agrees with the code', () => {
  it('on the speed of every class in every profile', () => {
    const rural = RURAL_CLASS_SPEEDS.map(({ highway }) => highway);
    const classes = new Set([...CAR_CLASS_KMH.keys(), ...rural, ...LINKED_CLASSES.map((name) => `${name}_link`)]);
    const rows = tableHeaded('highway').slice(0, -1);
    expect(new Set(rows.map(([highway]) => highway))).toEqual(classes);
    expect(rows).toEqual(
      rows.map(([highway = '']) => [highway, ...PROFILES.map((profile) => openSpeed(profile, { highway }))]),
    );
  });

  it('on the speed of ways opened by an access tag', () => {
    const speeds = PROFILES.map((profile) => openSpeed(profile, { highway: 'path', access: 'yes' }));
    expect(tableHeaded('highway').pop()?.slice(1)).toEqual(speeds);
  });

  it.each([
    ['surface', SURFACE_KMH],
    ['tracktype', TRACKTYPE_KMH],
    ['smoothness', SMOOTHNESS_KMH],
  ])('on the caps by %s', (heading, caps) => {
    expect(numbersByValue(heading)).toEqual(Object.fromEntries(caps));
  });

  it('on the rural caps', () => {
    const [unpaved, narrow] = tableHeaded('rural cap');
    expect(unpaved).toEqual([[...UNPAVED_SURFACES].join(', '), String(UNPAVED_KMH)]);
    expect(narrow).toEqual([
      `\`width\` or \`est_width\` of ${NARROW_METRES} m or less`,
      `${NARROW_SHARE} of the class speed`,
    ]);
  });

  it('on the access values', () => {
    const [refused, restricted] = tableHeaded('access');
    expect(refused?.[0]).toBe([...REFUSED_ACCESS].join(', '));
    expect(restricted?.[0]).toBe([...RESTRICTED_ACCESS].join(', '));
  });

  it('on the cost of obstacles', () => {
    const seconds = Object.entries(OBSTACLE_COST_DS).map(([kind, costDs]) => [kind, costDs / 10]);
    expect(numbersByValue('obstacle')).toEqual(Object.fromEntries(seconds));
  });

  it('on the legs off the road', () => {
    const legs = PROFILES.map(({ id, offRoad }) => [id, String(offRoad.detourFactor), String(offRoad.kmh)]);
    expect(tableHeaded('profile | factor')).toEqual(legs);
  });

  it('on the conditions and their sources', () => {
    const rows = Object.entries(CONDITION_EFFECTS).map(([condition, { factor, capKmh, mark, source }]) => [
      condition,
      String(factor),
      Number.isFinite(capKmh) ? String(capKmh) : '-',
      mark,
      source,
    ]);
    expect(tableHeaded('condition')).toEqual(rows);
  });
});
