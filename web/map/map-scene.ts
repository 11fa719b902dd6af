import type { Selection } from '../address/selection.ts';
import type { MeasureName } from '../address/work-choice.ts';
import type {
  Coord,
  GroupsAnswer,
  HexagonView,
  RoomView,
  RouteView,
  SettlementView,
  StationView,
} from '../api/answers.ts';
import type { CompoundPoint, CoverageCell } from '../api/coverage.ts';
import type { DeliveryPreview } from '../api/deliveries.ts';

/** Layers that can be switched. */
export type LayerName =
  | 'hexagons'
  | 'groups'
  | 'settlements'
  | 'compounds'
  | 'rooms'
  | 'stations'
  | 'townships'
  | 'roads'
  | 'labels';

/** What is shown of the map, and how strongly. */
export interface LayerChoice {
  readonly shown: Readonly<Record<LayerName, boolean>>;
  /** 0 to 1. */
  readonly hexagonOpacity: number;
}

/** All at once, hexagons so light that the roads stay legible. */
export const DEFAULT_LAYERS: LayerChoice = {
  shown: {
    hexagons: true,
    groups: true,
    settlements: true,
    compounds: true,
    rooms: true,
    stations: true,
    townships: true,
    roads: true,
    labels: true,
  },
  hexagonOpacity: 0.55,
};

/** A drive to be drawn, and what it stands for. */
export interface DrawnRoute {
  readonly role: 'first' | 'support' | 'other' | 'call';
  readonly route: RouteView;
}

/**
 * All that the map shows, as plain data. Parts of the map compare it with the scene before by identity,
 * and send on only what changed: keep the same array for the same data.
 */
export interface MapScene {
  readonly layers: LayerChoice;
  readonly stations: readonly StationView[];
  readonly settlements: readonly SettlementView[];
  readonly groups: GroupsAnswer | undefined;
  /** What the hexagons show. */
  readonly measure: MeasureName;
  readonly hexagons: readonly HexagonView[] | undefined;
  /** Coverage by hexagon, where that is what they show. */
  readonly coverage: readonly CoverageCell[] | undefined;
  readonly compounds: readonly CompoundPoint[];
  readonly rooms: readonly RoomView[];
  readonly selection: Selection;
  readonly routes: readonly DrawnRoute[];
  readonly callAt: Coord | undefined;
  /** The place that a list points at. */
  readonly marked: Coord | undefined;
  /** Positions of a delivery, before and after. */
  readonly preview: DeliveryPreview | undefined;
  /** The settlement that is pointed at elsewhere on the page. */
  readonly pointedSettlement: string | undefined;
  /** The word that marks an estimated leg. */
  readonly estimatedWord: string;
}

/** Which text can be drawn without a box in it: none yet, names of places, any. */
export type FontState = 'none' | 'places' | 'all';

/** A scene with what only the map knows. */
export interface DrawnScene extends MapScene {
  readonly font: FontState;
}
