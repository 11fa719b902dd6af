import type { RoomKind } from '../api/answers.ts';

/** A shield in a square of 16 by 16, for the map's canvas and the legend alike. */
export const SHIELD = 'M8 1.5L14 3.3V8c0 3.3-2.5 5.5-6 6.8C4.5 13.5 2 11.3 2 8V3.3z';
/** The hands of a clock about the middle of the shield. */
export const CLOCK_HANDS = 'M8 5.2V7.6L9.9 8.8';
export const CLOCK = { x: 8, y: 7.6, radius: 3.9 } as const;
export const ROOM_COLOURS = { ink: '#5a2d82', paper: '#ffffff', other: '#c9b8d8', model: '#e0a100' } as const;

/** What a room's symbol shows: where it stands, and whether it is open round the clock or a model. */
export interface RoomShape {
  /** `other`: of both sides, or of a side that its table leaves open. */
  readonly side: 'community' | 'rural' | 'other';
  readonly isRoundTheClock: boolean;
  readonly isModel: boolean;
}

/** Every symbol that a room may have. */
export const ROOM_SHAPES: readonly RoomShape[] = (['community', 'rural', 'other'] as const).flatMap((side) =>
  [false, true].flatMap((isRoundTheClock) => [false, true].map((isModel) => ({ side, isRoundTheClock, isModel }))),
);

/** The symbol of a room that is of these kinds. */
export function roomShape(kinds: readonly RoomKind[]): RoomShape {
  const isCommunity = kinds.includes('community');
  const isOneSide = isCommunity !== kinds.includes('rural');
  return {
    side: isOneSide ? (isCommunity ? 'community' : 'rural') : 'other',
    isRoundTheClock: kinds.includes('round-the-clock'),
    isModel: kinds.includes('model'),
  };
}

/** The name of a symbol among the map's icons. */
export function roomIcon({ side, isRoundTheClock, isModel }: RoomShape): string {
  return `room-${side}${isRoundTheClock ? '-round-the-clock' : ''}${isModel ? '-model' : ''}`;
}

/** The fill of a side: solid in town, hollow in the country. */
export function roomFill(side: RoomShape['side']): string {
  return { community: ROOM_COLOURS.ink, rural: ROOM_COLOURS.paper, other: ROOM_COLOURS.other }[side];
}

/** Draws a symbol: a shield, within it a clock where it is open round the clock, with a gold rim where it is a model. */
export function drawRoom(context: CanvasRenderingContext2D, size: number, shape: RoomShape): void {
  const { ink, paper, model } = ROOM_COLOURS;
  const shield = new Path2D(SHIELD);
  context.scale(size / 16, size / 16);
  context.fillStyle = roomFill(shape.side);
  context.fill(shield);
  context.strokeStyle = shape.isModel ? model : ink;
  context.lineWidth = shape.isModel ? 2.2 : 1.2;
  context.stroke(shield);
  if (!shape.isRoundTheClock) return;
  context.beginPath();
  context.arc(CLOCK.x, CLOCK.y, CLOCK.radius, 0, 2 * Math.PI);
  context.fillStyle = paper;
  context.fill();
  context.strokeStyle = ink;
  context.lineWidth = 1.1;
  context.stroke();
  context.stroke(new Path2D(CLOCK_HANDS));
}
