import type { Station } from '../../geodata/catchment/places.ts';

/** The ids that a text may mean: the station of that id, else all of that name. */
export function stationIds(stations: readonly Station[]): (given: string) => readonly string[] {
  const ids = new Set(stations.map(({ id }) => id));
  const byName = new Map<string, string[]>();
  for (const { id, name } of stations) byName.set(name, [...(byName.get(name) ?? []), id]);
  return (given) => (ids.has(given) ? [given] : (byName.get(given) ?? []));
}
