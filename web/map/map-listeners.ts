import type { Camera } from '../address/address.ts';
import type { Coord } from '../api/answers.ts';

/** What lies at a point of the map. */
export type Picked =
  | { readonly kind: 'station'; readonly id: string }
  | { readonly kind: 'settlement'; readonly id: string }
  | { readonly kind: 'cell'; readonly cell: string };

/** Something pointed at, and where the pointer is: pixels from the canvas's top left corner, and which half of it. */
export interface PointedAt {
  readonly picked: Picked;
  readonly x: number;
  readonly y: number;
  readonly isRight: boolean;
  readonly isLow: boolean;
}

/** The ground that the map shows: west, south, east, north. */
export type MapBounds = readonly [west: number, south: number, east: number, north: number];

/** Whom the map tells what happens on it. */
export interface MapListeners {
  /** A click on a station, a settlement, a hexagon, or (undefined) on other ground. */
  readonly onPick: (picked: Picked | undefined, at: Coord) => void;
  /** The pointer came to another thing; undefined: to none. */
  readonly onPoint: (pointed: PointedAt | undefined) => void;
  /** The pointer moved; undefined: off the map. Called often. */
  readonly onPointer: (at: Coord | undefined) => void;
  readonly onView: (camera: Camera, bounds: MapBounds) => void;
  /** A tile or the like could not be had. */
  readonly onTrouble: (message: string) => void;
  /** Everything of the first scene is drawn. */
  readonly onDrawn: () => void;
}
