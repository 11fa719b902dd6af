import type { Language } from '../language.ts';
import type { Finding } from '../tables/finding.ts';

/** What the thread of a receipt is started with: a file and what was found in it. */
export interface ReceiptWork {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

/** What it answers; else a `ThreadFailure`. */
export interface ReceiptAnswer {
  readonly receipt: Uint8Array;
}
