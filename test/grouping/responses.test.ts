import { describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { evaluateGroups } from '../../geodata/grouping/evaluate.ts';
import { collectResponses, isConnector, type PlacedCounty } from '../../geodata/grouping/responses.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { TwoLimitRule, type Verdict } from '../../geodata/travel/two-limit-rule.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';
import { settlement, station } from './county-arrays.ts';
import { placed } from './placed-county.ts';

/** Round a ring driven one way only, a to b to c to d: how far a place is depends on the direction. */
const ring = asciiScene(
  `
  a----b
  |    |
  |    |
  d----c`,
  {
    tags: {
      ab: { highway: 'primary', oneway: 'yes' },
      bc: { highway: 'primary', oneway: 'yes' },
      cd: { highway: 'primary', oneway: 'yes' },
      da: { highway: 'primary', oneway: 'yes' },
    },
  },
);

/** Station 0 at the middle of ab heads the group, station 1 at the middle of cd is its member, with a settlement in each. */
function countyOf({ network, at }: OpenScene): PlacedCounty {
  const stations = [station('north', { coord: at(250, 300) }), station('south', { coord: at(250, 0) })];
  const settlements = [settlement('n', { coord: at(100, 300) }), settlement('s', { coord: at(100, 0) })];
  return {
    ...placed(network, stations, settlements),
    ownStation: [
      { station: 0, rule: 'stated' },
      { station: 1, rule: 'stated' },
    ],
  };
}

/** To whole seconds: where on a segment a point lies is known to a decisecond or two. */
function seconds({ fastest }: Verdict): number {
  return Math.round((fastest?.ds ?? Number.NaN) / 10);
}

describe('collectResponses', () => {
  it('drives from the station to the place, and from the centre to the member', async () => {
    const scene = await openScene(ring, metreADecisecond);
    const found = collectResponses(new TwoLimitRule(scene.network), countyOf(scene), [0, 0], DEFAULT_COUNTING);
    expect(found.settlements.map(({ firstResponse, support }) => [seconds(firstResponse), seconds(support)])).toEqual([
      [145, 145],
      [15, 95],
    ]);
    expect(found.stations.map((verdict) => verdict && seconds(verdict))).toEqual([undefined, 80]);
  });

  it('judges the first response by time alone, and support by the whole rule', async () => {
    const scene = await openScene(ring, metreADecisecond);
    const tight = { ...DEFAULT_COUNTING, limitDm: 1000 };
    const found = collectResponses(new TwoLimitRule(scene.network), countyOf(scene), [0, 1], tight);
    expect(found.settlements.map(({ firstResponse, support }) => [firstResponse.status, support.status])).toEqual([
      ['pass', 'fail'],
      ['pass', 'fail'],
    ]);
  });
});

describe('isConnector', () => {
  it('begins beyond 300 m, and a point without a road has none', async () => {
    const { network, at } = await openScene(asciiScene('a----b'), metreADecisecond);
    const placements = snapPoints(network, [at(100, 299), at(100, 301), at(100, 900)], { limitMetres: 500 });
    expect([0, 1, 2].map((i) => isConnector(placements, i))).toEqual([false, true, false]);
  });
});

describe('evaluateGroups', () => {
  const plan = [{ id: 'g', centreId: 'north', memberIds: ['south'] }];

  it('evaluates a plan on the network and says what it was made of', async () => {
    const scene = await openScene(ring, metreADecisecond);
    const input = {
      ...countyOf(scene),
      rule: new TwoLimitRule(scene.network),
      groups: plan,
      counting: DEFAULT_COUNTING,
    };
    const { groups, standAlone, provenance } = evaluateGroups({ ...input, dataset: 'ring 1' });
    expect(groups.map(({ status, tally }) => [status, tally.withinCount])).toEqual([['pass', 2]]);
    expect(standAlone).toEqual([]);
    expect(provenance).toEqual({
      networkHash: scene.network.hash,
      profile: 'metre-a-decisecond',
      offRoad: metreADecisecond.offRoad,
      dataset: 'ring 1',
    });
  });

  it('refuses an unsound plan and a rule made for another condition', async () => {
    const scene = await openScene(ring, metreADecisecond);
    const input = {
      ...countyOf(scene),
      rule: new TwoLimitRule(scene.network),
      groups: plan,
      counting: DEFAULT_COUNTING,
    };
    expect(() => evaluateGroups({ ...input, groups: [{ ...plan[0]!, memberIds: ['gone'] }] })).toThrow(
      'station-unknown gone',
    );
    expect(() => evaluateGroups({ ...input, counting: { ...DEFAULT_COUNTING, condition: 'snow' } })).toThrow(
      'condition snow',
    );
  });
});
