import { Type } from 'typebox';
import { VersionView } from './counties.ts';
import { Strict } from './shared.ts';

function filePart(description: string) {
  return Type.Unsafe<unknown>({ type: 'string', format: 'binary', description });
}

/** The parts of an import. Clients and the document see it; the parts themselves are checked as they stream in. */
export const ImportForm = Strict({
  name: Type.String({ minLength: 1, description: 'of the county' }),
  note: Type.Optional(Type.String({ description: 'on this version' })),
  profile: Type.Optional(Type.String({ default: 'rural-plain', description: 'speed profile' })),
  conditions: Type.Optional(
    Type.String({
      default: 'base,night,rain,snow',
      description: 'a network for each; or all',
      examples: ['base,night'],
    }),
  ),
  roads: filePart('.osm.pbf, at most 512 MiB'),
  boundary: Type.Optional(filePart('GeoJSON of the county, at most 64 MiB')),
  townships: Type.Optional(filePart('GeoJSON of the townships, at most 64 MiB')),
  stations: Type.Optional(filePart('.csv or .geojson, at most 64 MiB; or, as a text, OSM tags: amenity=police')),
  settlements: Type.Optional(
    filePart('.csv or .geojson, at most 64 MiB; or, as a text, OSM tags: place=village,hamlet'),
  ),
});

export const ImportedView = Strict({
  code: Type.String(),
  name: Type.String(),
  version: VersionView,
  notes: Type.Array(Type.String(), {
    description: 'what a reader of the version should know: places counted, left out, columns not used',
  }),
});
