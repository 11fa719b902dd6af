import type { IntakeBase, IntakeChoices, IntakeFile } from '../intake/intake.ts';
import type { IntakeProgress } from '../intake/read-delivery.ts';

/** What the thread of a check is started with. The bytes of files are copied: a receipt needs them later. */
export interface IntakeWork {
  readonly files: readonly IntakeFile[];
  readonly base: IntakeBase | undefined;
  readonly choices: IntakeChoices;
}

/** What it says; else a `ThreadFailure`. */
export type IntakeMessage =
  | { readonly progress: IntakeProgress }
  /** `CheckedIntake` as `v8.serialize` writes it: the thread's memory is free before it is read. */
  | { readonly checked: Uint8Array };
