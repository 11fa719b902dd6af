import { describe, expect, it } from 'vitest';
import { CAR_TURNS } from '../../geodata/roads/profiles/car.ts';
import { turnCostDs } from '../../geodata/roads/turns.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { drive, secondsOfTurns } from '../scenes/drives.ts';
import { carWithoutTurnCosts } from '../scenes/profiles.ts';
import { openScene } from '../scenes/scene.ts';

const CROSS = `
    n
    |
  w-c-e
    |
    s`;

describe('the turn curve', () => {
  it.each([
    [0, 0],
    [30, 0],
    [45, 1],
    [60, 3],
    [90, 21],
    [120, 55],
    [135, 66],
    [150, 71],
    [-30, 1],
    [-45, 5],
    [-60, 14],
    [-90, 53],
    [-120, 72],
    [-135, 74],
    [-150, 74],
  ])('charges %d degrees with %d tenths of a second, truncated as OSRM does', (angle, ds) => {
    expect(turnCostDs(CAR_TURNS, angle, false)).toBe(ds);
  });

  it('adds 20 s to turning round, which makes 27.4 s', () => {
    expect(turnCostDs(CAR_TURNS, 180, true)).toBe(274);
  });

  it('costs more the sharper the turn, and more to the left than to the right', () => {
    for (let angle = 1; angle <= 180; angle++) {
      const right = turnCostDs(CAR_TURNS, angle, false);
      const left = turnCostDs(CAR_TURNS, -angle, false);
      expect(right).toBeGreaterThanOrEqual(turnCostDs(CAR_TURNS, angle - 1, false));
      expect(left).toBeGreaterThanOrEqual(turnCostDs(CAR_TURNS, 1 - angle, false));
      expect(left).toBeGreaterThanOrEqual(right);
    }
  });
});

describe('a turn at a crossing', () => {
  it.each([
    ['w', 'e', 0],
    ['w', 's', 2.1],
    ['w', 'n', 5.3],
    ['n', 'w', 2.1],
    ['n', 'e', 5.3],
    ['e', 's', 5.3],
    ['s', 'e', 2.1],
  ])('from %s to %s costs %d s', async (from, to, seconds) => {
    const scene = await openScene(asciiScene(CROSS, { cellMetres: 500 }));
    expect(secondsOfTurns(scene, from, to)).toBe(seconds);
  });

  it('costs nothing in a profile without turn costs', async () => {
    const scene = await openScene(asciiScene(CROSS, { cellMetres: 500 }), carWithoutTurnCosts);
    expect(['n', 'e', 's'].map((to) => secondsOfTurns(scene, 'w', to))).toEqual([0, 0, 0]);
  });

  it('is part of the time and not of the length', async () => {
    const scene = await openScene(asciiScene(CROSS, { cellMetres: 500 }));
    const [right, left] = [drive(scene, 'w', 's'), drive(scene, 'w', 'n')];
    expect((left?.ds ?? 0) - (right?.ds ?? 0)).toBe(53 - 21);
    expect(left?.dm).toBe(right?.dm);
  });

  it('is not charged at a bend, where two roads meet', async () => {
    const scene = await openScene(asciiScene('w-c\n  |\n  s'));
    expect(secondsOfTurns(scene, 'w', 's')).toBe(0);
  });

  it('is charged at a bend where a road becomes a ferry', async () => {
    const ferry = { route: 'ferry', highway: '' };
    const scene = await openScene(asciiScene('w-c\n  |\n  s', { cellMetres: 500, tags: { cs: ferry } }));
    expect(secondsOfTurns(scene, 'w', 's')).toBe(2.1);
  });

  it('is judged by where a road leads to after its first metres', async () => {
    const straightOn = await openScene({
      // The drawn road leaves c to the north for 4 m, then runs east.
      nodes: { w: [-500, 0], c: [0, 0], k: [0, 4], l: [30, 6], e: [500, 6], s: [0, -500] },
      ways: [{ nodes: 'wc' }, { nodes: 'ckle', tags: { highway: 'primary' } }, { nodes: 'cs' }],
    });
    expect(secondsOfTurns(straightOn, 'w', 'e')).toBeLessThan(1);
  });
});
