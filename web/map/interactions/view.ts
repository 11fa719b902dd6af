import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapListeners } from '../map-listeners.ts';

/** Tells where the map looks, whenever it has come to rest. */
export function tellView(map: MapLibreMap, { onView }: MapListeners): void {
  const tell = (): void => {
    const { lng, lat } = map.getCenter();
    const bounds = map.getBounds();
    onView({ zoom: map.getZoom(), lon: lng, lat }, [
      bounds.getWest(),
      bounds.getSouth(),
      bounds.getEast(),
      bounds.getNorth(),
    ]);
  };
  map.on('moveend', tell);
  map.once('load', tell);
}
