import { groupBy } from './group-by.ts';
import { type NearReason, nearness } from './nearness.ts';

/** Rows of one list that may be one village, by their codes or ids. */
export interface Duplicates {
  /** Same normalised name and same township, or one id. */
  readonly same: readonly (readonly string[])[];
  /** Same township and near names. */
  readonly near: readonly { readonly ids: readonly [string, string]; readonly reason: NearReason }[];
}

/** What it takes to compare rows. */
export interface ComparedNames<Row> {
  readonly nameOf: (row: Row) => string;
  readonly townshipOf: (township: string) => string;
}

/** Reasons worth a report within one township: 李岗 and 大李岗 are two villages more often than one. */
const REPORTED: ReadonlySet<NearReason> = new Set(['family-infix', 'interchangeable-character']);

/**
 * The duplicates of a list. Rows without township are compared among themselves.
 * @param rows in order, which the answer keeps
 * @param idOf code of a unit, id of a place
 */
export function findDuplicates<Row extends { readonly township?: string }>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  names: ComparedNames<Row>,
): Duplicates {
  const named = rows.filter((row) => names.nameOf(row) !== '');
  const townships = groupBy(named, ({ township }) => (township === undefined ? '' : names.townshipOf(township)));
  const ofTownship = [...townships.values()].map((group) => withNearNames(group, idOf, names));
  return {
    same: [...groupBy(rows, idOf).values(), ...ofTownship.flatMap(({ same }) => same)]
      .filter(({ length }) => length > 1)
      .map((group) => group.map(idOf)),
    near: ofTownship.flatMap(({ near }) => near),
  };
}

/** The rows of one township, by name; and the pairs of near names. */
function withNearNames<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  names: ComparedNames<Row>,
): { readonly same: readonly Row[][]; readonly near: Duplicates['near'] } {
  const near = rows.flatMap((row, index) =>
    rows.slice(index + 1).flatMap((other) => {
      const reason = nearness(names.nameOf(row), names.nameOf(other))?.reason;
      return reason && REPORTED.has(reason) ? [{ ids: [idOf(row), idOf(other)] as const, reason }] : [];
    }),
  );
  return { same: [...groupBy(rows, (row) => names.nameOf(row)).values()], near };
}
