import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { SettlementResult } from '../../api/answers.ts';
import { STATUS_COLOURS } from '../colours.ts';
import { type FeatureState, FeatureStates, SingleState } from '../feature-states.ts';
import { LABEL_FONT } from '../label-font.ts';
import { type MapPart, setShown, tileSource } from '../map-part.ts';

/** Source and layer of the tiles, for whoever points at a settlement. */
export const SETTLEMENT_TARGET = { source: 'settlements', sourceLayer: 'settlements' } as const;
/** The layer that answers which settlement lies at a point: it holds every one. */
export const SETTLEMENT_DOT = 'settlement-dot';

const COMMON = { source: SETTLEMENT_TARGET.source, 'source-layer': SETTLEMENT_TARGET.sourceLayer } as const;
const IS_VILLAGE: ExpressionSpecification = ['==', ['get', 'kind'], 'administrative'];
const RADIUS: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  ['case', IS_VILLAGE, 1.3, 0.9],
  10,
  ['case', IS_VILLAGE, 2.4, 1.8],
  12,
  ['case', IS_VILLAGE, 4, 3.2],
  14,
  ['case', IS_VILLAGE, 6, 5],
];
const ICON_SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 0.42, 10, 0.66, 12, 0.95, 14, 1.2];

const LAYERS: readonly LayerSpecification[] = [
  {
    id: 'settlement-ring',
    type: 'circle',
    ...COMMON,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 6, 12, 11, 14, 14],
      'circle-color': 'rgba(255,255,255,0.75)',
      'circle-opacity': whenMarked(1),
      'circle-stroke-color': ['case', isState('selected'), '#b3186d', '#123f8c'],
      'circle-stroke-width': whenMarked(2.2),
    },
  },
  {
    id: SETTLEMENT_DOT,
    type: 'circle',
    ...COMMON,
    paint: {
      'circle-radius': RADIUS,
      'circle-color': ['case', hasStatus('pass'), STATUS_COLOURS.pass, STATUS_COLOURS.none],
      'circle-opacity': ['case', ['any', hasStatus('fail'), hasStatus('marginal')], 0, 0.95],
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        0,
        11,
        ['case', ['any', hasStatus('fail'), hasStatus('marginal')], 0, 0.8],
      ],
    },
  },
  statusIcon('marginal'),
  statusIcon('fail'),
];

const NAMES: readonly LayerSpecification[] = [
  nameLayer('settlement-name-natural', 'natural', 12.6, 11),
  nameLayer('settlement-name', 'administrative', 11.2, 12),
];

/** Settlements: dots that meet the rule, amber triangles near the limit, red crossed diamonds over it. */
export const settlements: MapPart = {
  sources: (tiles) => ({ [COMMON.source]: tileSource('settlements', tiles, 'id') }),
  layers: LAYERS,
  labels: NAMES,
  start: (map) => {
    const states = new FeatureStates(map, SETTLEMENT_TARGET);
    const selected = new SingleState(map, SETTLEMENT_TARGET, 'selected');
    const pointed = new SingleState(map, SETTLEMENT_TARGET, 'listed');
    return (scene, before) => {
      const { shown } = scene.layers;
      setShown(map, LAYERS, shown.settlements);
      setShown(map, NAMES, shown.settlements && shown.labels && scene.font !== 'none');
      if (scene.groups !== before?.groups) states.send(stateOfSettlements(scene.groups?.settlements ?? []));
      const { selection } = scene;
      selected.give(selection.kind === 'settlement' || selection.kind === 'call-from' ? selection.id : undefined);
      pointed.give(scene.pointedSettlement);
    };
  },
};

function stateOfSettlements(results: readonly SettlementResult[]): Map<string, FeatureState> {
  return new Map(results.map(({ id, status, counted }) => [id, { status: counted ? status : 'none' }]));
}

function statusIcon(status: 'marginal' | 'fail'): LayerSpecification {
  return {
    id: `settlement-${status}`,
    type: 'symbol',
    ...COMMON,
    layout: {
      'icon-image': `settlement-${status}`,
      'icon-size': ICON_SIZE,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': ['case', hasStatus(status), 1, 0] },
  };
}

function nameLayer(id: string, kind: string, minzoom: number, size: number): LayerSpecification {
  return {
    id,
    type: 'symbol',
    ...COMMON,
    minzoom,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      visibility: 'none',
      'text-field': ['get', 'name'],
      'text-font': LABEL_FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, size, 15, size + 2],
      'text-anchor': 'top',
      'text-offset': [0, 0.55],
      'text-padding': 3,
      'text-max-width': 8,
    },
    paint: { 'text-color': '#2f3a45', 'text-halo-color': 'rgba(255,255,255,0.92)', 'text-halo-width': 1.5 },
  };
}

function hasStatus(status: string): ExpressionSpecification {
  return ['==', ['feature-state', 'status'], status];
}

function isState(key: string): ExpressionSpecification {
  return ['boolean', ['feature-state', key], false];
}

function whenMarked(value: number): ExpressionSpecification {
  return ['case', ['any', isState('selected'), isState('pointed'), isState('listed')], value, 0];
}
