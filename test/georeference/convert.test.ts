import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { fromWgs84, toWgs84 } from '../../geodata/georeference/convert.ts';
import { projectGaussKrueger } from '../../geodata/georeference/gauss-krueger.ts';
import { systemOfEpsg } from '../../geodata/georeference/parse-reference-system.ts';
import {
  BD09,
  CGCS2000,
  GCJ02,
  type ReferenceSystem,
  WEB_MERCATOR,
  WGS84,
} from '../../geodata/georeference/reference-system.ts';
import { distanceMetres } from '../../geodata/roads/ruler.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { PROJ_REFERENCE } from './proj-reference.ts';

const MILLIMETRE = 0.001;
const ZONES = Array.from({ length: 64 }, (_, index) => zoneOf(4491 + index));

describe('Gauss-Krueger zones and Web Mercator', () => {
  it('agree with PROJ within a tenth of a millimetre, there and back', () => {
    for (const [epsg, lon, lat, easting, northing] of PROJ_REFERENCE) {
      const system = zoneOf(epsg);
      const [x = Number.NaN, y = Number.NaN] = fromWgs84(system, [lon, lat]) ?? [];
      expect(Math.hypot(x - easting, y - northing)).toBeLessThan(MILLIMETRE / 10);
      expect(metresBetween(toWgs84(system, easting, northing), [lon, lat])).toBeLessThan(MILLIMETRE / 10);
    }
  });

  it('come back within a tenth of a millimetre from four degrees beside the meridian of every zone', () => {
    const random = mulberry32(11);
    for (const system of [...ZONES, WEB_MERCATOR]) {
      const meridian = system.kind === 'gauss-krueger' ? system.centralMeridian : 105;
      for (let i = 0; i < 40; i++) {
        const place: LonLat = [meridian + 8 * random() - 4, 55 * random()];
        const [x = Number.NaN, y = Number.NaN] = fromWgs84(system, place) ?? [];
        expect(metresBetween(toWgs84(system, x, y), place)).toBeLessThan(MILLIMETRE / 10);
      }
    }
  });

  it('are as long along the meridian as the ellipsoid is by numerical integration', () => {
    for (const lat of [1, 18, 31.5, 45, 53.56]) {
      const [east, north] = projectGaussKrueger([117, lat], 117) ?? [];
      expect(east).toBe(0);
      expect(Math.abs((north ?? Number.NaN) - meridianArc(lat))).toBeLessThan(1e-6);
    }
  });

  it('keep angles: near a point they stretch alike in every direction', () => {
    const step = 1e-4;
    const place: LonLat = [118.3, 31.9];
    const [eastOfStep, northOfStep] = [
      [place[0] + step, place[1]],
      [place[0], place[1] + step],
    ].map((moved) => {
      const [from, to] = [projectGaussKrueger(place, 117), projectGaussKrueger(moved as unknown as LonLat, 117)];
      const drawn = Math.hypot((to?.[0] ?? Number.NaN) - (from?.[0] ?? 0), (to?.[1] ?? 0) - (from?.[1] ?? 0));
      return drawn;
    });
    const [prime, meridional] = radii(place[1]);
    const ground = (step * Math.PI) / 180;
    const eastScale = (eastOfStep ?? 0) / (ground * prime * Math.cos((place[1] * Math.PI) / 180));
    const northScale = (northOfStep ?? 0) / (ground * meridional);
    expect(Math.abs(eastScale / northScale - 1)).toBeLessThan(1e-6);
    expect(eastScale).toBeGreaterThan(1);
  });

  it('know no place off the map, in another zone than the prefix says, or of numbers that are none', () => {
    expect(toWgs84(zoneOf(4527), 518_900, 3_550_000)).toBeUndefined();
    expect(toWgs84(zoneOf(4548), 39_518_900, 3_550_000)).toBeUndefined();
    expect(toWgs84(WEB_MERCATOR, 3e7, 0)).toBeUndefined();
    expect(toWgs84(WGS84, 518_900, 3_550_000)).toBeUndefined();
    expect(toWgs84(WGS84, 31.9, 117.2)).toBeUndefined();
    expect(toWgs84(WGS84, Number.NaN, 1)).toBeUndefined();
    expect(toWgs84(zoneOf(4548), Number.POSITIVE_INFINITY, 1)).toBeUndefined();
    expect(fromWgs84(zoneOf(4548), [80, 30])).toBeUndefined();
    expect(fromWgs84(WEB_MERCATOR, [117, 89])).toBeUndefined();
    expect(fromWgs84(WGS84, [117, 91])).toBeUndefined();
  });
});

