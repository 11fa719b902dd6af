import { beforeAll, describe, expect, it } from 'vitest';
import { assignOwnStations } from '../../geodata/catchment/own-station.ts';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { type Evaluation, evaluateGroups } from '../../geodata/grouping/evaluate.ts';
import type { SpeedProfile } from '../../geodata/roads/profile.ts';
import { car } from '../../geodata/roads/profiles/car.ts';
import { ruralPlain } from '../../geodata/roads/profiles/rural.ts';
import { TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import { placed } from '../grouping/placed-county.ts';
import { demoNetwork } from './demo-network.ts';

const county = generateDemoCounty();

async function evaluate(profile: SpeedProfile): Promise<Evaluation> {
  const network = await demoNetwork(county, profile);
  const { stations, settlements, candidateGroups } = county;
  return evaluateGroups({
    ...placed(network, stations, settlements),
    ownStation: assignOwnStations(stations, settlements),
    rule: new TwoLimitRule(network),
    groups: candidateGroups,
    counting: DEFAULT_COUNTING,
  });
}

describe.each([ruralPlain, car])('the candidate groups of the demonstration county, driven by $id', (profile) => {
  let evaluation: Evaluation;

  beforeAll(async () => {
    evaluation = await evaluate(profile);
  });

  it.each([
    ['time', 'too-slow'],
    ['distance', 'too-long'],
  ])('fail on %s alone', (failsOn, reason) => {
    const { id } = county.candidateGroups.find((group) => group.failsOn === failsOn) ?? {};
    const group = evaluation.groups.find((evaluated) => evaluated.id === id);
    expect(group?.status).toBe('fail');
    expect(new Set(group?.overLimit.map((over) => over.reason))).toEqual(new Set([reason]));
  });

  it('pass but for the other limit', () => {
    const [time, distance] = ['time', 'distance'].map((failsOn) => {
      const { id } = county.candidateGroups.find((group) => group.failsOn === failsOn) ?? {};
      return evaluation.groups.find((group) => group.id === id);
    });
    expect(time?.farthestByLength?.cost.dm).toBeLessThanOrEqual(DEFAULT_COUNTING.limitDm);
    expect(distance?.farthestByTime?.cost.ds).toBeLessThan(DEFAULT_COUNTING.limitDs);
  });
});
