import { describe, expect, it } from 'vitest';
import type { Tags } from '../../geodata/osm/elements.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { drive } from '../scenes/drives.ts';
import { openScene, type SceneRestriction } from '../scenes/scene.ts';
import { turnAt } from '../scenes/turn-at.ts';

const CROSS = `
    n
    |
  w-c-e
    |
    s`;

/** Two junctions, b and c, 400 m apart. What meets at b leads in and what meets at c leads out: nobody can come back. */
const LADDER = `
    e f
    | |
  a-b-c-d
    | |
    g h`;

async function cross(restriction: Partial<SceneRestriction>) {
  const whole = { kind: 'no_left_turn', from: 'wc', via: 'c', to: 'nc', ...restriction };
  return openScene(asciiScene(CROSS, { cellMetres: 200, restrictions: [whole] }));
}

const ONE_WAY = Object.fromEntries(['ab', 'eb', 'gb', 'bc', 'cd', 'cf', 'ch'].map((road) => [road, { oneway: 'yes' }]));

async function ladder(...restrictions: SceneRestriction[]) {
  return openScene(asciiScene(LADDER, { cellMetres: 200, tags: ONE_WAY, restrictions }));
}

describe('a restriction via a node', () => {
  it.each(['no_left_turn', 'no_right_turn', 'no_straight_on', 'no_entry', 'no_exit'])(
    '%s forbids the one turn from its from-way to its to-way, whatever the turn looks like',
    async (kind) => {
      const scene = await cross({ kind });
      expect(['wcn', 'wce', 'wcs'].map((run) => turnAt(scene, run) !== undefined)).toEqual([false, true, true]);
      expect(['ncw', 'ecn', 'scn'].every((run) => turnAt(scene, run) !== undefined)).toBe(true);
    },
  );

  it.each(['only_left_turn', 'only_straight_on'])('%s forbids every turn but its own', async (kind) => {
    const scene = await cross({ kind });
    expect(['wcn', 'wce', 'wcs'].map((run) => turnAt(scene, run) !== undefined)).toEqual([true, false, false]);
    expect(['ecn', 'ecw', 'ecs'].every((run) => turnAt(scene, run) !== undefined)).toBe(true);
  });

  it('sends the driver the long way round', async () => {
    const free = await openScene(asciiScene('w-c-e\n  | |\n  s-t', { cellMetres: 200 }));
    const bound = await openScene(
      asciiScene('w-c-e\n  | |\n  s-t', {
        cellMetres: 200,
        restrictions: [{ kind: 'no_right_turn', from: 'wc', via: 'c', to: 'cs' }],
      }),
    );
    const nearS = free.at(400, 100);
    expect(drive(free, 'w', nearS)?.dm).toBeCloseTo(7000, -1);
    expect(drive(bound, 'w', nearS)?.dm).toBeCloseTo(17_000, -1);
  });

  it('keeps a point on a plain road a junction, when it names one', async () => {
    const scene = await openScene({
      nodes: { a: [0, 0], b: [100, 0], c: [200, 0] },
      ways: [{ nodes: 'ab' }, { nodes: 'bc' }],
      restrictions: [{ kind: 'no_straight_on', from: 'ab', via: 'b', to: 'bc' }],
    });
    expect(drive(scene, scene.at(20, 0), 'c')).toBeUndefined();
    expect(drive(scene, scene.at(180, 0), 'a')).toBeDefined();
  });

  it.each<[string, Tags, boolean]>([
    ['except=psv', { except: 'psv' }, true],
    ['except=motorcar', { except: 'motorcar' }, false],
    ['except=psv;motor_vehicle', { except: 'psv;motor_vehicle' }, false],
    ['except=bicycle; vehicle', { except: 'bicycle; vehicle' }, false],
    ['restriction:hgv only', { restriction: '', 'restriction:hgv': 'no_left_turn' }, false],
    ['restriction:motorcar only', { restriction: '', 'restriction:motorcar': 'no_left_turn' }, true],
    ['restriction:motorcar=none beside it', { 'restriction:motorcar': 'none' }, false],
    [
      'restriction:vehicle, overruled for motorcar',
      { 'restriction:vehicle': 'no_u_turn', 'restriction:motorcar': 'none' },
      false,
    ],
    ['a time only', { restriction: '', 'restriction:conditional': 'no_left_turn @ (07:00-09:00)' }, false],
    ['another type', { type: 'destination_sign' }, false],
  ])('with %s binds a car: %#', async (_name, tags, binds) => {
    const scene = await cross({ tags });
    expect(turnAt(scene, 'wcn') === undefined).toBe(binds);
  });

  it('is counted, and so is one that cannot be placed', async () => {
    const { network } = await cross({});
    expect(network.meta.report.restrictionsUsed).toBe(1);
    // A from-way that does not touch the via node.
    const lost = await ladder({ kind: 'no_left_turn', from: 'ab', via: 'c', to: 'cf' });
    expect(lost.network.meta.report.restrictionsUsed).toBe(0);
    expect(lost.network.meta.report.restrictionsUnusable).toBe(1);
    expect(['bcf', 'bcd', 'bch'].every((run) => turnAt(lost, run) !== undefined)).toBe(true);
  });

  it('does not hold where its from-way runs on through the via node', async () => {
    const scene = await openScene({
      nodes: { w: [0, 0], c: [200, 0], e: [400, 0], n: [200, 200] },
      ways: [{ nodes: 'wce' }, { nodes: 'nc' }],
      restrictions: [{ kind: 'no_left_turn', from: 'wce', via: 'c', to: 'nc' }],
    });
    expect(turnAt(scene, 'wcn')).toBeDefined();
    expect(scene.network.meta.report.restrictionsUnusable).toBe(1);
  });
});

