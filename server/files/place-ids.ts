/**
 * Ids for rows that may lack one: the row's own where given, else its name where no other row has
 * that name or id, else `row-N`. The same file always gives the same ids, and adding a row at the
 * end changes none but those of rows that now share its name.
 */
export function assignIds(rows: readonly { row: number; id: string | undefined; name: string }[]): string[] {
  const taken = new Set(rows.map(({ id }) => id));
  const nameCounts = new Map<string, number>();
  for (const { name } of rows) nameCounts.set(name, (nameCounts.get(name) ?? 0) + 1);
  return rows.map(({ row, id, name }) => {
    if (id !== undefined) return id;
    return name !== '' && nameCounts.get(name) === 1 && !taken.has(name) ? name : `row-${row}`;
  });
}

/** Positions of the rows whose id an earlier row already has. */
export function repeatedIds(ids: readonly string[]): number[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [index];
    seen.add(id);
    return [];
  });
}

/** Whether a spreadsheet has turned a code into a rounded number: 371622001001 into 3.71622E+11 (DOMAIN.md section 4). */
export function isRoundedId(id: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(id);
}
