import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import { HEXAGON_FILL } from '../layers/hexagons.ts';
import { SETTLEMENT_DOT } from '../layers/settlements.ts';
import { STATION_ICON } from '../layers/stations.ts';
import type { Picked } from '../map-listeners.ts';

/** Pixels around the pointer within which a small thing counts as hit. */
const REACH = 6;

/** What lies at a pixel: a station before a settlement before a hexagon; of several of a kind, the nearest. */
export function pickAt(map: MapLibreMap, point: Point): Picked | undefined {
  const station = nearestId(map, point, STATION_ICON);
  if (station !== undefined) return { kind: 'station', id: station };
  const settlement = nearestId(map, point, SETTLEMENT_DOT);
  if (settlement !== undefined) return { kind: 'settlement', id: settlement };
  const [cell] = map.queryRenderedFeatures(point, { layers: [HEXAGON_FILL] });
  return cell ? { kind: 'cell', cell: String(cell.properties['cell']) } : undefined;
}

function nearestId(map: MapLibreMap, { x, y }: Point, layer: string): string | undefined {
  const found = map.queryRenderedFeatures(
    [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ],
    { layers: [layer] },
  );
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { geometry, properties } of found) {
    if (geometry.type !== 'Point') continue;
    const pixel = map.project(geometry.coordinates as [number, number]);
    const distance = (pixel.x - x) ** 2 + (pixel.y - y) ** 2;
    if (distance >= least) continue;
    least = distance;
    nearest = String(properties['id']);
  }
  return nearest;
}
