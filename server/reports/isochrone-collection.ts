import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { Isochrone } from '../../geodata/catchment/isochrone.ts';
import type { LonLat } from '../../geodata/units.ts';

/** One feature for each number of minutes, in the order asked. An isochrone without ground has no geometry. */
export function isochroneCollection(
  origin: LonLat,
  networkHash: string,
  rings: readonly Isochrone[],
): FeatureCollection<MultiPolygon | null> {
  return {
    type: 'FeatureCollection',
    features: rings.map(({ minutes, polygons, areaSquareMetres }) => ({
      type: 'Feature',
      properties: { minutes, areaSquareKilometres: squareKilometres(areaSquareMetres), origin, networkHash },
      geometry: polygons.length === 0 ? null : multiPolygon(polygons),
    })),
  };
}

/** To a hundredth. */
export function squareKilometres(squareMetres: number): number {
  return Math.round(squareMetres / 1e4) / 100;
}

function multiPolygon(polygons: Isochrone['polygons']): MultiPolygon {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
  return { type: 'MultiPolygon', coordinates };
}
