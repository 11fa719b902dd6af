import { describe, expect, it } from 'vitest';
import { GeodataError } from '../../../geodata/errors.ts';
import { CONDITIONS } from '../../../geodata/roads/profiles/conditions.ts';
import { findProfile, PROFILE_IDS } from '../../../geodata/roads/profiles/find-profile.ts';

describe('findProfile', () => {
  it('knows three profiles, each with and without motorways', () => {
    expect(PROFILE_IDS).toEqual([
      'car',
      'rural-plain',
      'rural-mountain',
      'car+no-motorways',
      'rural-plain+no-motorways',
      'rural-mountain+no-motorways',
    ]);
  });

  it.each(PROFILE_IDS)('finds %s under that id', (id) => {
    expect(findProfile(id).id).toBe(id);
  });

  it('gives every profile under every condition an id of its own', () => {
    const ids = PROFILE_IDS.flatMap((id) => CONDITIONS.map((condition) => findProfile(id, condition).id));
    expect(new Set(ids).size).toBe(PROFILE_IDS.length * CONDITIONS.length);
    expect(ids).toContain('rural-plain+no-motorways+night');
  });

  it.each(['', 'bicycle', 'Car', 'car+night', 'constructor'])('throws unknown-id for %j', (id) => {
    expect(() => findProfile(id)).toThrow(GeodataError);
    expect(() => findProfile(id)).toThrow(`No speed profile is called ${id}.`);
  });
});
