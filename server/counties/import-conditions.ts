import { CONDITIONS, type Condition } from '../../geodata/roads/profiles/conditions.ts';

/** Conditions of the networks that a version holds where nothing is said: those that planners compare. */
export const IMPORT_CONDITIONS: readonly Condition[] = ['base', 'night', 'rain', 'snow'];

/**
 * Conditions from text: words of `CONDITIONS` between commas, in the order of that list and each once, or `all`.
 * Undefined where a word is none of them.
 */
export function conditionsOf(text: string): readonly Condition[] | undefined {
  if (text.trim() === 'all') return CONDITIONS;
  const words = text.split(',').map((word) => word.trim());
  const found = CONDITIONS.filter((condition) => words.includes(condition));
  return words.every((word) => found.some((condition) => condition === word)) ? found : undefined;
}

/** The profile of an import that names none: counties are rural, few of them hilly. */
export const USUAL_PROFILE = 'rural-plain';
