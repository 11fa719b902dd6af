import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import type { SpeedProfile, Travel } from '../../../geodata/roads/profile.ts';
import { ruralPlain } from '../../../geodata/roads/profiles/rural.ts';
import { snapPoints } from '../../../geodata/roads/snap.ts';
import { sampledNetwork, sampledPlacements } from '../../../geodata/travel/uncertainty/sampled-network.ts';
import { GROUP_OF_CLASS, SPEED_GROUPS } from '../../../geodata/travel/uncertainty/speed-bands.ts';
import { factorOf, type SpeedFactors } from '../../../geodata/travel/uncertainty/speed-factors.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { randomScene } from '../../scenes/random-scene.ts';
import { nodeNames, openScene, type Scene, wayName } from '../../scenes/scene.ts';

const SCENES = 60;
const TIME_COLUMNS = ['pointForwardDs', 'pointBackwardDs', 'stateDs', 'turnDs', 'turnInDs'] as const;

/** The profile whose every speed, turn and off-road leg is at its factor. */
function profileAt(factors: SpeedFactors): SpeedProfile {
  const turns = factorOf(factors, 'turns');
  return {
    ...ruralPlain,
    way: (tags) => {
      const way = ruralPlain.way(tags);
      if (!way) return undefined;
      const factor = factorOf(factors, GROUP_OF_CLASS[way.roadClass]);
      const at = (travel: Travel | undefined) =>
        travel && ('kmh' in travel ? { kmh: travel.kmh * factor } : { waySeconds: travel.waySeconds / factor });
      return { ...way, forward: at(way.forward), backward: at(way.backward) };
    },
    node: (tags) => {
      const node = ruralPlain.node(tags);
      const obstacles = node?.obstacles.map((obstacle) => ({
        ...obstacle,
        costDs: Math.round(obstacle.costDs / turns),
      }));
      return node && { ...node, obstacles: obstacles ?? [] };
    },
    turns: {
      ...ruralPlain.turns,
      turnSeconds: ruralPlain.turns.turnSeconds / turns,
      uTurnSeconds: ruralPlain.turns.uTurnSeconds / turns,
    },
    offRoad: { ...ruralPlain.offRoad, kmh: ruralPlain.offRoad.kmh * factorOf(factors, 'off-road') },
  };
}

/** Without second ways between the same two nodes, of which the network keeps the quicker one. */
function withoutDoubles(scene: Scene): Scene {
  const pairs = new Set<string>();
  const ways = scene.ways.filter((way) => {
    const names = nodeNames(way);
    const own = names.slice(1).map((name, i) => [names[i]!, name].sort().join(' '));
    if (own.some((pair) => pairs.has(pair))) return false;
    for (const pair of own) pairs.add(pair);
    return true;
  });
  const kept = new Set(ways.map(wayName));
  const restrictions = (scene.restrictions ?? []).filter(({ from, via, to }) =>
    [from, to, ...(typeof via === 'string' ? [] : via)].every((name) => kept.has(name)),
  );
  return { ...scene, ways, restrictions };
}

function randomFactors(random: () => number): SpeedFactors {
  return Float64Array.from(SPEED_GROUPS, () => 0.7 + random());
}

function segmentTimes({ roadPointOffset, roadCount }: RoadNetwork, sums: Uint32Array): number[] {
  const times: number[] = [];
  for (let road = 0; road < roadCount; road++) {
    for (let i = roadPointOffset[road]! + 1; i < roadPointOffset[road + 1]!; i++) times.push(sums[i]! - sums[i - 1]!);
  }
  return times;
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i]!)), 0);
}

