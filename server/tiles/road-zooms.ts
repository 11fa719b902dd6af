import { ROAD_CLASSES, type RoadClass } from '../../geodata/roads/road-class.ts';

/**
 * From which zoom on a class of road is drawn: what leads from county to county always, then roads between towns, then
 * between villages. A link comes with its road. From 12 on, where a tile is some 8 km wide at 32 N, all are drawn.
 */
const LEAST_ZOOM: Readonly<Record<RoadClass, number>> = {
  motorway: 0,
  motorway_link: 0,
  trunk: 0,
  trunk_link: 0,
  primary: 0,
  primary_link: 0,
  secondary: 9,
  secondary_link: 9,
  tertiary: 10,
  tertiary_link: 10,
  unclassified: 11,
  residential: 12,
  living_street: 12,
  service: 12,
  track: 12,
  other: 12,
  ferry: 12,
  shuttle_train: 12,
};

/** The classes of road that a tile of a zoom shows. */
export function roadClassesAt(z: number): RoadClass[] {
  return ROAD_CLASSES.filter((roadClass) => z >= LEAST_ZOOM[roadClass]);
}
