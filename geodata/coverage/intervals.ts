/**
 * Stretches of a line, sorted, apart from each other: `from0, to0, from1, to1, ...`, each of some length. Flat, since
 * millions are made.
 */
export type Intervals = readonly number[];

/** Sorts stretches that may overlap, joins those that touch, and drops those of no length. */
export function unionOf(pieces: Intervals): Intervals {
  if (pieces.length <= 2) return (pieces[1] ?? 0) > (pieces[0] ?? 0) ? pieces : [];
  const order: number[] = [];
  for (let i = 0; i < pieces.length; i += 2) if (pieces[i + 1]! > pieces[i]!) order.push(i);
  order.sort((a, b) => pieces[a]! - pieces[b]!);
  const joined: number[] = [];
  for (const i of order) {
    const [from, to] = [pieces[i]!, pieces[i + 1]!];
    const last = joined.length - 1;
    if (last > 0 && from <= joined[last]!) joined[last] = Math.max(joined[last]!, to);
    else joined.push(from, to);
  }
  return joined;
}

/** What two sets of stretches share. */
export function intersectionOf(first: Intervals, second: Intervals): Intervals {
  const shared: number[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    const from = Math.max(first[i]!, second[j]!);
    const to = Math.min(first[i + 1]!, second[j + 1]!);
    if (to > from) shared.push(from, to);
    if (first[i + 1]! < second[j + 1]!) i += 2;
    else j += 2;
  }
  return shared;
}

/** Their length in all. */
export function lengthOf(intervals: Intervals): number {
  let sum = 0;
  for (let i = 0; i < intervals.length; i += 2) sum += intervals[i + 1]! - intervals[i]!;
  return sum;
}
