import type { ExpressionSpecification } from 'maplibre-gl';

/**
 * Results, told apart by colour-blind eyes too; every use adds a shape or a word. Red fails, amber is near
 * the limit, green meets, grey has no data.
 */
export const STATUS_COLOURS = { pass: '#1b7f5c', marginal: '#c77700', fail: '#c62828', none: '#8a9199' } as const;

/** Upper ends of the bands of driving time, in minutes; a last band has none. */
export const BAND_MINUTES = [5, 10, 15, 30] as const;

/** Colours of the bands, from near to far: blue to brown, in an order that shows in grey as well. */
export const BAND_COLOURS = ['#1f7a99', '#63adbf', '#b4dadb', '#f5e4b0', '#d99a6c'] as const;

/** Ground that no road leads to. */
export const NO_ROAD_COLOUR = '#aab0b7';

/** Groups, by their place in the answer; none of them is a colour of results. */
const GROUP_COLOURS = ['#3b6fb6', '#8854a6', '#1f8a8c', '#96683a', '#b0527c', '#5b63b7', '#6f7d2c', '#4d7390'] as const;

/** Colour of the n-th group, from 0; they come round again. */
export function groupColour(index: number): string {
  return GROUP_COLOURS[index % GROUP_COLOURS.length] ?? GROUP_COLOURS[0];
}

/** The route of each role; the off-road legs have their route's colour. */
export const ROUTE_COLOURS = { support: '#123f8c', first: '#0b8f8a', other: '#7a3ea8', call: '#123f8c' } as const;

/** The colour of a feature's band of driving time, by its state `seconds`: absent without data, -1 with no road. */
export const BAND_EXPRESSION: ExpressionSpecification = [
  'case',
  ['==', ['feature-state', 'seconds'], null],
  'rgba(0,0,0,0)',
  ['<', ['feature-state', 'seconds'], 0],
  NO_ROAD_COLOUR,
  ['<=', ['feature-state', 'seconds'], BAND_MINUTES[0] * 60],
  BAND_COLOURS[0],
  ['<=', ['feature-state', 'seconds'], BAND_MINUTES[1] * 60],
  BAND_COLOURS[1],
  ['<=', ['feature-state', 'seconds'], BAND_MINUTES[2] * 60],
  BAND_COLOURS[2],
  ['<=', ['feature-state', 'seconds'], BAND_MINUTES[3] * 60],
  BAND_COLOURS[3],
  BAND_COLOURS[4],
];