describe('sampledNetwork', () => {
  it('changes no time at factor 1, and shares every other column', async () => {
    const { network } = await openScene(randomScene(mulberry32(1)), ruralPlain);
    const same = sampledNetwork(network, new Float64Array(SPEED_GROUPS.length).fill(1));
    for (const name of TIME_COLUMNS) expect(same[name], name).toEqual(network[name]);
    expect(same.meta).toEqual(network.meta);
    const shared = Object.keys(network).filter((name) => !TIME_COLUMNS.some((column) => column === name));
    for (const name of shared.filter((column) => column !== 'meta' && column !== 'hash')) {
      expect(same[name as keyof RoadNetwork], name).toBe(network[name as keyof RoadNetwork]);
    }
  });

  it('is the network built anew at these speeds, but for a decisecond a segment and two a turn', async () => {
    let compared = 0;
    for (let seed = 1; seed <= SCENES; seed++) {
      const random = mulberry32(seed);
      const scene = withoutDoubles(randomScene(random));
      const factors = randomFactors(random);
      const { network: base } = await openScene(scene, ruralPlain);
      const { network: built } = await openScene(scene, profileAt(factors));
      const sampled = sampledNetwork(base, factors);
      expect(sampled.roadPointOffset).toEqual(built.roadPointOffset);
      for (const name of ['pointForwardDs', 'pointBackwardDs'] as const) {
        const where = `seed ${seed}, ${name}`;
        const times = segmentTimes(built, built[name]);
        expect(greatestDifference(segmentTimes(sampled, sampled[name]), times), where).toBeLessThanOrEqual(1);
        compared += times.length;
      }
      expect(sampled.turnTarget).toEqual(built.turnTarget);
      expect(greatestDifference(sampled.turnDs, built.turnDs), `seed ${seed}`).toBeLessThanOrEqual(2);
      expect(sampled.meta.offRoad).toEqual(built.meta.offRoad);
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('keeps times of states, points and turns in agreement with each other', async () => {
    const random = mulberry32(9);
    const { network } = await openScene(randomScene(random), ruralPlain);
    const sampled = sampledNetwork(network, randomFactors(random));
    for (let state = 0; state < sampled.stateCount; state++) {
      const directed = sampled.stateDirected[state]!;
      const head = sampled.roadPointOffset[(directed >> 1) + 1]! - 1;
      const column = directed & 1 ? sampled.pointBackwardDs : sampled.pointForwardDs;
      expect(sampled.stateDs[state]).toBe(column[head]);
      expect(sampled.stateDs[state]).toBeGreaterThan(0);
      for (let turn = sampled.turnInOffset[state]!; turn < sampled.turnInOffset[state + 1]!; turn++) {
        const source = sampled.turnInSource[turn]!;
        const out = Array.from(
          sampled.turnTarget.subarray(sampled.turnOffset[source]!, sampled.turnOffset[source + 1]!),
        );
        expect(sampled.turnDs[sampled.turnOffset[source]! + out.indexOf(state)]).toBe(sampled.turnInDs[turn]);
      }
    }
  });

  it('takes no longer anywhere when speeds rise', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = mulberry32(seed);
      const { network } = await openScene(randomScene(random), ruralPlain);
      const slow = randomFactors(random);
      const slower = sampledNetwork(network, slow);
      const quicker = sampledNetwork(
        network,
        slow.map((factor) => factor * (1 + random())),
      );
      for (const name of TIME_COLUMNS) {
        expect(
          Array.from(quicker[name]).every((ds, i) => ds <= slower[name][i]!),
          `seed ${seed}, ${name}`,
        ).toBe(true);
      }
    }
  });

  it('refuses factors that mean nothing, and turns that the column cannot hold', async () => {
    const { network } = await openScene(randomScene(mulberry32(2)), ruralPlain);
    expect(() => sampledNetwork(network, new Float64Array(2).fill(1))).toThrow('expected 13 numbers');
    const factors = new Float64Array(SPEED_GROUPS.length).fill(1);
    expect(() =>
      sampledNetwork(
        network,
        factors.map(() => 0),
      ),
    ).toThrow('above 0');
    factors[SPEED_GROUPS.indexOf('turns')] = 1e-5;
    expect(() => sampledNetwork(network, factors)).toThrow('A turn of');
  });
});

describe('sampledPlacements', () => {
  it('changes nothing at factor 1, and else agrees with joining anew to less than 1 + 1 / factor', async () => {
    for (let seed = 1; seed <= SCENES; seed++) {
      const random = mulberry32(seed);
      const { network, at } = await openScene(randomScene(random), ruralPlain);
      const points = Array.from({ length: 10 }, () => at(random() * 1700 - 350, random() * 1300 - 350));
      const placements = snapPoints(network, points);
      const same = sampledNetwork(network, new Float64Array(SPEED_GROUPS.length).fill(1));
      expect(sampledPlacements(network, same, placements)).toEqual(placements);
      const sampled = sampledNetwork(network, randomFactors(random));
      const moved = sampledPlacements(network, sampled, placements);
      const anew = snapPoints(sampled, points);
      expect(moved.dm).toEqual(anew.dm);
      // Factors are 0.7 or more: less than 2.43.
      expect(greatestDifference(moved.forwardDs, anew.forwardDs), `seed ${seed}`).toBeLessThanOrEqual(2);
      expect(greatestDifference(moved.backwardDs, anew.backwardDs), `seed ${seed}`).toBeLessThanOrEqual(2);
    }
  });
});
