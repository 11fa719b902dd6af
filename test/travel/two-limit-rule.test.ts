import { describe, expect, it } from 'vitest';
import { NO_ROAD, type Placements, snapPoints } from '../../geodata/roads/snap.ts';
import { CONNECTOR_METRES, offRoadLeg } from '../../geodata/travel/off-road.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import {
  type Combine,
  DEFAULT_RULE,
  type DistanceMetric,
  MARGINAL_SHARE,
  type ResponseRule,
  TwoLimitRule,
  tightened,
  type Verdict,
} from '../../geodata/travel/two-limit-rule.ts';
import { paretoRoutes } from '../oracles/label-enumeration.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { carWithoutTurnCosts, metreADecisecond } from '../scenes/profiles.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';

const COMBINES: readonly Combine[] = ['and', 'or', 'distance', 'time'];
const METRICS: readonly DistanceMetric[] = ['road', 'straight'];

interface Question {
  readonly routes: readonly RouteCost[];
  readonly straightMetres: number;
  readonly rule: ResponseRule;
}

/** Whether any route at all passes: the rule as it reads, over every route there is. */
function passes({ routes, straightMetres, rule }: Question): boolean {
  const inTime = ({ ds }: RouteCost) => ds < rule.limitDs;
  const inReach = ({ dm }: RouteCost) =>
    rule.metric === 'road' ? dm <= rule.limitDm : Math.round(straightMetres * 10) <= rule.limitDm;
  switch (rule.combine) {
    case 'and':
      return routes.some((route) => inTime(route) && inReach(route));
    case 'or':
      return (
        routes.some((route) => inTime(route) || inReach(route)) ||
        (rule.metric === 'straight' && inReach({ ds: 0, dm: 0 }))
      );
    case 'distance':
      return rule.metric === 'straight' ? inReach({ ds: 0, dm: 0 }) : routes.some(inReach);
    case 'time':
      return routes.some(inTime);
  }
}

/** What is wrong with a verdict's certificate, by the words of `Proof`; undefined where it is true. */
function flaw(verdict: Verdict, question: Question): string | undefined {
  const claims = claimsOf(verdict, question);
  return Object.keys(claims).find((claim) => !claims[claim]);
}

/** What the proof of a verdict says, and whether it is so. */
function claimsOf(
  { proof, cost, status }: Verdict,
  { routes, straightMetres, rule }: Question,
): Record<string, boolean> {
  const isARoute = routes.some((route) => route.ds === cost?.ds && route.dm === cost?.dm);
  const isFail = status === 'fail';
  // A plain pass is proved against the limits less a tenth.
  const proved = status === 'pass' ? tightened(rule) : rule;
  const { ds, dm } = cost ?? { ds: Infinity, dm: Infinity };
  switch (proof) {
    case 'fastest':
      return {
        'no route is quicker': isARoute && routes.every((route) => route.ds >= ds),
        'a fail is too slow': !isFail || ds >= rule.limitDs,
      };
    case 'shortest':
      return {
        'no route is shorter': isARoute && routes.every((route) => route.dm >= dm),
        'a fail is too long': !isFail || dm > rule.limitDm,
      };
    case 'quickest-within-length':
      return {
        'the route is short enough': isARoute && dm <= proved.limitDm,
        'no route as short is quicker': routes.every((route) => route.dm > proved.limitDm || route.ds >= ds),
      };
    case 'straight-line':
      return { 'the straight distance decides': Math.round(straightMetres * 10) <= proved.limitDm !== isFail };
    case 'no-route':
      return { 'there is no route': routes.length === 0 };
    case 'no-road':
      return { 'a place has no road': false };
  }
}

function withLegs(routes: readonly RouteCost[], legs: RouteCost): RouteCost[] {
  return routes.map(({ ds, dm }) => ({ ds: ds + legs.ds, dm: dm + legs.dm }));
}

