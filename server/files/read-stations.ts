import type { Station } from '../../geodata/catchment/places.ts';
import { STATION_COLUMNS, STATION_KINDS } from './place-columns.ts';
import { readPlaces, type TableListener } from './place-table.ts';

/**
 * Reads police stations from a CSV table (the template 派出所 of DOMAIN.md section 4, or the English
 * headers) or from a GeoJSON FeatureCollection of Points, in WGS 84 or CGCS2000. A station is rural
 * where nothing is said. All or nothing: throws one `input-invalid` with every problem of the file.
 */
export function readStations(path: string, onTable?: TableListener): Promise<Station[]> {
  return readPlaces(path, {
    synonyms: STATION_COLUMNS,
    onTable,
    build: (base, fields): Station => ({
      ...base,
      kind: fields.word('kind', STATION_KINDS) ?? 'rural',
      township: fields.text('township'),
      officers: fields.count('officers'),
      auxiliaries: fields.count('auxiliaries'),
    }),
  });
}
