import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { OSM_PLACE_KINDS, SETTLEMENT_COLUMNS, SETTLEMENT_KINDS } from './place-columns.ts';
import type { FieldReader } from './place-fields.ts';
import { readPlaces, type TableListener } from './place-table.ts';

/**
 * Reads settlements from a CSV table (the templates 村(社区) and 自然村/居民点 of DOMAIN.md section 4, or
 * the English headers) or from a GeoJSON FeatureCollection of Points, in WGS 84 or CGCS2000. An OSM
 * place without a name is called by its id: in a road file that is a gap in the map, not a mistake.
 *
 * `stations` turns 所属派出所 into an id: it may hold the id or the name of one of them, and anything
 * else is a problem. Without them the text is handed on as it stands.
 *
 * All or nothing: throws one `input-invalid` with every problem of the file.
 */
export function readSettlements(
  path: string,
  stations?: readonly Station[],
  onTable?: TableListener,
): Promise<Settlement[]> {
  const lookUp = stations && stationLookUp(stations);
  return readPlaces(path, {
    synonyms: SETTLEMENT_COLUMNS,
    onTable,
    fallbackName: (fields) => (fields.text('place') === undefined ? undefined : fields.text('id')),
    build: (base, fields): Settlement => ({
      ...base,
      kind: kindOf(fields),
      township: fields.text('township'),
      stationId: lookUp ? stationIdOf(fields, lookUp) : fields.text('station'),
      households: fields.count('households'),
      population: fields.count('population'),
    }),
  });
}

type SettlementFields = FieldReader<keyof typeof SETTLEMENT_COLUMNS>;

/** A table that names each row's administrative village is the one of natural villages; it has no column of kinds. */
function kindOf(fields: SettlementFields): Settlement['kind'] {
  const unstated = fields.has('village') ? 'natural' : 'administrative';
  return fields.word('kind', SETTLEMENT_KINDS) ?? fields.word('place', OSM_PLACE_KINDS) ?? unstated;
}

interface StationLookUp {
  readonly ids: ReadonlySet<string>;
  /** Name -> ids of all stations so called. */
  readonly idsByName: ReadonlyMap<string, readonly string[]>;
}

function stationLookUp(stations: readonly Station[]): StationLookUp {
  const idsByName = new Map<string, string[]>();
  for (const { id, name } of stations) idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
  return { ids: new Set(stations.map(({ id }) => id)), idsByName };
}

function stationIdOf(fields: SettlementFields, { ids, idsByName }: StationLookUp): string | undefined {
  const text = fields.text('station');
  if (text === undefined || ids.has(text)) return text;
  const [id, ...others] = idsByName.get(text) ?? [];
  if (id === undefined) fields.report('station', 'station-unknown');
  else if (others.length > 0) fields.report('station', 'station-ambiguous');
  return id;
}