/** Rules whose limits cut through the routes there are, at, just below and just above them. */
function rulesAround(routes: readonly RouteCost[], random: () => number): ResponseRule[] {
  const pick = (values: readonly number[]) => values[Math.floor(random() * values.length)] ?? 5000;
  return COMBINES.flatMap((combine) =>
    METRICS.map((metric) => ({
      combine,
      metric,
      limitDm: Math.max(1, pick(routes.map(({ dm }) => dm)) + Math.round((random() - 0.5) * 2)),
      limitDs: Math.max(1, pick(routes.map(({ ds }) => ds)) + Math.round((random() - 0.5) * 2)),
    })),
  );
}

async function eachQuestion(
  seeds: number,
  ask: (question: Question, verdict: Verdict, where: string) => void,
): Promise<void> {
  for (let seed = 1; seed <= seeds; seed++) {
    const random = mulberry32(seed);
    const scene = await openScene(randomScene(random), seed % 2 ? carWithoutTurnCosts : undefined);
    const points = Array.from({ length: 5 }, () => scene.at(random() * 1600 - 350, random() * 1200 - 350));
    const places = snapPoints(scene.network, points);
    const judge = new TwoLimitRule(scene.network);
    judge.from(places, 0);
    for (let t = 1; t < 5; t++) {
      const routes = withLegs(paretoRoutes(scene.network, places, 0, places, t), legsOf(scene, places, 0, t));
      const straightMetres = random() * 1500;
      for (const rule of rulesAround(routes, random)) {
        const verdict = judge.decide(places, t, straightMetres, rule);
        ask({ routes, straightMetres, rule }, verdict, `seed ${seed}, point ${t}, ${JSON.stringify(rule)}`);
      }
    }
  }
}

function legsOf(scene: OpenScene, places: Placements, s: number, t: number): RouteCost {
  const [from, to] = [offRoadLeg(scene.network, places, s), offRoadLeg(scene.network, places, t)];
  return { ds: from.ds + to.ds, dm: from.dm + to.dm };
}

describe('the two-limit rule on random maps', () => {
  it('passes a place, and passes it plainly, exactly where some route of all there are does', async () => {
    const proofs = new Map<string, number>();
    await eachQuestion(150, (question, verdict, where) => {
      expect(verdict.status !== 'fail', where).toBe(passes(question));
      const plainly = passes({ ...question, rule: tightened(question.rule) });
      expect(verdict.status === 'pass', where).toBe(plainly);
      proofs.set(verdict.proof, (proofs.get(verdict.proof) ?? 0) + 1);
    });
    // Every way of deciding was put to the test.
    for (const proof of ['fastest', 'shortest', 'quickest-within-length', 'straight-line', 'no-route']) {
      expect(proofs.get(proof) ?? 0, proof).toBeGreaterThan(10);
    }
  });

  it('gives a true certificate where distance is measured on the road', async () => {
    await eachQuestion(150, (question, verdict, where) => {
      if (question.rule.metric === 'road') expect(flaw(verdict, question), where).toBeUndefined();
    });
  });

  it('gives a true certificate where distance is measured straight', async () => {
    await eachQuestion(60, (question, verdict, where) => {
      if (question.rule.metric === 'straight') expect(flaw(verdict, question), where).toBeUndefined();
    });
  });

  it('always tells the fastest route', async () => {
    await eachQuestion(60, ({ routes }, { fastest }, where) => {
      expect(fastest, where).toEqual(routes[0]);
    });
  });
});

/** Two places on a straight road of 40 km at 36 km/h: a decisecond a metre, no turns, no off-road legs. */
async function alongRoad(metres: number, rule: Partial<ResponseRule>): Promise<Verdict> {
  const scene = await openScene({ nodes: { a: [0, 0], b: [40_000, 0] }, ways: [{ nodes: 'ab' }] }, metreADecisecond);
  const places = snapPoints(scene.network, [scene.at(0, 0), scene.at(metres, 0)]);
  places.metres.fill(0);
  // Whole numbers, so that a limit can be met exactly.
  places.dm[1] = metres * 10;
  places.forwardDs[1] = metres;
  const judge = new TwoLimitRule(scene.network);
  judge.from(places, 0);
  return judge.decide(places, 1, metres, { ...DEFAULT_RULE, ...rule });
}

