import type { Db } from '../../../../server/db/db.ts';

/** A store that a whole test file shares, its schema up to date. Tests keep apart by the codes of their counties. */
export type StoreUnderTest = () => Db;

let lastCode = 100_000;

/** A county code that no other test of this file uses. */
export function newCountyCode(): string {
  lastCode++;
  return String(lastCode);
}
