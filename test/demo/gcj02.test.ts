import { describe, expect, it } from 'vitest';
import { shiftToGcj02 } from '../../geodata/demo/gcj02.ts';
import { distanceMetres } from '../../geodata/roads/ruler.ts';

describe('a position shifted to GCJ-02', () => {
  it('lies 527 m off in Yangxin, 523 m of it eastward (DOMAIN.md section 3)', () => {
    const [lon, lat] = [117.578, 37.641];
    const [shiftedLon, shiftedLat] = shiftToGcj02([lon, lat]);
    const east = distanceMetres(lon * 1e6, lat * 1e6, shiftedLon * 1e6, lat * 1e6);
    const north = distanceMetres(lon * 1e6, lat * 1e6, lon * 1e6, shiftedLat * 1e6);
    expect(Math.abs(east - 523)).toBeLessThan(4);
    expect(Math.abs(Math.hypot(east, north) - 527)).toBeLessThan(4);
  });
});
