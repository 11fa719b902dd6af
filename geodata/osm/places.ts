import type { LonLat } from '../units.ts';
import { type AreaShape, readAreaShapes } from './area-shapes.ts';
import type { Inflate, OpenByteStream, Tags } from './elements.ts';
import { areaCentroid } from './rings.ts';
import type { TagFilter } from './tag-filter.ts';

/** Something with one position: a village, a police station, a camera. Degrees. */
export interface OsmPlace {
  readonly osmType: 'node' | 'way' | 'relation';
  readonly osmId: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags: Tags;
}

/**
 * The places that match each of the named filters, sorted by type (node, way, relation) and id.
 * A node stands where it is; a closed way or multipolygon relation at the area-weighted centroid of
 * its polygons, which for a crescent lies outside it. Where the outline is not whole in the file,
 * the mean of the points that are there is taken, and with no point at all the place is left out.
 * Open ways and other relations are not places; a way that is part of a matching relation is
 * counted once, as the relation. Errors as readOsm; at most two passes.
 */
export async function readPlaces<Name extends string>(
  open: OpenByteStream,
  inflate: Inflate,
  filters: Readonly<Record<Name, TagFilter>>,
): Promise<Record<Name, OsmPlace[]>> {
  const names = Object.keys(filters) as Name[];
  const filter: TagFilter = (tags) => names.some((name) => filters[name](tags));
  const places: OsmPlace[] = [];
  const shapes = await readAreaShapes(open, inflate, {
    filter,
    relationTypes: ['multipolygon'],
    node(osmId, lonE7, latE7, tags) {
      if (tags !== undefined && filter(tags))
        places.push({ osmType: 'node', osmId, lon: lonE7 / 1e7, lat: latE7 / 1e7, tags });
    },
  });
  places.sort((a, b) => a.osmId - b.osmId);
  for (const shape of shapes) {
    const point = pointOf(shape);
    if (point !== undefined)
      places.push({ osmType: shape.osmType, osmId: shape.osmId, lon: point[0], lat: point[1], tags: shape.tags });
  }
  const entries = names.map((name) => [name, places.filter(({ tags }) => filters[name](tags))]);
  return Object.fromEntries(entries) as Record<Name, OsmPlace[]>;
}

function pointOf({ polygons, points }: AreaShape): LonLat | undefined {
  const centroid = areaCentroid(polygons);
  if (centroid !== undefined || points.length === 0) return centroid;
  const lonSum = points.reduce((sum, [lon]) => sum + lon, 0);
  const latSum = points.reduce((sum, [, lat]) => sum + lat, 0);
  return [lonSum / points.length, latSum / points.length];
}
