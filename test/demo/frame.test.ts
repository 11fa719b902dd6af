import { describe, expect, it } from 'vitest';
import { degreesE7 } from '../../geodata/demo/frame.ts';
import { distanceMetres } from '../../geodata/roads/ruler.ts';

describe('the frame', () => {
  it('measures as the road network does, within a quarter of a per cent', () => {
    const [lonA, latA] = degreesE7([2_000, 3_000]);
    const [lonB, latB] = degreesE7([42_000, 28_000]);
    const metres = distanceMetres(lonA / 10, latA / 10, lonB / 10, latB / 10);
    expect(Math.abs(metres / Math.hypot(40_000, 25_000) - 1)).toBeLessThan(0.0025);
  });
});
