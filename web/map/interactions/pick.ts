import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import { HEXAGON_FILL } from '../layers/hexagons.ts';
import { SETTLEMENT_DOT } from '../layers/settlements.ts';
import { STATION_ICON } from '../layers/stations.ts';
import type { Picked } from '../map-listeners.ts';

/** Pixels around the pointer within which a small thing counts as hit. */
const REACH = 6;

/** What lies at a pixel: the nearest station or settlement, else the hexagon. */
export function pickAt(map: MapLibreMap, point: Point): Picked | undefined {
  const nearest = nearestPlace(map, point);
  if (nearest) return nearest;
  const [cell] = map.queryRenderedFeatures(point, { layers: [HEXAGON_FILL] });
  return cell ? { kind: 'cell', cell: String(cell.properties['cell']) } : undefined;
}

function nearestPlace(map: MapLibreMap, { x, y }: Point): Picked | undefined {
  const found = map.queryRenderedFeatures(
    [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ],
    { layers: [STATION_ICON, SETTLEMENT_DOT] },
  );
  let nearest: Picked | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { geometry, properties, layer } of found) {
    if (geometry.type !== 'Point') continue;
    const pixel = map.project(geometry.coordinates as [number, number]);
    const distance = (pixel.x - x) ** 2 + (pixel.y - y) ** 2;
    if (distance >= least) continue;
    least = distance;
    nearest = { kind: layer.id === STATION_ICON ? 'station' : 'settlement', id: String(properties['id']) };
  }
  return nearest;
}
