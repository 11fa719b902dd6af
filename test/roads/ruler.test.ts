import { describe, expect, it } from 'vitest';
import { distanceMetres, rulerAt } from '../../geodata/roads/ruler.ts';

/** Metres per degree on WGS 84, from published tables: latitude, along the parallel, along the meridian. */
const TABLE: readonly (readonly [lat: number, perLon: number, perLat: number])[] = [
  [0, 111_319.491, 110_574.276],
  [15, 107_550.455, 110_649.357],
  [30, 96_486.252, 110_852.458],
  [45, 78_846.835, 111_131.778],
  [60, 55_800.039, 111_412.273],
  [75, 28_901.65, 111_618.362],
];

describe('the ruler', () => {
  it.each(TABLE)('at %d degrees measures a degree as the tables of the ellipsoid do', (lat, perLon, perLat) => {
    // The ruler is taken in the middle of a band of 0.05 degrees: 0.025 degrees off, at most.
    const ruler = rulerAt(lat * 1e6);
    const slack = Math.sin((lat * Math.PI) / 180) * ((0.025 * Math.PI) / 180) * 111_700 + 0.05;
    expect(Math.abs(ruler.metresPerMicroLon * 1e6 - perLon)).toBeLessThan(slack);
    expect(Math.abs(ruler.metresPerMicroLat * 1e6 - perLat)).toBeLessThan(1);
  });

  it('is one for a whole band of latitude, and the same north and south of the equator', () => {
    expect(rulerAt(32_000_001)).toBe(rulerAt(32_049_999));
    expect(rulerAt(32_049_999)).not.toBe(rulerAt(32_050_000));
    expect(rulerAt(-32_020_000)).toBe(rulerAt(32_020_000));
    expect(rulerAt(90_000_000)).toBe(rulerAt(89_999_999));
  });

  it('measures alike in both directions', () => {
    const there = distanceMetres(117_000_000, 32_000_000, 117_004_321, 32_001_234);
    expect(distanceMetres(117_004_321, 32_001_234, 117_000_000, 32_000_000)).toBe(there);
    expect(there).toBeCloseTo(Math.hypot(4321 * 0.0944951, 1234 * 0.1108868), 0);
  });
});
