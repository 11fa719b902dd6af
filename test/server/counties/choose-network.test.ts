import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../../geodata/grouping/counting-rule.ts';
import { chooseNetwork } from '../../../server/counties/choose-network.ts';
import type { StoredNetwork } from '../../../server/db/networks.ts';

/** As `listNetworks` gives them: in the order of their profiles. */
function stored(...profiles: string[]): StoredNetwork[] {
  const report = {} as StoredNetwork['report'];
  return profiles.map((profile) => ({
    profile,
    condition: conditionOf(profile),
    hash: profile,
    byteLength: 1,
    report,
  }));
}

describe('chooseNetwork', () => {
  const plain = stored('rural-plain', 'rural-plain+night', 'rural-plain+rain');
  const bare = stored('car+no-motorways', 'car+no-motorways+night');
  it.each([
    [plain, {}, 'rural-plain'],
    [plain, { condition: 'base' }, 'rural-plain'],
    [plain, { condition: 'night' }, 'rural-plain+night'],
    [plain, { condition: 'ice' }, undefined],
    [plain, { profile: 'rural-plain' }, 'rural-plain'],
    [plain, { profile: 'rural-plain', condition: 'rain' }, 'rural-plain+rain'],
    [plain, { profile: 'car' }, undefined],
    [plain, { profile: 'car', condition: 'night' }, undefined],
    [bare, { condition: 'night' }, 'car+no-motorways+night'],
    [bare, { profile: 'car' }, undefined],
    [bare, { profile: 'car+no-motorways' }, 'car+no-motorways'],
    // A saved network that was imported by itself.
    [stored('rural-plain+night'), {}, 'rural-plain+night'],
    [stored('rural-plain+night'), { condition: 'base' }, undefined],
    [stored('rural-plain+night'), { profile: 'rural-plain' }, undefined],
    [[], {}, undefined],
  ])('of %# finds for %j the network %s', (networks, choice, profile) => {
    expect(chooseNetwork(networks, choice)?.profile).toBe(profile);
  });
});
