/**
 * The name that a mistyped one was probably meant to be: fewest letters inserted, left out, changed
 * or swapped with a neighbour, at most a third of the text and at least two. Undefined where none is
 * that near; of several, the first.
 */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    const edits = editCount(typed, name);
    if (edits >= fewest) continue;
    fewest = edits;
    best = name;
  }
  return best;
}

/** Optimal string alignment distance, row by row of the usual table. */
function editCount(a: string, b: string): number {
  let twoUp: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = at(above, j - 1) + (isSame ? 0 : 1);
      const swap = isSwap ? at(twoUp, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(change, swap, at(above, j) + 1, at(row, j - 1) + 1));
    }
    twoUp = above;
    above = row;
  }
  return at(above, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
