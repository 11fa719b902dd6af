import type { Language } from '../../server/language.ts';

/** One sentence or term for people, in every language of the command line. */
export type Words = Readonly<Record<Language, string>>;
