/** The order of ids and names: by code unit, so that it is the same everywhere. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
