import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import type { Engine } from '../../geodata/engine/engine.ts';
import type { LiveScene } from '../../geodata/engine/live/live-calls.ts';
import { DEFAULT_RULE } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { everyReading } from '../catchment/catchment-cases.ts';
import { CHANGFENG, type Changfeng, openChangfeng } from '../catchment/changfeng.ts';
import { mulberry32 } from '../oracles/random.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';
import { exactLines, firstDifferences } from './exact-lines.ts';
import { computedAnew, engineOn, type Standing } from './live-cases.ts';

const SCENES = 24;
const CHANGES = 20;

/** A session under test: where its stations stand is told beside it. */
class Trial {
  readonly engine: Engine;
  readonly scene: LiveScene;
  private readonly random: () => number;
  private readonly anywhere: () => LonLat;
  private standing: (LonLat | undefined)[];
  private generation = 0;
  readonly kinds = new Set<string>();

  constructor(engine: Engine, scene: LiveScene, random: () => number, anywhere: () => LonLat) {
    this.engine = engine;
    this.scene = scene;
    this.random = random;
    this.anywhere = anywhere;
    this.standing = scene.stations.slice();
  }

  open(): string[] {
    return this.differences(this.engine.call('liveOpen', this.scene));
  }

  /** One random change. @returns in what the answer differs from one computed anew */
  change(): string[] {
    const generation = ++this.generation;
    const station = Math.floor(this.random() * (this.standing.length + (this.standing.length < 9 ? 1 : 0)));
    const isOpen = this.standing[station] !== undefined;
    if (isOpen && this.random() < 0.3) {
      this.kinds.add('close');
      this.standing[station] = undefined;
      return this.differences(this.engine.call('liveClose', { station, generation }).result);
    }
    this.kinds.add(station === this.standing.length ? 'add' : isOpen ? 'move' : 'open');
    const coord = this.anywhere();
    this.standing[station] = coord;
    return this.differences(this.engine.call('livePlace', { station, coord, generation }).result);
  }

  private differences(found: unknown): string[] {
    const standing: Standing = this.standing;
    return firstDifferences(exactLines(computedAnew(this.engine, this.scene, standing)), exactLines(found));
  }
}

/** Two in three sessions are grouped, half of those with own stations named; every reading of the limits has its turn. */
async function randomTrial(seed: number): Promise<Trial> {
  const random = mulberry32(seed);
  const scene = await openScene(randomScene(random));
  const anywhere = () => scene.at(random() * 1_700 - 350, random() * 1_300 - 350);
  const strewn = (count: number) => Array.from({ length: count }, anywhere);
  const below = (limit: number) => Math.floor(random() * limit);
  const stations = strewn(5);
  // Two at one place: only their indexes tell them apart.
  stations[3] = stations[1]!;
  const rules = everyReading(Math.round(4_000 + random() * 14_000), Math.round(800 + random() * 2_500));
  const indexes = (count: number) => Array.from({ length: count }, () => below(stations.length));
  const groups = { centreOf: indexes(stations.length), ...(seed % 2 === 0 ? { stationOf: indexes(12) } : {}) };
  const places = { stations, settlements: strewn(12), cellCentres: strewn(9), rule: rules[seed % rules.length]! };
  const cellRule = { ...rules[(seed * 3) % rules.length]!, limitDs: 2_000 };
  const options = {
    ...(seed % 4 < 2 ? { cellRule } : {}),
    ...(seed % 3 === 0 ? {} : { groups }),
    ...(seed % 5 === 0 ? { snap: { limitMetres: 150 } } : {}),
  };
  return new Trial(engineOn(scene.network), { ...places, ...options }, random, anywhere);
}

describe('a live session on random maps', () => {
  it('answers, after any changes, byte for byte what the catchments computed anew say', async () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= SCENES; seed++) {
      const trial = await randomTrial(seed);
      expect(trial.open(), `map ${seed}, opened`).toEqual([]);
      for (let i = 0; i < CHANGES; i++) expect(trial.change(), `map ${seed}, change ${i}`).toEqual([]);
      for (const kind of trial.kinds) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(['add', 'close', 'move', 'open']);
  });
});

