import type { Chance } from './chance.ts';
import type { Draft, KnownCounty } from './drafts.ts';

/**
 * One way to make a request wrong. It looks at the request as it is, changes one thing, and whatever was there before,
 * the request must be refused afterwards.
 * @returns false where it does not apply, with nothing changed
 */
export type Break = (draft: Draft, chance: Chance, known: KnownCounty) => boolean;

/** Breaks by name. */
export type Breaks = Readonly<Record<string, Break>>;
