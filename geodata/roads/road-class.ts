/**
 * Road classes in the order of their rank, as the network stores them: the position in this list is
 * the stored code, so append only. The names are those of the OSM `highway` key; `ferry` and
 * `shuttle_train` come from `route`; `other` is everything opened only by an access tag.
 */
export const ROAD_CLASSES = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'track',
  'other',
  'ferry',
  'shuttle_train',
] as const;

export type RoadClass = (typeof ROAD_CLASSES)[number];
