import type { Metres } from '../../geodata/units.ts';
import type { Queryable } from './db.ts';
import { adjacentTownships, listTownshipOfStations } from './townships.ts';

/**
 * Pairs of indexes, ascending, of stations whose jurisdictions 辖区 adjoin, for `adjacencyOf` of geodata: a
 * station's jurisdiction is the township it stands in, and stations of one township adjoin each other. A station
 * that stands in no township adjoins none.
 */
export async function adjacentJurisdictions(
  db: Queryable,
  versionId: number,
  toleranceMetres?: Metres,
): Promise<[number, number][]> {
  const townshipOf = await listTownshipOfStations(db, versionId);
  const borders = new Set<string>();
  for (const [a, b] of await adjacentTownships(db, versionId, toleranceMetres))
    borders.add(pairKey(a, b)).add(pairKey(b, a));
  return townshipOf.flatMap((a, i) =>
    townshipOf.flatMap((b, j): [number, number][] =>
      i < j && a !== null && b !== null && (a === b || borders.has(pairKey(a, b))) ? [[i, j]] : [],
    ),
  );
}

function pairKey(a: string, b: string): string {
  return JSON.stringify([a, b]);
}
