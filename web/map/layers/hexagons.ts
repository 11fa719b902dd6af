import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { HexagonView } from '../../api/answers.ts';
import { BAND_EXPRESSION } from '../colours.ts';
import { type FeatureState, FeatureStates, SingleState } from '../feature-states.ts';
import { type MapPart, setShown, tileSource } from '../map-part.ts';
import type { DrawnScene } from '../map-scene.ts';
import { CLASS_EXPRESSION, classOf } from '../measures.ts';

/** Source and layer of the tiles, for whoever points at a cell. */
export const HEXAGON_TARGET = { source: 'hexagons', sourceLayer: 'hexagons' } as const;
/** The layer that answers which cell lies at a point. */
export const HEXAGON_FILL = 'hexagon-fill';

const COMMON = { source: HEXAGON_TARGET.source, 'source-layer': HEXAGON_TARGET.sourceLayer } as const;

const LAYERS: readonly LayerSpecification[] = [
  {
    id: HEXAGON_FILL,
    type: 'fill',
    ...COMMON,
    paint: { 'fill-color': BAND_EXPRESSION, 'fill-opacity': 0.55, 'fill-antialias': false },
  },
  {
    id: 'hexagon-outside',
    type: 'fill',
    ...COMMON,
    paint: { 'fill-pattern': 'hatch', 'fill-opacity': outsideOpacity(0.55) },
  },
  {
    id: 'hexagon-pointed',
    type: 'line',
    ...COMMON,
    paint: {
      'line-color': ['case', ['boolean', ['feature-state', 'selected'], false], '#b3186d', '#123f8c'],
      'line-width': [
        'case',
        ['boolean', ['feature-state', 'selected'], false],
        3,
        ['boolean', ['feature-state', 'pointed'], false],
        1.5,
        0,
      ],
    },
  },
];

/** Hexagons in the colour of their soonest arrival, hatched where that is outside the rule; or of their coverage. */
export const hexagons: MapPart = {
  sources: (tiles) => ({ [COMMON.source]: tileSource('hexagons', tiles, 'cell') }),
  layers: LAYERS,
  labels: [],
  start: (map) => {
    const states = new FeatureStates(map, HEXAGON_TARGET);
    const selected = new SingleState(map, HEXAGON_TARGET, 'selected');
    return (scene, before) => {
      setShown(map, LAYERS, scene.layers.shown.hexagons);
      if (scene.layers.hexagonOpacity !== before?.layers.hexagonOpacity) {
        map.setPaintProperty(HEXAGON_FILL, 'fill-opacity', scene.layers.hexagonOpacity);
        map.setPaintProperty('hexagon-outside', 'fill-opacity', outsideOpacity(scene.layers.hexagonOpacity));
      }
      if (scene.measure !== before?.measure) {
        map.setPaintProperty(
          HEXAGON_FILL,
          'fill-color',
          scene.measure === 'response' ? BAND_EXPRESSION : CLASS_EXPRESSION,
        );
      }
      const isSame =
        scene.measure === before?.measure && scene.hexagons === before.hexagons && scene.coverage === before.coverage;
      if (!isSame) states.send(statesOf(scene));
      selected.give(scene.selection.kind === 'cell' ? scene.selection.id : undefined);
    };
  },
};

/** What every cell is coloured by. */
function statesOf({ measure, hexagons, coverage }: DrawnScene): Map<string, FeatureState> {
  if (measure === 'response') return stateOfCells(hexagons ?? []);
  return new Map(
    (coverage ?? []).flatMap((cell) => {
      const found = classOf(cell, measure);
      return found ? [[cell.cell, { class: found }] as const] : [];
    }),
  );
}

function stateOfCells(cells: readonly HexagonView[]): Map<string, FeatureState> {
  return new Map(cells.map(({ cell, seconds, inTime }) => [cell, { seconds: seconds ?? -1, inTime }]));
}

function outsideOpacity(opacity: number): ExpressionSpecification {
  return ['case', ['==', ['feature-state', 'inTime'], false], Math.min(1, opacity * 1.2), 0];
}
