import { pointPosition } from '../../geodata/hexgrid/point-in-polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { AreaFeature } from '../files/read-areas.ts';

/**
 * The first of some areas that a point lies in, its edge included; undefined where it lies in none: of two townships
 * that share a border a point never falls between.
 */
export function areaAt(areas: readonly AreaFeature[], coord: LonLat): AreaFeature | undefined {
  return areas.find(({ polygons }) => pointPosition(polygons, coord) !== 'outside');
}
