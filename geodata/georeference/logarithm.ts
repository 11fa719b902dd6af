import { areaTangent } from '../portable-math.ts';

/** Natural logarithm by its series, the same bytes in every browser (see `portable-math.ts`). @throws Error unless x is positive and finite */
export function logarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new Error(`Logarithm of ${x}.`);
  let [mantissa, doublings] = [x, 0];
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    doublings++;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    doublings--;
  }
  return 2 * areaTangent((mantissa - 1) / (mantissa + 1)) + doublings * Math.LN2;
}
