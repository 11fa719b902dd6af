import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { BOLD_LABEL_FONT } from '../label-font.ts';
import { type MapPart, setShown, tileSource } from '../map-part.ts';

const SOURCE = 'areas';
const TOWNSHIP: FilterSpecification = ['==', ['get', 'kind'], 'township'];
const COUNTY: FilterSpecification = ['==', ['get', 'kind'], 'county'];

const LAND: LayerSpecification = {
  id: 'county-land',
  type: 'fill',
  source: SOURCE,
  'source-layer': 'areas',
  filter: COUNTY,
  paint: { 'fill-color': '#fcfbf7' },
};

const BORDERS: readonly LayerSpecification[] = [
  {
    id: 'township-border',
    type: 'line',
    source: SOURCE,
    'source-layer': 'areas',
    filter: TOWNSHIP,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': '#8d93a3',
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 13, 1.4],
      'line-dasharray': [4, 2, 1, 2],
    },
  },
];

const COUNTY_BORDER: readonly LayerSpecification[] = [
  {
    id: 'county-border-halo',
    type: 'line',
    source: SOURCE,
    'source-layer': 'areas',
    filter: COUNTY,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#b9a9c9', 'line-opacity': 0.45, 'line-width': 6 },
  },
  {
    id: 'county-border',
    type: 'line',
    source: SOURCE,
    'source-layer': 'areas',
    filter: COUNTY,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#5d4a73', 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.3, 13, 2.2] },
  },
];

const NAMES: readonly LayerSpecification[] = [
  {
    id: 'township-name',
    type: 'symbol',
    source: SOURCE,
    'source-layer': 'area-labels',
    maxzoom: 13,
    filter: ['!=', ['get', 'kind'], 'county'],
    layout: {
      visibility: 'none',
      'text-field': ['get', 'name'],
      'text-font': BOLD_LABEL_FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 17],
      'text-letter-spacing': 0.15,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.3,
      'text-padding': 4,
    },
    paint: {
      'text-color': '#59496b',
      'text-halo-color': 'rgba(255,255,255,0.85)',
      'text-halo-width': 1.6,
      'text-opacity': ['interpolate', ['linear'], ['zoom'], 11.5, 1, 13, 0.35],
    },
  },
];

/** The county's land, beneath everything. */
export const land: MapPart = {
  sources: (tiles) => ({ [SOURCE]: tileSource('areas', tiles, 'id') }),
  layers: [LAND],
  labels: [],
  start: () => () => {},
};

/** The county's border, and its townships with their names. */
export const areas: MapPart = {
  sources: () => ({}),
  layers: [...BORDERS, ...COUNTY_BORDER],
  labels: NAMES,
  start: (map) => (scene) => {
    setShown(map, BORDERS, scene.layers.shown.townships);
    setShown(map, NAMES, scene.layers.shown.labels && scene.font !== 'none');
  },
};