describe('a live session', () => {
  let map: OpenScene;
  let scene: LiveScene;
  beforeAll(async () => {
    map = await openScene(randomScene(mulberry32(5)));
    const random = mulberry32(6);
    const strewn = (count: number) => Array.from({ length: count }, () => map.at(random() * 1_200, random() * 900));
    scene = {
      ...{ stations: strewn(4), settlements: strewn(15), cellCentres: strewn(15) },
      rule: { limitDm: 8_000, limitDs: 900, combine: 'and', metric: 'road' },
    };
  });

  function opened(): Engine {
    const engine = engineOn(map.network);
    engine.call('liveOpen', scene);
    return engine;
  }

  it('is asked for only once it is open, and is gone with its network', () => {
    const engine = engineOn(map.network);
    expect(() => engine.call('liveClose', { station: 0, generation: 1 })).toThrow('No live session is open.');
    engine.call('liveOpen', scene);
    engine.call('liveClose', { station: 0, generation: 1 });
    engine.call('open', { buffer: map.network.buffer });
    expect(() => engine.call('liveClose', { station: 0, generation: 2 })).toThrow('No live session is open.');
  });

  it('drops a change that is older than the last of its station, and no other', () => {
    const engine = opened();
    const [here, there] = [map.at(100, 100), map.at(900, 500)];
    const newest = engine.call('livePlace', { station: 1, coord: here, generation: 5 });
    for (const generation of [4, 5]) {
      const stale = engine.call('livePlace', { station: 1, coord: there, generation });
      expect(stale).toEqual({ generation, result: undefined });
      expect(engine.call('liveClose', { station: 1, generation })).toEqual({ generation, result: undefined });
    }
    const other = engine.call('livePlace', { station: 2, coord: scene.stations[2]!, generation: 3 });
    expect(other.result).toEqual(newest.result);
  });

  it('stays as it is where a change cannot be made, and takes the next with the same generation', () => {
    const engine = opened();
    const before = engine.call('livePlace', { station: 0, coord: scene.stations[0]!, generation: 1 }).result;
    const nowhere: LonLat = [Number.NaN, 32];
    expect(() => engine.call('livePlace', { station: 0, coord: nowhere, generation: 2 })).toThrow('NaN');
    expect(() => engine.call('livePlace', { station: 5, coord: map.at(0, 0), generation: 2 })).toThrow('Station 5');
    expect(() => engine.call('liveClose', { station: 4, generation: 2 })).toThrow('Station 4 of 4 stations.');
    expect(() => engine.call('liveClose', { station: 0, generation: 1.5 })).toThrow('Generation 1.5');
    expect(engine.call('livePlace', { station: 0, coord: scene.stations[0]!, generation: 2 }).result).toEqual(before);
  });

  it('refuses groups that do not fit its stations and settlements, and keeps the session before', () => {
    const engine = opened();
    const open = (groups: LiveScene['groups']) => engine.call('liveOpen', { ...scene, ...(groups ? { groups } : {}) });
    expect(() => open({ centreOf: [0, 0] })).toThrow('2 centres for 4 stations.');
    expect(() => open({ centreOf: [0, 0, 4, 0] })).toThrow('Station 4 of 4 stations.');
    expect(() => open({ centreOf: [0, 0, 0, 0], stationOf: [1] })).toThrow('1 own stations for 15 settlements.');
    expect(engine.call('liveClose', { station: 3, generation: 1 }).result).toBeDefined();
  });

  it('is not disturbed by other calls between its own, nor by what is done with its answers', () => {
    const disturbed = opened();
    const quiet = opened();
    const change = { station: 2, coord: map.at(700, 300), generation: 1 };
    const first = disturbed.call('livePlace', change).result;
    quiet.call('livePlace', change);
    first?.cells.station.fill(0);
    first?.status.fill(1);
    disturbed.call('isochrones', { origin: map.at(0, 0), minutes: [1], stepMetres: 50 });
    const close = { station: 0, generation: 1 };
    expect(disturbed.call('liveClose', close)).toEqual(quiet.call('liveClose', close));
  });
});

describe.skipIf(!CHANGFENG)('a live session on Changfeng', () => {
  let county: Changfeng;
  beforeAll(async () => {
    county = await openChangfeng();
  });

  it('answers, after any changes, byte for byte what the catchments computed anew say', () => {
    const random = mulberry32(19);
    const { stations, settlements, cellCentres, network } = county;
    const anywhere = () => cellCentres[Math.floor(random() * cellCentres.length)]!;
    const cellRule = { ...DEFAULT_RULE, limitDs: 36_000 };
    const scene = { stations, settlements, cellCentres, rule: DEFAULT_RULE, cellRule, snap: COUNTY_SNAP };
    const trial = new Trial(engineOn(network), scene, random, anywhere);
    expect(trial.open()).toEqual([]);
    for (let i = 0; i < 40; i++) expect(trial.change(), `change ${i}`).toEqual([]);
  });
});
