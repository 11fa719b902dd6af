import { canonicalHash } from '../canonical-json.ts';
import type { BaselineRef } from './county.ts';
import type { ScenarioOperation } from './operation.ts';

/** What one gesture did: operations that are undone together, and when, as the host's clock says. */
export interface ScenarioStep {
  readonly at: string;
  readonly operations: readonly ScenarioOperation[];
}

/** A named set of changes over a baseline that stays as it is. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** A role or a unit, such as 治安大队, and never a person: nothing personal is stored. */
  readonly author: string;
  readonly baseline: BaselineRef;
  /** ISO 8601, from the host. */
  readonly createdAt: string;
  /** Everything done, what was undone included, which a new step replaces. */
  readonly steps: readonly ScenarioStep[];
  /** How many of the steps are in force. */
  readonly position: number;
  /** A locked scenario takes no change but unlocking. */
  readonly locked: boolean;
}

/** A scenario without operations. */
export function newScenario(start: Pick<Scenario, 'id' | 'name' | 'author' | 'baseline' | 'createdAt'>): Scenario {
  return { ...start, steps: [], position: 0, locked: false };
}

/** The operations in force, in their order. */
export function operationsOf({ steps, position }: Scenario): readonly ScenarioOperation[] {
  return steps.slice(0, position).flatMap(({ operations }) => operations);
}

/** Name of what a scenario computes: SHA-256, hex, over baseline and operations in force; name, author and times are no part. */
export function scenarioHash(scenario: Scenario): string {
  return canonicalHash({ baseline: scenario.baseline, operations: operationsOf(scenario) });
}

/** Takes a step; what had been undone is given up. @throws Error on a locked scenario, or a step without operations */
export function doStep(scenario: Scenario, step: ScenarioStep): Scenario {
  requireUnlocked(scenario);
  if (step.operations.length === 0) throw new Error('A step of 0 operations changes nothing.');
  const steps = [...scenario.steps.slice(0, scenario.position), step];
  return { ...scenario, steps, position: steps.length };
}

/** Takes back the last step in force; without one, the scenario itself. @throws Error on a locked scenario */
export function undoStep(scenario: Scenario): Scenario {
  requireUnlocked(scenario);
  return scenario.position === 0 ? scenario : { ...scenario, position: scenario.position - 1 };
}

/** Takes the last undone step again; without one, the scenario itself. @throws Error on a locked scenario */
export function redoStep(scenario: Scenario): Scenario {
  requireUnlocked(scenario);
  const { position, steps } = scenario;
  return position === steps.length ? scenario : { ...scenario, position: position + 1 };
}

/** A scenario of its own with the same history, unlocked: also of a locked one. */
export function copyScenario(
  scenario: Scenario,
  own: Pick<Scenario, 'id' | 'name' | 'author' | 'createdAt'>,
): Scenario {
  return { ...scenario, ...own, locked: false };
}

/** @throws Error on a locked scenario */
export function renameScenario(scenario: Scenario, name: string): Scenario {
  requireUnlocked(scenario);
  return { ...scenario, name };
}

export function lockScenario(scenario: Scenario, locked: boolean): Scenario {
  return { ...scenario, locked };
}

function requireUnlocked({ id, locked }: Scenario): void {
  if (locked) throw new Error(`Scenario ${id} is locked.`);
}
