import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { LABEL_FONT } from '../label-font.ts';
import { type MapPart, setShown, tileSource } from '../map-part.ts';

/** Roads by administrative rank, from the least: classes, colour, casing, widths at zoom 8, 11, 14, 17. */
interface RoadRank {
  readonly id: string;
  readonly classes: readonly string[];
  readonly colour: string;
  readonly casing: string;
  readonly widths: readonly [number, number, number, number];
  readonly minzoom: number;
}

/** The ranks that the legend shows, from the least. */
export const ROAD_RANKS: readonly RoadRank[] = [
  rank('track', ['track', 'service', 'other'], '#ffffff', '#d9d5cc', [0, 0.3, 1.4, 5], 12.5),
  rank('unclassified', ['unclassified', 'residential', 'living_street'], '#ffffff', '#cbc6ba', [0.2, 0.6, 2.4, 8], 9.5),
  rank('tertiary', ['tertiary', 'tertiary_link'], '#fffdf4', '#b9b2a3', [0.4, 1.1, 3.4, 11], 8),
  rank('secondary', ['secondary', 'secondary_link'], '#fdf1c4', '#b3a27a', [0.8, 1.8, 4.6, 13], 0),
  rank('primary', ['primary', 'primary_link'], '#fbdc8c', '#b08f4a', [1.1, 2.3, 5.4, 15], 0),
  rank('trunk', ['trunk', 'trunk_link'], '#f6bf72', '#a9793a', [1.4, 2.7, 6.2, 16], 0),
  rank('motorway', ['motorway', 'motorway_link'], '#e79a63', '#99592f', [1.7, 3.2, 7, 18], 0),
];

const SOURCE = 'roads';
const LINES: readonly LayerSpecification[] = [
  ...ROAD_RANKS.map((road) => lineLayer(road, 'casing')),
  ...ROAD_RANKS.map((road) => lineLayer(road, 'fill')),
];

const NAMES: readonly LayerSpecification[] = [
  {
    id: 'road-name',
    type: 'symbol',
    source: SOURCE,
    'source-layer': 'roads',
    minzoom: 12.5,
    filter: ['has', 'name'],
    layout: {
      visibility: 'none',
      'symbol-placement': 'line',
      'symbol-spacing': 320,
      'text-field': ['get', 'name'],
      'text-font': LABEL_FONT,
      'text-size': 12,
      'text-letter-spacing': 0.1,
      'text-padding': 4,
    },
    paint: { 'text-color': '#5f5747', 'text-halo-color': 'rgba(255,255,255,0.9)', 'text-halo-width': 1.5 },
  },
  {
    id: 'road-ref',
    type: 'symbol',
    source: SOURCE,
    'source-layer': 'roads',
    minzoom: 9,
    filter: [
      'all',
      ['has', 'ref'],
      [
        'any',
        ['match', ['get', 'class'], ['motorway', 'trunk', 'primary'], true, false],
        ['all', ['>=', ['zoom'], 11.5], ['==', ['get', 'class'], 'secondary']],
        ['>=', ['zoom'], 13],
      ],
    ],
    layout: {
      visibility: 'none',
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'ref'],
      'text-font': LABEL_FONT,
      'text-size': 10.5,
      'text-rotation-alignment': 'viewport',
      'icon-rotation-alignment': 'viewport',
      'icon-image': 'ref-plate',
      'icon-text-fit': 'both',
      'text-padding': 12,
    },
    paint: { 'text-color': '#5c4a2a' },
  },
];

/** Roads by class with their casing; names and numbers along them. */
export const roads: MapPart = {
  sources: (tiles) => ({ [SOURCE]: tileSource('roads', tiles) }),
  layers: LINES,
  labels: NAMES,
  start: (map) => (scene) => {
    const { shown } = scene.layers;
    setShown(map, LINES, shown.roads);
    setShown(map, NAMES, shown.roads && shown.labels && scene.font === 'all');
  },
};

function rank(
  id: string,
  classes: readonly string[],
  colour: string,
  casing: string,
  widths: RoadRank['widths'],
  minzoom: number,
): RoadRank {
  return { id, classes, colour, casing, widths, minzoom };
}

function lineLayer(
  { id, classes, colour, casing, widths, minzoom }: RoadRank,
  part: 'casing' | 'fill',
): LayerSpecification {
  const extra = part === 'casing' ? [0.5, 1, 1.6, 2.4] : [0, 0, 0, 0];
  const stops = [8, 11, 14, 17].flatMap((zoom, at) => [zoom, (widths[at] ?? 0) + (extra[at] ?? 0)]);
  const width = ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as unknown as ExpressionSpecification;
  return {
    id: `road-${id}-${part}`,
    type: 'line',
    source: SOURCE,
    'source-layer': 'roads',
    minzoom,
    filter: ['match', ['get', 'class'], [...classes], true, false],
    layout: { 'line-cap': part === 'casing' ? 'butt' : 'round', 'line-join': 'round' },
    paint: { 'line-color': part === 'casing' ? casing : colour, 'line-width': width },
  };
}
