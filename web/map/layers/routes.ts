import type { ExpressionSpecification, GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { Coord } from '../../api/answers.ts';
import { ROUTE_COLOURS } from '../colours.ts';
import { LABEL_FONT } from '../label-font.ts';
import { type MapPart, NO_FEATURES, setShown } from '../map-part.ts';
import type { DrawnRoute, DrawnScene } from '../map-scene.ts';

const SOURCE = 'routes';
const CALL_SOURCE = 'call';
const COLOUR: ExpressionSpecification = [
  'match',
  ['get', 'role'],
  'first',
  ROUTE_COLOURS.first,
  'other',
  ROUTE_COLOURS.other,
  ROUTE_COLOURS.support,
];
/** The first response is drawn thinner, above the support, so that both show where they share a road. */
const WIDTH: ExpressionSpecification = ['match', ['get', 'role'], 'first', 2.6, 'other', 3.2, 5];

const LAYERS: readonly LayerSpecification[] = [
  line('route-halo', 'road', { 'line-color': '#ffffff', 'line-width': ['+', WIDTH, 4], 'line-opacity': 0.9 }),
  line('route-line', 'road', { 'line-color': COLOUR, 'line-width': WIDTH }),
  line('route-estimated-halo', 'estimated', { 'line-color': '#ffffff', 'line-width': 6, 'line-opacity': 0.9 }),
  line('route-estimated', 'estimated', {
    'line-color': COLOUR,
    'line-width': 2.6,
    'line-dasharray': [1.6, 1.4],
  }),
  {
    id: 'call-point',
    type: 'symbol',
    source: CALL_SOURCE,
    layout: { 'icon-image': 'call-point', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  },
];

const NAMES: readonly LayerSpecification[] = [
  {
    id: 'route-estimated-word',
    type: 'symbol',
    source: SOURCE,
    minzoom: 12,
    filter: ['==', ['get', 'part'], 'estimated'],
    layout: {
      visibility: 'none',
      'symbol-placement': 'line-center',
      'text-field': ['get', 'word'],
      'text-font': LABEL_FONT,
      'text-size': 11,
      'text-rotation-alignment': 'viewport',
      'text-offset': [0, -0.9],
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': '#123f8c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
  },
];

/** The drives of the selection: along the road solid, the estimated legs at their ends dashed and so called; the place of a call. */
export const routes: MapPart = {
  sources: () => ({ [SOURCE]: NO_FEATURES, [CALL_SOURCE]: NO_FEATURES }),
  layers: LAYERS,
  labels: NAMES,
  start: (map) => (scene, before) => {
    setShown(map, NAMES, scene.font !== 'none');
    if (scene.routes !== before?.routes || scene.estimatedWord !== before.estimatedWord) {
      const features = scene.routes.flatMap((drawn) => featuresOf(drawn, scene));
      map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
    }
    if (scene.callAt !== before?.callAt) {
      const features = scene.callAt ? [pointFeature(scene.callAt)] : [];
      map.getSource<GeoJSONSource>(CALL_SOURCE)?.setData({ type: 'FeatureCollection', features });
    }
  },
};

function featuresOf({ role, route }: DrawnRoute, { estimatedWord }: DrawnScene): GeoJSON.Feature[] {
  const parts = [
    { part: 'road', coords: route.line },
    { part: 'estimated', coords: route.access },
    { part: 'estimated', coords: route.egress },
  ];
  return parts
    .filter(({ coords }) => coords.length > 1)
    .map(({ part, coords }) => ({
      type: 'Feature',
      properties: { role, part, word: estimatedWord },
      geometry: { type: 'LineString', coordinates: coords.map((coord) => [...coord]) },
    }));
}

function pointFeature(coord: Coord): GeoJSON.Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...coord] } };
}

type LinePaint = Extract<LayerSpecification, { type: 'line' }>['paint'];

function line(id: string, part: 'road' | 'estimated', paint: NonNullable<LinePaint>): LayerSpecification {
  return {
    id,
    type: 'line',
    source: SOURCE,
    filter: ['==', ['get', 'part'], part],
    layout: {
      'line-join': 'round',
      'line-cap': part === 'road' ? 'round' : 'butt',
      'line-sort-key': ['match', ['get', 'role'], 'first', 2, 'other', 1, 0],
    },
    paint,
  };
}