describe('a restriction via ways', () => {
  const forbidden: SceneRestriction = { kind: 'no_left_turn', from: 'ab', via: ['bc'], to: 'cf' };
  const prescribed: SceneRestriction = { kind: 'only_straight_on', from: 'ab', via: ['bc'], to: 'cd' };

  it('forbids the last turn to whoever came by the from-way, and to nobody else', async () => {
    const scene = await ladder(forbidden);
    expect(['d', 'f', 'h'].map((to) => drive(scene, 'a', to)?.dm !== undefined)).toEqual([true, false, true]);
    expect(['d', 'f', 'h'].map((to) => drive(scene, 'e', to)?.dm !== undefined)).toEqual([true, true, true]);
    expect(['d', 'f', 'h'].map((to) => drive(scene, 'g', to)?.dm !== undefined)).toEqual([true, true, true]);
  });

  it('does not bind whoever sets out on the via itself', async () => {
    const scene = await ladder(forbidden);
    expect(drive(scene, scene.at(600, 400), 'f')?.dm).toBeCloseTo(6_000, -1);
  });

  it('prescribes the one way on to whoever came by the from-way', async () => {
    const scene = await ladder(prescribed);
    expect(['d', 'f', 'h'].map((to) => drive(scene, 'a', to) !== undefined)).toEqual([true, false, false]);
    expect(['d', 'f', 'h'].map((to) => drive(scene, 'g', to) !== undefined)).toEqual([true, true, true]);
  });

  it('gives the same answers looked at from the target', async () => {
    const scene = await ladder(forbidden, prescribed);
    for (const from of ['a', 'e', 'g']) {
      for (const to of ['d', 'f', 'h']) {
        expect(drive(scene, from, to, { direction: 'backward' }), from + to).toEqual(drive(scene, from, to));
      }
    }
  });

  it('lets go of a driver who leaves the via and comes back', async () => {
    const block = await openScene(
      asciiScene('a-b-c-d\n  | |\n  g-h\n  |\n  k', {
        cellMetres: 200,
        restrictions: [{ ...prescribed, to: 'cd', kind: 'no_straight_on' }],
      }),
    );
    // Round the block: b, g, h, c, then on to d.
    expect(drive(block, 'a', 'd')?.dm).toBeCloseTo(20_000, -1);
  });

  it('spans several via ways, drawn in either direction', async () => {
    const row = 'a-b-c-d-e\n  | | |\n  k l m';
    const scene = await openScene(
      asciiScene(row, {
        cellMetres: 200,
        tags: {
          ab: { oneway: 'yes' },
          cb: {},
          bk: { oneway: 'yes' },
          cl: { oneway: 'yes' },
          dm: { oneway: 'yes' },
          de: { oneway: 'yes' },
        },
        restrictions: [{ kind: 'no_right_turn', from: 'ab', via: ['cb', 'cd'], to: 'dm' }],
      }),
    );
    expect(['k', 'l', 'm', 'e'].map((to) => drive(scene, 'a', to) !== undefined)).toEqual([true, true, false, true]);
    expect(drive(scene, scene.at(600, 400), 'm')).toBeDefined();
  });
});
