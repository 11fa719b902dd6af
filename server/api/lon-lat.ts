import type { LonLat } from '../../geodata/units.ts';
import { echoed } from './echo.ts';
import { RequestError } from './problems.ts';

/**
 * A point of an address, whose form the contract has checked already.
 * @throws RequestError 400 for a longitude or latitude that there is not
 */
export function lonLatOf(text: string): LonLat {
  const [lon = Number.NaN, lat = Number.NaN] = text.split(',').map(Number);
  return checkedLonLat([lon, lat]);
}

/** @throws RequestError 400 for a longitude or latitude that there is not */
export function checkedLonLat(coord: readonly [number, number]): LonLat {
  const [lon, lat] = coord;
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return coord;
  const said = echoed(`${lon},${lat}`);
  throw new RequestError(400, 'coordinate-range', {
    zh: `坐标超出范围：${said}（经度在前）`,
    en: `out of range: ${said} (longitude first)`,
  });
}
