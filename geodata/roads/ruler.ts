import { cosine } from '../portable-math.ts';
import type { Metres, MicroDegrees } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';

/**
 * Local flat-earth measures on the WGS 84 ellipsoid: metres per microdegree east and north, taken at
 * the middle of each band of 0.05 degrees of latitude. This is the "cheap ruler" that OSRM measures
 * roads with (OSRM-CAR facts, "Arithmetic"): against recorded OSRM routes every segment agrees
 * within 1 cm, where a great circle on a sphere is off by up to a few tenths of a per cent.
 */
export interface Ruler {
  readonly metresPerMicroLon: number;
  readonly metresPerMicroLat: number;
}

const BANDS = 1800;
const BAND_MICRODEGREES = (90 * MICRODEGREES_PER_DEGREE) / BANDS;
const EQUATORIAL_RADIUS_METRES = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const DEGREE = Math.PI / 180;

const rulers: (Ruler | undefined)[] = [];

/** The ruler of the band that holds a latitude in microdegrees. North and south of the equator are alike. */
export function rulerAt(latE6: MicroDegrees): Ruler {
  const band = Math.min(BANDS - 1, Math.floor(Math.abs(latE6) / BAND_MICRODEGREES));
  const known = rulers[band];
  if (known) return known;
  const ruler = bandRuler(band);
  rulers[band] = ruler;
  return ruler;
}

/** Metres between two points given in microdegrees. Exact to about 1 cm per kilometre over a few kilometres. */
export function distanceMetres(lonA: MicroDegrees, latA: MicroDegrees, lonB: MicroDegrees, latB: MicroDegrees): Metres {
  const ruler = rulerAt((latA + latB) / 2);
  // The short way round, also across the antimeridian.
  const around = 360 * MICRODEGREES_PER_DEGREE;
  const east = (lonB - lonA - around * Math.round((lonB - lonA) / around)) * ruler.metresPerMicroLon;
  const north = (latB - latA) * ruler.metresPerMicroLat;
  return Math.sqrt(east * east + north * north);
}

function bandRuler(band: number): Ruler {
  const cosLat = cosine(((band + 0.5) * BAND_MICRODEGREES * DEGREE) / MICRODEGREES_PER_DEGREE);
  const normalSquared = 1 / (1 - ECCENTRICITY_SQUARED * (1 - cosLat * cosLat));
  const normal = Math.sqrt(normalSquared);
  const perMicroDegree = (DEGREE * EQUATORIAL_RADIUS_METRES) / MICRODEGREES_PER_DEGREE;
  return {
    metresPerMicroLon: perMicroDegree * normal * cosLat,
    metresPerMicroLat: perMicroDegree * normal * normalSquared * (1 - ECCENTRICITY_SQUARED),
  };
}
