import { describe, expect, it } from 'vitest';
import type { OwnStation } from '../../geodata/catchment/own-station.ts';
import { type CountingRule, DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { type ExplainedRoute, type ExplainInput, explainSettlement } from '../../geodata/grouping/explain.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { carWithoutTurnCosts, metreADecisecond } from '../scenes/profiles.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';
import { settlement, station } from './county-arrays.ts';

const STATED: OwnStation = { station: 0, rule: 'stated' };

function input(
  scene: OpenScene,
  stationsAt: readonly LonLat[],
  place: LonLat,
  rest: Partial<ExplainInput> = {},
): ExplainInput {
  return {
    rule: new TwoLimitRule(scene.network),
    stations: stationsAt.map((coord, i) => station(`p${i}`, { coord })),
    settlements: [settlement('s', { coord: place })],
    stationPlacements: snapPoints(scene.network, stationsAt),
    settlementPlacements: snapPoints(scene.network, [place]),
    ownStation: [STATED],
    centreOf: stationsAt.map((_, i) => i),
    counting: DEFAULT_COUNTING,
    settlement: 0,
    ...rest,
  };
}

/** Classes, turns and both legs add up to the route's cost. */
function expectToAddUp(route: ExplainedRoute, legs: { ds: number; dm: number }): void {
  const ds = route.classes.reduce((sum, stretch) => sum + stretch.ds, 0);
  const dm = route.classes.reduce((sum, stretch) => sum + stretch.dm, 0);
  expect(route.cost).toEqual({ ds: ds + route.route.turnDs + legs.ds, dm: dm + legs.dm });
}

describe('explainSettlement', () => {
  it('gives the drive from door to door by class of road, legs and turns apart', async () => {
    const roads = asciiScene('a----b----c', { tags: { bc: { highway: 'tertiary' } } });
    const scene = await openScene(roads, metreADecisecond);
    const explained = explainSettlement(input(scene, [scene.at(0, 20)], scene.at(1000, 400)));
    const { fastest, stationLeg, settlementLeg } = explained.own;
    expect(fastest!.classes.map(({ roadClass, ds }) => [roadClass, ds])).toEqual([
      ['primary', 500],
      ['tertiary', 500],
    ]);
    expect([stationLeg.connector, settlementLeg.connector]).toEqual([false, true]);
    expectToAddUp(fastest!, {
      ds: stationLeg.cost.ds + settlementLeg.cost.ds,
      dm: stationLeg.cost.dm + settlementLeg.cost.dm,
    });
    expect(fastest!.cost).toEqual(explained.own.verdict.fastest);
    expect(explained.own.proof).toBeUndefined();
  });

  it('tells the own station`s response from the centre`s', async () => {
    const scene = await openScene(asciiScene('a----b----c'), metreADecisecond);
    const at = [scene.node('b'), scene.node('a')];
    const { own, centre } = explainSettlement(input(scene, at, scene.node('c'), { centreOf: [1, 1] }));
    expect([own.station.id, own.fastest?.cost.ds]).toEqual(['p0', 500]);
    expect([centre?.station.id, centre?.fastest?.cost.ds]).toEqual(['p1', 1000]);
    expect(explainSettlement(input(scene, at, scene.node('c'))).centre).toBeUndefined();
  });

  it('shows the shortest route beside the fastest where that is the one that passes', async () => {
    // A motorway round three sides against a track straight on.
    const roads = asciiScene(
      `
      b------c
      |      |
      |      |
      a------d`,
      {
        tags: {
          ad: { highway: 'living_street' },
          ab: { highway: 'motorway', oneway: 'no' },
          bc: { highway: 'motorway', oneway: 'no' },
          cd: { highway: 'motorway', oneway: 'no' },
        },
      },
    );
    const scene = await openScene(roads, carWithoutTurnCosts);
    const counting: CountingRule = { ...DEFAULT_COUNTING, limitDm: 8000 };
    const { own } = explainSettlement(input(scene, [scene.node('a')], scene.node('d'), { counting }));
    expect(own.verdict.proof).toBe('shortest');
    expect(own.fastest!.cost.dm).toBeGreaterThan(8000);
    expect(own.proof!.classes.map(({ roadClass }) => roadClass)).toEqual(['living_street']);
    expect(own.proof!.cost).toEqual(own.verdict.cost);
    expectToAddUp(own.proof!, { ds: 0, dm: 0 });
  });

  it('names the three soonest stations in order, and the soonest other one that passes', async () => {
    const scene = await openScene(asciiScene('a----b----c----d----e'), metreADecisecond);
    const at = ['a', 'b', 'c', 'e'].map(scene.node);
    const counting: CountingRule = { ...DEFAULT_COUNTING, limitDs: 1500 };
    const { own, nearest, alternative } = explainSettlement(input(scene, at, scene.node('e'), { counting }));
    expect(own.verdict.status).toBe('fail');
    expect(nearest.map(({ station: { id }, cost }) => [id, cost.ds])).toEqual([
      ['p3', 0],
      ['p2', 1000],
      ['p1', 1500],
    ]);
    expect(alternative?.station.id).toBe('p3');
  });

  it('names as the alternative another station than the one responsible, though that passes too', async () => {
    const scene = await openScene(asciiScene('a----b----c'), metreADecisecond);
    const explained = explainSettlement(input(scene, [scene.node('b'), scene.node('a')], scene.node('c')));
    expect(explained.own.verdict.status).toBe('pass');
    expect(explained.alternative?.station.id).toBe('p1');
  });

  it('orders stations by time and not by length', async () => {
    const tags = { ab: { highway: 'motorway', oneway: 'no' }, bc: { highway: 'living_street' } };
    const scene = await openScene(asciiScene('a------b----c', { tags }), carWithoutTurnCosts);
    const { nearest } = explainSettlement(input(scene, [scene.node('c'), scene.node('a')], scene.node('b')));
    expect(nearest.map(({ station: { id } }) => id)).toEqual(['p1', 'p0']);
    expect(nearest[0]!.cost.dm).toBeGreaterThan(nearest[1]!.cost.dm);
  });

  it('names no alternative where no other station passes', async () => {
    const scene = await openScene(asciiScene('a----b----c'), metreADecisecond);
    const counting: CountingRule = { ...DEFAULT_COUNTING, limitDs: 300 };
    const explained = explainSettlement(
      input(scene, [scene.node('a'), scene.node('b')], scene.node('c'), { counting }),
    );
    expect(explained.alternative).toBeUndefined();
    expect(explained.nearest).toHaveLength(2);
  });

  it('has neither route nor nearest station where the roads do not lead there', async () => {
    const scene = await openScene(asciiScene('a----b\n\nc----d'), metreADecisecond);
    const { own, nearest } = explainSettlement(input(scene, [scene.node('a')], scene.node('d')));
    expect([own.verdict.proof, own.fastest, own.proof]).toEqual(['no-route', undefined, undefined]);
    expect(nearest).toEqual([]);
  });

  it('refuses a settlement that does not exist', async () => {
    const scene = await openScene(asciiScene('a----b'), metreADecisecond);
    expect(() => explainSettlement(input(scene, [scene.node('a')], scene.node('b'), { settlement: 3 }))).toThrow(
      'There is no settlement 3 of 1.',
    );
  });
});
