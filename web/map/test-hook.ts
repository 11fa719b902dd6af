import type { Coord } from '../api/answers.ts';
import type { CountyMap } from './county-map.ts';

/**
 * What the map shows, for tests and for nothing else: `window.hubshedMap`. It can only be read; whoever
 * wants to change the map uses the page as people do.
 */
export interface MapTestHook {
  /** Whether every tile and every label of the scene is drawn and nothing moves. */
  readonly isAtRest: () => boolean;
  /** Pixel of a position, from the top left corner of the map's canvas. */
  readonly pixelOf: (coord: Coord) => readonly [x: number, y: number];
  /** Texts that are drawn on the map now, each once. */
  readonly labels: () => readonly string[];
  /** Ids of the settlements drawn now, with the result in whose form they are drawn. */
  readonly settlements: () => Readonly<Record<string, string>>;
  /** Hexagons drawn now, with the seconds they are coloured by. */
  readonly hexagons: () => Readonly<Record<string, number>>;
  /** Hexagons drawn now, with the class of coverage they are coloured by; those without one are left out. */
  readonly classes: () => Readonly<Record<string, string>>;
  /** Lines drawn of the selection's routes: what each stands for, and whether along the road or estimated. */
  readonly routes: () => readonly string[];
  /** Police rooms drawn now: the symbol of each by its id. */
  readonly rooms: () => Readonly<Record<string, string>>;
  /** How many compounds, police rooms, marked places and positions of a delivery are drawn now, by what they are. */
  readonly points: () => Readonly<Record<'compound' | 'room' | 'mark' | 'claimed' | 'suggested', number>>;
}

declare global {
  interface Window {
    hubshedMap?: MapTestHook;
  }
}

const LABEL_LAYERS = [
  'township-name',
  'settlement-name',
  'settlement-name-natural',
  'station-name',
  'road-name',
  'road-ref',
];

/** Hangs the hook on the window. */
export function exposeForTests(county: CountyMap): void {
  const { inner } = county;
  const drawn = (layers: readonly string[]) => inner.queryRenderedFeatures({ layers: [...layers] });
  // Symbols are placed some frames after their tiles are loaded: only an idle map has drawn them all.
  let isIdle = false;
  inner.on('render', () => {
    isIdle = false;
  });
  inner.on('idle', () => {
    isIdle = true;
  });
  window.hubshedMap = {
    isAtRest: () => isIdle && inner.loaded() && !inner.isMoving() && county.fontState === 'all',
    pixelOf: ([lon, lat]) => {
      const { x, y } = inner.project([lon, lat]);
      return [x, y];
    },
    labels: () => [
      ...new Set(
        drawn(LABEL_LAYERS).map(({ properties, layer }) => properties[layer.id === 'road-ref' ? 'ref' : 'name']),
      ),
    ],
    settlements: () =>
      Object.fromEntries(drawn(['settlement-dot']).map(({ properties, state }) => [properties['id'], state['status']])),
    hexagons: () =>
      Object.fromEntries(
        drawn(['hexagon-fill']).map(({ properties, state }) => [properties['cell'], state['seconds']]),
      ),
    classes: () =>
      Object.fromEntries(
        drawn(['hexagon-fill']).flatMap(({ properties, state }) =>
          state['class'] === undefined ? [] : [[properties['cell'], state['class']]],
        ),
      ),
    points: () => ({
      compound: drawn(['compound-icon']).length,
      room: drawn(['room-icon']).length,
      mark: drawn(['mark-ring']).length,
      claimed: drawn(['preview-claimed']).length,
      suggested: drawn(['preview-suggested']).length,
    }),
    rooms: () =>
      Object.fromEntries(drawn(['room-icon']).map(({ properties }) => [properties['id'], properties['icon']])),
    routes: () =>
      [
        ...new Set(
          drawn(['route-line', 'route-estimated']).map(
            ({ properties }) => `${properties['role']} ${properties['part']}`,
          ),
        ),
      ].sort(),
  };
}
