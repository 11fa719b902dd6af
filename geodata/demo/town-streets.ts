import type { Metres } from '../units.ts';
import type { EastNorth } from './frame.ts';
import type { Lattice } from './lattice.ts';
import { type Random, randomStream } from './random.ts';
import type { Seats } from './seats.ts';

/** A straight street. */
export interface Street {
  readonly name: string;
  readonly ends: readonly [EastNorth, EastNorth];
}

/** Distances of the county town's streets from its main roads, which make the middle of the grid themselves. */
const TOWN_OFFSETS: readonly Metres[] = [-980, -640, -310, 310, 640, 980];
const SEAT_OFFSETS: readonly Metres[] = [-135, 135];

const NORTHWARD_NAMES = ['文昌街', '府前街', '育才街', '建设街', '新华街', '迎宾街'];
const EASTWARD_NAMES = ['滨河路', '人民路', '民生路', '文化路', '和平路', '创业路'];
const SEAT_NAMES = ['老街', '新街', '学府路', '农贸路'];

/** The street grid of the county town, and a few streets around the seat of every other unit. */
export function layStreets(seed: number, lattice: Lattice, { centre, seats }: Seats): Street[] {
  const random = randomStream(seed, 'streets');
  const streets = layGrid(random, lattice.placeOf(centre), TOWN_OFFSETS, { reach: [760, 1_280], shift: 35 }, [
    ...NORTHWARD_NAMES,
    ...EASTWARD_NAMES,
  ]);
  for (const { kind, site } of seats) {
    if (kind === 'subdistrict') continue;
    streets.push(...layGrid(random, lattice.placeOf(site), SEAT_OFFSETS, { reach: [240, 420], shift: 25 }, SEAT_NAMES));
  }
  return streets;
}

interface GridShape {
  /** Of a street from the middle, each way: at least, at most. */
  readonly reach: readonly [Metres, Metres];
  readonly shift: Metres;
}

/** First the streets that run north, then those that run east. */
function layGrid(
  random: Random,
  [east, north]: EastNorth,
  offsets: readonly Metres[],
  { reach, shift }: GridShape,
  names: readonly string[],
): Street[] {
  const shifted = (offset: Metres): Metres => offset + random.between(-shift, shift);
  const end = (): Metres => random.between(...reach);
  const northward = offsets.map((offset): Street['ends'] => {
    const at = east + shifted(offset);
    return [
      [at, north - end()],
      [at, north + end()],
    ];
  });
  const eastward = offsets.map((offset): Street['ends'] => {
    const at = north + shifted(offset);
    return [
      [east - end(), at],
      [east + end(), at],
    ];
  });
  return [...northward, ...eastward].map((ends, index) => ({ name: names[index % names.length] as string, ends }));
}
