import { GeodataError } from '../../geodata/errors.ts';

const MEBIBYTE = 1 << 20;

/** What a delivery may hold, in bytes and in files. Roads lie in a file, tables in memory. */
export const DELIVERY_LIMITS = {
  files: 64,
  tableBytes: 64 * MEBIBYTE,
  tablesBytes: 256 * MEBIBYTE,
  roadsBytes: 512 * MEBIBYTE,
} as const;

/** Whether a file of a delivery holds roads: by its name, as in the check. */
export function isRoadsFile(name: string): boolean {
  return /\.pbf$/i.test(name);
}

/** Bytes that a file may have where `tables` bytes of other tables are there already. */
export function bytesAllowed(name: string, tables: number): number {
  const { tableBytes, tablesBytes, roadsBytes } = DELIVERY_LIMITS;
  return isRoadsFile(name) ? roadsBytes : Math.min(tableBytes, tablesBytes - tables);
}

/** The error of a file that is too large. Throw what it returns. */
export function fileTooLarge(file: string, actual: number, limit: number): GeodataError {
  return new GeodataError('limit-exceeded', `${file} has ${actual} bytes or more, at most ${limit} are taken.`, {
    ...{ file, actual, limit },
  });
}
