import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { Coord } from '../../api/answers.ts';
import type { DeliveryPreview } from '../../api/deliveries.ts';
import { type MapPart, NO_FEATURES } from '../map-part.ts';

const MARK = 'mark';
const PREVIEW = 'preview';

/** Positions of a delivery: hollow amber as the file says, solid blue where the evidence would put them. */
export const PREVIEW_COLOURS = { claimed: '#b35900', suggested: '#123f8c' } as const;

const LAYERS: readonly LayerSpecification[] = [
  {
    id: 'preview-shift',
    type: 'line',
    source: PREVIEW,
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': PREVIEW_COLOURS.suggested, 'line-width': 1.2, 'line-dasharray': [2, 1.5] },
  },
  {
    id: 'preview-claimed',
    type: 'circle',
    source: PREVIEW,
    filter: ['==', ['get', 'position'], 'claimed'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 2.5, 13, 6],
      'circle-color': 'rgba(255,255,255,0.6)',
      'circle-stroke-color': PREVIEW_COLOURS.claimed,
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 8, 1.2, 13, 2.4],
    },
  },
  {
    id: 'preview-suggested',
    type: 'circle',
    source: PREVIEW,
    filter: ['==', ['get', 'position'], 'suggested'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 2, 13, 5],
      'circle-color': PREVIEW_COLOURS.suggested,
    },
  },
  {
    id: 'mark-ring',
    type: 'circle',
    source: MARK,
    paint: {
      'circle-radius': 17,
      'circle-color': 'rgba(255,255,255,0)',
      'circle-stroke-color': '#b3186d',
      'circle-stroke-width': 3,
    },
  },
];

/** The place that a list points at, and positions of a delivery before and after. */
export const marks: MapPart = {
  sources: () => ({ [PREVIEW]: NO_FEATURES, [MARK]: NO_FEATURES }),
  layers: LAYERS,
  labels: [],
  start: (map) => (scene, before) => {
    const send = (source: string, features: GeoJSON.Feature[]): void =>
      map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features }) as undefined;
    if (scene.preview !== before?.preview) send(PREVIEW, previewFeatures(scene.preview));
    if (scene.marked !== before?.marked) send(MARK, scene.marked ? [pointOf(scene.marked)] : []);
  },
};

/** The points, and between the two of a row a line. */
function previewFeatures(preview: DeliveryPreview | undefined): GeoJSON.Feature[] {
  const claimed = new Map<string, readonly number[]>();
  return (preview?.features ?? []).flatMap(({ geometry, properties }): GeoJSON.Feature[] => {
    if (!geometry) return [];
    const key = `${properties.file} ${properties.sheet ?? ''} ${properties.row}`;
    const coordinates = [...geometry.coordinates];
    const point: GeoJSON.Feature = { type: 'Feature', properties, geometry: { type: 'Point', coordinates } };
    const from = claimed.get(key);
    if (properties.position === 'claimed') claimed.set(key, coordinates);
    if (properties.position === 'claimed' || !from) return [point];
    const line: GeoJSON.LineString = { type: 'LineString', coordinates: [[...from], coordinates] };
    return [point, { type: 'Feature', properties: {}, geometry: line }];
  });
}

function pointOf(coord: Coord): GeoJSON.Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...coord] } };
}