describe('GCJ-02 and BD-09', () => {
  it('come back within a millimetre all over China', () => {
    const random = mulberry32(12);
    for (let i = 0; i < 5000; i++) {
      const place: LonLat = [73.5 + 61.5 * random(), 18 + 35.5 * random()];
      for (const system of [GCJ02, BD09]) {
        const [x = Number.NaN, y = Number.NaN] = fromWgs84(system, place) ?? [];
        expect(metresBetween(toWgs84(system, x, y), place)).toBeLessThan(MILLIMETRE);
        const back = toWgs84(system, ...place);
        expect(metresBetween(back && (fromWgs84(system, back) as LonLat), place)).toBeLessThan(MILLIMETRE);
      }
    }
  });

  it('are what the converter gcoord makes of WGS 84', () => {
    const random = mulberry32(13);
    for (let i = 0; i < 2000; i++) {
      const place: LonLat = [73.5 + 61.5 * random(), 18 + 35.5 * random()];
      const input: [number, number] = [place[0], place[1]];
      const gcj = gcoord.transform(input, gcoord.WGS84, gcoord.GCJ02);
      const bd = gcoord.transform([...gcj] as [number, number], gcoord.GCJ02, gcoord.BD09);
      expect(metresBetween(fromWgs84(GCJ02, place) as LonLat, gcj)).toBeLessThan(1e-5);
      expect(metresBetween(fromWgs84(BD09, place) as LonLat, bd)).toBeLessThan(1e-5);
      // Its way back stops at 1e-6 degrees.
      const back = gcoord.transform([...gcj] as [number, number], gcoord.GCJ02, gcoord.WGS84);
      expect(metresBetween(toWgs84(GCJ02, ...gcj), back)).toBeLessThan(0.2);
    }
  });

  it('shift Yangxin 527 m and from there to BD-09 920 m (DOMAIN.md section 3)', () => {
    const place: LonLat = [117.578, 37.641];
    const gcj = fromWgs84(GCJ02, place) as LonLat;
    const bd = fromWgs84(BD09, place) as LonLat;
    expect(Math.abs(metresBetween(gcj, place) - 527)).toBeLessThan(4);
    expect(Math.abs(metresBetween(bd, gcj) - 920)).toBeLessThan(30);
  });

  it('leave places outside China where they are, as GCJ-02', () => {
    for (const place of [
      [24.9, 60.2],
      [139.7, 35.7],
      [-70, -33],
    ] as LonLat[]) {
      expect(fromWgs84(GCJ02, place)).toEqual(place);
      expect(toWgs84(GCJ02, ...place)).toEqual(place);
    }
  });
});

describe('degrees of WGS 84 and CGCS2000', () => {
  it('are taken as they are', () => {
    expect(toWgs84(WGS84, 117.2, 31.9)).toEqual([117.2, 31.9]);
    expect(toWgs84(CGCS2000, 117.2, 31.9)).toEqual([117.2, 31.9]);
    expect(fromWgs84(CGCS2000, [117.2, 31.9])).toEqual([117.2, 31.9]);
  });
});

function zoneOf(epsg: number): ReferenceSystem {
  const system = systemOfEpsg(epsg);
  if (!system) throw new Error(`EPSG ${epsg} is no system of ours.`);
  return system;
}

function metresBetween(a: readonly number[] | undefined, b: readonly number[] | undefined): number {
  const [lonA = Number.NaN, latA = Number.NaN] = a ?? [];
  const [lonB = Number.NaN, latB = Number.NaN] = b ?? [];
  return distanceMetres(lonA * 1e6, latA * 1e6, lonB * 1e6, latB * 1e6);
}

/** Radii of curvature of CGCS2000 at a latitude: across and along the meridian, metres. */
function radii(lat: number): readonly [prime: number, meridional: number] {
  const flattening = 1 / 298.257222101;
  const squared = flattening * (2 - flattening);
  const shrink = 1 - squared * Math.sin((lat * Math.PI) / 180) ** 2;
  return [6378137 / Math.sqrt(shrink), (6378137 * (1 - squared)) / shrink ** 1.5];
}

/** Length of the meridian from the equator by Simpson's rule over 2,000 steps, metres. */
function meridianArc(lat: number): number {
  const steps = 2000;
  const step = lat / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * radii(i * step)[1];
  }
  return ((sum * step) / 3) * (Math.PI / 180);
}
