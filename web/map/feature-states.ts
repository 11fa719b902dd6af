import type { Map as MapLibreMap } from 'maplibre-gl';

/** A feature's state: a few plain values. */
export type FeatureState = Readonly<Record<string, string | number | boolean>>;

interface Target {
  readonly source: string;
  readonly sourceLayer?: string;
}

/** Keeps the states of one source's features, and sends the map those that differ from what it has. */
export class FeatureStates {
  private readonly map: MapLibreMap;
  private readonly target: Target;
  private sent: ReadonlyMap<string, FeatureState> = new Map();

  constructor(map: MapLibreMap, target: Target) {
    this.map = map;
    this.target = target;
  }

  /** @param states by feature id, all with the same keys; a feature that is not among them loses its state */
  send(states: ReadonlyMap<string, FeatureState>): void {
    for (const [id, state] of this.sent) {
      if (!states.has(id))
        for (const key of Object.keys(state)) this.map.removeFeatureState({ ...this.target, id }, key);
    }
    for (const [id, state] of states) {
      if (!isSame(this.sent.get(id), state)) this.map.setFeatureState({ ...this.target, id }, state);
    }
    this.sent = states;
  }
}

/** A state that one feature at a time has, such as being pointed at. */
export class SingleState {
  private readonly map: MapLibreMap;
  private readonly target: Target;
  private readonly key: string;
  private holder: string | undefined;

  constructor(map: MapLibreMap, target: Target, key: string) {
    this.map = map;
    this.target = target;
    this.key = key;
  }

  /** @param id undefined: no feature */
  give(id: string | undefined): void {
    if (id === this.holder) return;
    if (this.holder !== undefined) this.map.removeFeatureState({ ...this.target, id: this.holder }, this.key);
    if (id !== undefined) this.map.setFeatureState({ ...this.target, id }, { [this.key]: true });
    this.holder = id;
  }
}

function isSame(a: FeatureState | undefined, b: FeatureState): boolean {
  return a !== undefined && Object.entries(b).every(([key, value]) => a[key] === value);
}
