import type { Map as MapLibreMap } from 'maplibre-gl';
import { STATUS_COLOURS } from './colours.ts';
import { drawRoom, ROOM_SHAPES, roomIcon } from './room-shape.ts';

type Draw = (context: CanvasRenderingContext2D, size: number) => void;

/** Pixels of an icon's canvas to one of the map: sharp on screens of high resolution. */
const PIXEL_RATIO = 2;
const INK = '#14365c';
const PAPER = '#ffffff';

/** Every icon by name: size in pixels of the map, and how it is drawn. */
const ICONS: Readonly<Record<string, readonly [size: number, draw: Draw]>> = {
  'station-central': [20, square],
  'station-member': [17, (context, size) => disc(context, size, INK)],
  'station-alone': [17, (context, size) => disc(context, size, PAPER)],
  'settlement-marginal': [15, triangle],
  'settlement-fail': [16, crossedDiamond],
  'settlement-none': [12, (context, size) => disc(context, size, STATUS_COLOURS.none)],
  'compound-networked': [16, (context, size) => house(context, size, '#0b5d7a', 'dot')],
  'compound-accepted': [16, (context, size) => house(context, size, '#0b5d7a', 'plain')],
  'compound-built': [16, (context, size) => house(context, size, '#7db3c8', 'plain')],
  'compound-construction': [16, (context, size) => house(context, size, PAPER, 'half')],
  'compound-none': [16, (context, size) => house(context, size, PAPER, 'cross')],
  'compound-not-due': [13, (context, size) => house(context, size, '#d5dae0', 'plain')],
  ...Object.fromEntries(
    ROOM_SHAPES.map((shape): [string, readonly [number, Draw]] => [
      roomIcon(shape),
      [18, (context, size) => drawRoom(context, size, shape)],
    ]),
  ),
  hatch: [8, hatch],
  'call-point': [26, target],
};

/** Gives the map its icons, drawn here: no image is fetched. */
export function addIcons(map: MapLibreMap): void {
  for (const [name, [size, draw]] of Object.entries(ICONS)) {
    const pixels = size * PIXEL_RATIO;
    const canvas = document.createElement('canvas');
    canvas.width = pixels;
    canvas.height = pixels;
    const context = canvas.getContext('2d');
    if (!context) continue;
    draw(context, pixels);
    map.addImage(name, context.getImageData(0, 0, pixels, pixels), { pixelRatio: PIXEL_RATIO });
  }
  addRefPlate(map);
}

/** A white plate with a thin edge that stretches to the road number it carries. */
function addRefPlate(map: MapLibreMap): void {
  const canvas = document.createElement('canvas');
  canvas.width = 24;
  canvas.height = 24;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = PAPER;
  context.strokeStyle = '#8c8171';
  context.lineWidth = 2;
  context.fillRect(2, 2, 20, 20);
  context.strokeRect(2, 2, 20, 20);
  map.addImage('ref-plate', context.getImageData(0, 0, 24, 24), {
    pixelRatio: PIXEL_RATIO,
    stretchX: [[8, 16]],
    stretchY: [[8, 16]],
    content: [6, 4, 18, 20],
  });
}

function square(context: CanvasRenderingContext2D, size: number): void {
  context.fillStyle = PAPER;
  context.fillRect(size * 0.04, size * 0.04, size * 0.92, size * 0.92);
  context.fillStyle = INK;
  context.fillRect(size * 0.13, size * 0.13, size * 0.74, size * 0.74);
  context.fillStyle = PAPER;
  context.fillRect(size * 0.4, size * 0.4, size * 0.2, size * 0.2);
}

function disc(context: CanvasRenderingContext2D, size: number, fill: string): void {
  circle(context, size, 0.47, PAPER);
  circle(context, size, 0.4, INK);
  if (fill !== INK) circle(context, size, 0.26, fill);
}

