import type { LonLat } from '../units.ts';
import { readAreaShapes } from './area-shapes.ts';
import type { Inflate, OpenByteStream, Tags } from './elements.ts';
import type { TagFilter } from './tag-filter.ts';

export interface OsmArea {
  readonly osmType: 'way' | 'relation';
  readonly osmId: number;
  readonly tags: Tags;
  /** Coordinates of a GeoJSON MultiPolygon, degrees: rings closed, outer first and counterclockwise, holes clockwise. */
  readonly polygons: LonLat[][][];
}

/** An area that matches but cannot be drawn whole. */
export interface IncompleteArea {
  readonly osmType: 'way' | 'relation';
  readonly osmId: number;
  /** Its `name` tag, or an empty text. */
  readonly name: string;
  readonly reason: string;
}

/** Sorted by type, ways first, and id. */
export interface OsmAreas {
  readonly areas: OsmArea[];
  readonly incomplete: IncompleteArea[];
}

/**
 * The closed ways and the multipolygon and boundary relations that match, as polygons. Outer rings
 * and holes are told apart by containment, not by role. An area of which a way or node is missing
 * from the file, or whose rings do not close, is listed and not drawn, as half a county would be
 * taken for a whole one. Crossing rings are not noticed. Errors as readOsm; at most two passes.
 */
export async function readAreas(open: OpenByteStream, inflate: Inflate, filter: TagFilter): Promise<OsmAreas> {
  const shapes = await readAreaShapes(open, inflate, { filter, relationTypes: ['multipolygon', 'boundary'] });
  const areas: OsmArea[] = [];
  const incomplete: IncompleteArea[] = [];
  for (const { osmType, osmId, tags, polygons, problem } of shapes) {
    if (problem !== undefined) incomplete.push({ osmType, osmId, name: tags.name ?? '', reason: problem });
    else areas.push({ osmType, osmId, tags, polygons: polygons.map((polygon) => polygon.map((ring) => [...ring])) });
  }
  return { areas, incomplete };
}
