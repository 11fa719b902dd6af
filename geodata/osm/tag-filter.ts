import type { Tags } from './elements.ts';

/** Says whether an element's tags are wanted. */
export type TagFilter = (tags: Tags) => boolean;

/**
 * A filter from text: `place=village,town` is any of these values, `name=*` any value at all,
 * `a=1&b=2` both conditions, `a=1;b=2` either of them (`&` binds tighter). Space around the parts
 * is ignored. Throws an `Error` that quotes the text where a part is missing.
 *
 * @example parseTagFilter('boundary=administrative&admin_level=6')
 */
export function parseTagFilter(text: string): TagFilter {
  const alternatives = text
    .split(';')
    .map((term) => term.split('&').map((condition) => parseCondition(condition, text)));
  return (tags) => alternatives.some((conditions) => conditions.every((holds) => holds(tags)));
}

function parseCondition(condition: string, text: string): TagFilter {
  const equals = condition.indexOf('=');
  const key = condition.slice(0, Math.max(equals, 0)).trim();
  const values = condition
    .slice(equals + 1)
    .split(',')
    .map((value) => value.trim());
  if (key === '' || values.includes('')) {
    throw new Error(
      `Bad tag filter ${JSON.stringify(text)}: expected key=value, key=value,value or key=* at ${JSON.stringify(condition)}.`,
    );
  }
  if (values.includes('*')) return (tags) => textOf(tags, key) !== undefined;
  const wanted = new Set<string | undefined>(values);
  return (tags) => wanted.has(textOf(tags, key));
}

/** Tags may also come from a scene as an ordinary object, where `constructor` is a function of the prototype. */
function textOf(tags: Tags, key: string): string | undefined {
  const value: unknown = tags[key];
  return typeof value === 'string' ? value : undefined;
}