describe('the limits of the two-limit rule', () => {
  it('are 30 km, inclusive, and 30 minutes, exclusive, unless said otherwise', () => {
    expect(DEFAULT_RULE).toEqual({ limitDm: 300_000, limitDs: 18_000, combine: 'and', metric: 'road' });
    expect(MARGINAL_SHARE).toBe(0.9);
  });

  it('let exactly 30 km pass and a decimetre more fail', async () => {
    const unhurried = { limitDs: 1_000_000 };
    expect((await alongRoad(30_000, unhurried)).status).toBe('marginal');
    expect((await alongRoad(30_000.1, unhurried)).status).toBe('fail');
  });

  it('let a decisecond below 30 minutes pass and exactly 30 minutes fail', async () => {
    expect((await alongRoad(17_999, {})).status).toBe('marginal');
    expect((await alongRoad(18_000, {})).status).toBe('fail');
  });

  it('call marginal what uses nine tenths of a limit in force or more', async () => {
    const unhurried = { limitDs: 1_000_000 };
    expect((await alongRoad(26_999.9, unhurried)).status).toBe('pass');
    expect((await alongRoad(27_000, unhurried)).status).toBe('marginal');
    expect((await alongRoad(16_199, {})).status).toBe('pass');
    expect((await alongRoad(16_200, {})).status).toBe('marginal');
    // Under "time only" the length is not in force.
    expect((await alongRoad(16_000, { combine: 'time', limitDm: 160_000 })).status).toBe('pass');
    expect((await alongRoad(16_000, { combine: 'and', limitDm: 160_000 })).status).toBe('marginal');
  });
});

describe('the two-limit rule', () => {
  it('says that there is no road where a place has none, and no route where the roads do not meet', async () => {
    const scene = await openScene(asciiScene('a-b\n\nc-d', { cellMetres: 1000 }));
    const near = snapPoints(scene.network, [scene.node('a'), scene.node('d'), scene.at(0, 20_000)], {
      limitMetres: 500,
    });
    const judge = new TwoLimitRule(scene.network);
    judge.from(near, 0);
    expect(judge.decide(near, 1, 100)).toMatchObject({ status: 'fail', proof: 'no-route', cost: undefined });
    expect(near.road[2]).toBe(NO_ROAD);
    expect(judge.decide(near, 2, 100)).toMatchObject({ status: 'fail', proof: 'no-road', fastest: undefined });
    judge.from(near, 2);
    expect(judge.decide(near, 0, 100)).toMatchObject({ status: 'fail', proof: 'no-road' });
  });

  it('wants to know where from first', async () => {
    const scene = await openScene(asciiScene('a-b'));
    const places = snapPoints(scene.network, [scene.node('a')]);
    expect(() => new TwoLimitRule(scene.network).decide(places, 0, 0)).toThrow('decide before from');
  });

  it('passes a straight distance or a time by what it passes on', async () => {
    const rule: ResponseRule = { combine: 'or', metric: 'straight', limitDm: 1000, limitDs: 18_000 };
    // Too far as the crow flies, but quick: it is the time that decides.
    const verdict = await alongRoad(5000, rule);
    expect(verdict).toMatchObject({ status: 'pass', proof: 'fastest' });
  });

  it("counts both off-road legs, at the profile's speed and detour factor", async () => {
    const scene = await openScene(asciiScene('a-b', { cellMetres: 500 }));
    const places = snapPoints(scene.network, [scene.at(100, 100), scene.at(900, 250)]);
    const judge = new TwoLimitRule(scene.network);
    judge.from(places, 0);
    const { offRoad, fastest } = judge.decide(places, 1, 800);
    expect(offRoad.dm).toBeCloseTo(3500 * 1.3, -1);
    expect(offRoad.ds).toBeCloseTo(((350 * 1.3) / (15 / 3.6)) * 10, -1);
    expect((fastest?.dm ?? 0) - offRoad.dm).toBeCloseTo(8000, -1);
    expect(CONNECTOR_METRES).toBe(300);
  });
});
