import type { Metres } from '../units.ts';
import { cornerValue, hashText } from './random.ts';

/** A smooth field: -1 to 1, about 0 in the mean. */
export type Field = (east: Metres, north: Metres) => number;

/**
 * Value noise: random values at the corners of squares of `waveMetres`, blended smoothly between
 * (Perlin's quintic). Each further octave has half the wave and half the height.
 */
export function noiseField(seed: number, name: string, waveMetres: Metres, octaves = 1): Field {
  const stream = hashText(name, seed);
  return (east, north) => {
    let [sum, whole, height] = [0, 0, 1];
    for (let octave = 0; octave < octaves; octave++) {
      const wave = waveMetres * height;
      sum += height * blend(stream + octave, east / wave, north / wave);
      whole += height;
      height /= 2;
    }
    return (sum / whole) * 2 - 1;
  };
}

function blend(stream: number, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const acrossShare = quintic(x - column);
  const south = mix(cornerValue(stream, column, row), cornerValue(stream, column + 1, row), acrossShare);
  const north = mix(cornerValue(stream, column, row + 1), cornerValue(stream, column + 1, row + 1), acrossShare);
  return mix(south, north, quintic(y - row));
}

function quintic(share: number): number {
  return share * share * share * (share * (share * 6 - 15) + 10);
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
