import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapListeners } from '../map-listeners.ts';
import { pickAt } from './pick.ts';

/** A click chooses what it hits; Enter, with the map in focus, asks about the ground at its centre. */
export function chooseByClick(map: MapLibreMap, { onPick }: MapListeners): void {
  map.on('click', ({ point, lngLat }) => {
    onPick(pickAt(map, point), [lngLat.lng, lngLat.lat]);
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const { lng, lat } = map.getCenter();
    onPick(undefined, [lng, lat]);
  });
}
