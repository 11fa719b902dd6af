import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { CompoundPoint } from '../../api/coverage.ts';
import { BOLD_LABEL_FONT } from '../label-font.ts';
import { type MapPart, NO_FEATURES, setShown } from '../map-part.ts';

const SOURCE = 'compounds';
/** From here on compounds stand apart; under a measure of video they are shown at any zoom. */
const NEAR_ZOOM = 11.5;
const COMPOUND_ICON = 'compound-icon';

const ICONS: readonly LayerSpecification[] = [
  {
    id: COMPOUND_ICON,
    type: 'symbol',
    source: SOURCE,
    layout: {
      'icon-image': ['concat', 'compound-', ['get', 'state']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.55, 12, 0.85, 15, 1.25],
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
  },
];

const NAMES: readonly LayerSpecification[] = [
  {
    id: 'compound-name',
    type: 'symbol',
    source: SOURCE,
    minzoom: 14,
    layout: {
      visibility: 'none',
      'text-field': ['get', 'name'],
      'text-font': BOLD_LABEL_FONT,
      'text-size': 11,
      'text-anchor': 'top',
      'text-offset': [0, 0.7],
      'text-max-width': 8,
    },
    paint: { 'text-color': '#2f3a45', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
  },
];

/** Residential compounds by the state of their video system: a shape for each state. Devices are never shown. */
export const compounds: MapPart = {
  sources: () => ({ [SOURCE]: NO_FEATURES }),
  layers: ICONS,
  labels: NAMES,
  start: (map) => (scene, before) => {
    const { shown } = scene.layers;
    setShown(map, ICONS, shown.compounds);
    setShown(map, NAMES, shown.compounds && shown.labels && scene.font === 'all');
    if (scene.measure !== before?.measure) {
      const isVideo = scene.measure === 'equipped' || scene.measure === 'networked';
      map.setLayerZoomRange(COMPOUND_ICON, isVideo ? 0 : NEAR_ZOOM, 24);
    }
    if (scene.compounds === before?.compounds) return;
    const features = scene.compounds.map(feature);
    map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  },
};

function feature({ id, name, state, coord }: CompoundPoint): GeoJSON.Feature {
  return {
    type: 'Feature',
    properties: { id, name, state },
    geometry: { type: 'Point', coordinates: [...coord] },
  };
}
