import { GAP_KINDS, type GapKind } from './gap.ts';

/** What counts how much in the order of gaps. Whole numbers from 0; only their proportions matter. */
export interface GapWeights {
  /** Given to every gap of a kind. */
  readonly kinds: Readonly<Record<GapKind, number>>;
  /** Given in full to what is at or beyond twice, or at none of, its threshold, in part to what is nearer. */
  readonly severity: number;
  /** Given in full to what touches very many households, by half to 300. */
  readonly households: number;
}

/**
 * The order of the standard's own words ≈, a county's to change: its core, who can be reached in time (clause 6), and
 * its red line 红线, officers (clause 4), before the rates that it wants at 100 % by a day that has passed (clause 12:
 * equipping before connecting, which needs it), before the head counts of villages (clauses 15 and 5). Severity and
 * households weigh as much as the kind at its most, so that a bad gap of many outranks a slight one of a higher kind.
 */
export const DEFAULT_GAP_WEIGHTS: GapWeights = {
  kinds: { response: 6, officers: 6, 'video-equip': 4, 'video-network': 3, volunteers: 2, auxiliaries: 2 },
  severity: 6,
  households: 6,
};

/**
 * The vectors that the stability of ranks is tried with: the weights themselves, then each weight halved and doubled
 * while the others stay. All are doubled first, so that a half is whole.
 */
export function weightFamily(weights: GapWeights): GapWeights[] {
  const doubled = changed(weights, () => 2);
  const single = [...GAP_KINDS, 'severity', 'households'].flatMap((name) => [
    changed(weights, (other) => (other === name ? 1 : 2)),
    changed(weights, (other) => (other === name ? 4 : 2)),
  ]);
  return [doubled, ...single];
}

/** @throws Error where a weight is not a whole number from 0 */
export function checkWeights({ kinds, severity, households }: GapWeights): void {
  for (const [name, weight] of Object.entries({ ...kinds, severity, households })) {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new Error(`A weight of ${weight} for ${name} is not a whole number from 0.`);
    }
  }
}

function changed({ kinds, severity, households }: GapWeights, factorOf: (name: string) => number): GapWeights {
  const scaled = { ...kinds };
  for (const kind of GAP_KINDS) scaled[kind] *= factorOf(kind);
  return {
    kinds: scaled,
    severity: severity * factorOf('severity'),
    households: households * factorOf('households'),
  };
}
