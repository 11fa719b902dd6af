import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { SingleState } from '../feature-states.ts';
import { HEXAGON_TARGET } from '../layers/hexagons.ts';
import { SETTLEMENT_TARGET } from '../layers/settlements.ts';
import type { MapListeners, Picked } from '../map-listeners.ts';
import { pickAt } from './pick.ts';

/** Lights up what the pointer is over, once a frame at most, and tells of it and of the pointer's position. */
export function followPointer(map: MapLibreMap, { onPoint, onPointer }: MapListeners): void {
  const settlement = new SingleState(map, SETTLEMENT_TARGET, 'pointed');
  const cell = new SingleState(map, HEXAGON_TARGET, 'pointed');
  let frame = 0;
  let last: string | undefined;
  const show = (picked: Picked | undefined, x: number, y: number): void => {
    const key = picked && JSON.stringify(picked);
    if (key === last) return;
    last = key;
    settlement.give(picked?.kind === 'settlement' ? picked.id : undefined);
    cell.give(picked?.kind === 'cell' ? picked.cell : undefined);
    map.getCanvas().style.cursor = picked && picked.kind !== 'cell' ? 'pointer' : 'crosshair';
    const { clientWidth, clientHeight } = map.getCanvas();
    onPoint(picked && { picked, x, y, isRight: x > clientWidth / 2, isLow: y > clientHeight / 2 });
  };
  map.on('mousemove', ({ point, lngLat }: MapMouseEvent) => {
    onPointer([lngLat.lng, lngLat.lat]);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => show(map.isMoving() ? undefined : pickAt(map, point), point.x, point.y));
  });
  map.on('mouseout', () => {
    cancelAnimationFrame(frame);
    show(undefined, 0, 0);
    onPointer(undefined);
  });
  map.on('remove', () => cancelAnimationFrame(frame));
}