function circle(context: CanvasRenderingContext2D, size: number, radius: number, fill: string): void {
  context.beginPath();
  context.arc(size / 2, size / 2, size * radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}

function triangle(context: CanvasRenderingContext2D, size: number): void {
  shape(context, size, [
    [0.5, 0.06],
    [0.96, 0.9],
    [0.04, 0.9],
  ]);
  context.fillStyle = STATUS_COLOURS.marginal;
  context.fill();
  outline(context, size);
}

function crossedDiamond(context: CanvasRenderingContext2D, size: number): void {
  shape(context, size, [
    [0.5, 0.04],
    [0.96, 0.5],
    [0.5, 0.96],
    [0.04, 0.5],
  ]);
  context.fillStyle = STATUS_COLOURS.fail;
  context.fill();
  outline(context, size);
  context.lineWidth = size * 0.1;
  for (const way of [1, -1]) {
    context.beginPath();
    context.moveTo(size * 0.37, size * (0.5 - 0.13 * way));
    context.lineTo(size * 0.63, size * (0.5 + 0.13 * way));
    context.stroke();
  }
}

function outline(context: CanvasRenderingContext2D, size: number): void {
  context.strokeStyle = PAPER;
  context.lineWidth = size * 0.07;
  context.stroke();
}

function shape(context: CanvasRenderingContext2D, size: number, corners: readonly (readonly [number, number])[]): void {
  context.beginPath();
  for (const [x, y] of corners) context.lineTo(x * size, y * size);
  context.closePath();
}

/** A house, filled where there is a video system; a dot for its connection, half a fill for work, a cross for nothing. */
function house(
  context: CanvasRenderingContext2D,
  size: number,
  fill: string,
  mark: 'plain' | 'dot' | 'half' | 'cross',
): void {
  const corners = [
    [0.5, 0.06],
    [0.94, 0.44],
    [0.84, 0.44],
    [0.84, 0.92],
    [0.16, 0.92],
    [0.16, 0.44],
    [0.06, 0.44],
  ] as const;
  shape(context, size, corners);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = fill === PAPER ? '#0b5d7a' : PAPER;
  context.lineWidth = size * 0.08;
  context.stroke();
  if (mark === 'half') {
    context.fillStyle = '#0b5d7a';
    context.fillRect(size * 0.2, size * 0.66, size * 0.6, size * 0.22);
  }
  if (mark === 'dot') {
    context.beginPath();
    context.arc(size / 2, size * 0.6, size * 0.14, 0, 2 * Math.PI);
    context.fillStyle = PAPER;
    context.fill();
  }
  if (mark !== 'cross') return;
  context.strokeStyle = STATUS_COLOURS.fail;
  context.lineWidth = size * 0.1;
  for (const way of [1, -1]) {
    context.beginPath();
    context.moveTo(size * 0.34, size * (0.63 - 0.16 * way));
    context.lineTo(size * 0.66, size * (0.63 + 0.16 * way));
    context.stroke();
  }
}

function hatch(context: CanvasRenderingContext2D, size: number): void {
  context.strokeStyle = 'rgba(110, 40, 20, 0.75)';
  context.lineWidth = size * 0.11;
  for (const offset of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(offset - 1, size + 1);
    context.lineTo(offset + size + 1, -1);
    context.stroke();
  }
}

function target(context: CanvasRenderingContext2D, size: number): void {
  context.lineWidth = size * 0.08;
  for (const [colour, width] of [
    [PAPER, 0.16],
    ['#b3186d', 0.08],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = size * width;
    context.beginPath();
    context.arc(size / 2, size / 2, size * 0.28, 0, 2 * Math.PI);
    for (const [x, y] of [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ] as const) {
      context.moveTo(size * (0.5 + 0.2 * x), size * (0.5 + 0.2 * y));
      context.lineTo(size * (0.5 + 0.44 * x), size * (0.5 + 0.44 * y));
    }
    context.stroke();
  }
}
