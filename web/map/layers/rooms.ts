import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { RoomView } from '../../api/answers.ts';
import { BOLD_LABEL_FONT } from '../label-font.ts';
import { type MapPart, NO_FEATURES, setShown } from '../map-part.ts';
import { roomIcon, roomShape } from '../room-shape.ts';

const SOURCE = 'rooms';
/** From here on rooms stand apart from the settlements they are in. */
const NEAR_ZOOM = 10.5;

const ICONS: readonly LayerSpecification[] = [
  {
    id: 'room-icon',
    type: 'symbol',
    source: SOURCE,
    minzoom: NEAR_ZOOM,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.7, 12, 0.95, 15, 1.25],
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
  },
];

const NAMES: readonly LayerSpecification[] = [
  {
    id: 'room-name',
    type: 'symbol',
    source: SOURCE,
    minzoom: 13.5,
    layout: {
      visibility: 'none',
      'text-field': ['get', 'name'],
      'text-font': BOLD_LABEL_FONT,
      'text-size': 11,
      'text-anchor': 'top',
      'text-offset': [0, 0.8],
      'text-max-width': 9,
    },
    paint: { 'text-color': '#43215f', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
  },
];

/** Police rooms whose place is known: a symbol by kind, one open round the clock told apart by a clock. */
export const rooms: MapPart = {
  sources: () => ({ [SOURCE]: NO_FEATURES }),
  layers: ICONS,
  labels: NAMES,
  start: (map) => (scene, before) => {
    const { shown } = scene.layers;
    setShown(map, ICONS, shown.rooms);
    setShown(map, NAMES, shown.rooms && shown.labels && scene.font === 'all');
    if (scene.rooms === before?.rooms) return;
    const features = scene.rooms.flatMap(featuresOf);
    map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  },
};

function featuresOf({ id, name, kinds, coord }: RoomView): GeoJSON.Feature[] {
  if (!coord) return [];
  const properties = { id, name, icon: roomIcon(roomShape(kinds)) };
  return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...coord] } }];
}
