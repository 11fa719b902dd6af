import type { Tags } from '../../osm/elements.ts';
import type { LonLat, Metres } from '../../units.ts';
import { distanceMetres, rulerAt } from '../ruler.ts';
import type { LineDefect, SurveyedLine } from './surveyed-line.ts';

/** A line made ready for noding: whole 1e-7 degrees (about 1 cm), no point repeated. */
export interface PlanLine {
  readonly feature: number;
  readonly tags: Tags;
  readonly level: number;
  /** Motorways and their slip roads: no road crosses them on their level (JTG B01: full control of access). */
  readonly isControlled: boolean;
  readonly isMotorway: boolean;
  readonly lonE7: Float64Array;
  readonly latE7: Float64Array;
  /** Metres from the start to each point. */
  readonly alongMetres: Float64Array;
}

const E7 = 10_000_000;
/** Cosine of 175 degrees. A line that turns further goes back over itself: a spike. */
const SPIKE_COSINE = -0.9962;
const CONTROLLED: ReadonlySet<string> = new Set(['motorway', 'motorway_link']);

/**
 * Rounds lines and puts them into an order that depends on what they are and not on how the file orders them, so that
 * everything that follows does not either. Lines without length and exact copies are left out; they are among the
 * defects, as are points that repeat and spikes, which are only reported.
 * @throws Error for a coordinate that is not a number of degrees
 */
export function planLines(lines: readonly SurveyedLine[]): { planned: PlanLine[]; defects: LineDefect[] } {
  const defects: LineDefect[] = [];
  const keyed: { key: string; line: PlanLine }[] = [];
  for (const line of lines) {
    const planned = planLine(line, defects);
    if (planned) keyed.push({ key: keyOf(planned), line: planned });
  }
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.line.feature - b.line.feature));
  const planned: PlanLine[] = [];
  keyed.forEach(({ key, line }, index) => {
    if (keyed[index - 1]?.key === key) defects.push(defect('duplicate', line.feature, 1, placeAt(line, 0)));
    else planned.push(line);
  });
  return { planned, defects };
}

/** A point of a line, degrees. */
export function placeAt(line: Pick<PlanLine, 'lonE7' | 'latE7'>, vertex: number): LonLat {
  return degrees(line.lonE7[vertex]!, line.latE7[vertex]!);
}

export function degrees(lonE7: number, latE7: number): LonLat {
  return [lonE7 / E7, latE7 / E7];
}

/** Metres between two places in 1e-7 degrees. */
export function metresApart(lonA: number, latA: number, lonB: number, latB: number): Metres {
  return distanceMetres(lonA / 10, latA / 10, lonB / 10, latB / 10);
}

/** Metres from the start of a line to each of its points. */
export function runningMetres(lonE7: Float64Array, latE7: Float64Array): Float64Array {
  const along = new Float64Array(lonE7.length);
  for (let i = 1; i < lonE7.length; i++) {
    along[i] = along[i - 1]! + metresApart(lonE7[i - 1]!, latE7[i - 1]!, lonE7[i]!, latE7[i]!);
  }
  return along;
}

function planLine({ feature, points, tags, level }: SurveyedLine, defects: LineDefect[]): PlanLine | undefined {
  const lon: number[] = [];
  const lat: number[] = [];
  let repeated = 0;
  let firstRepeated: LonLat = points[0] ?? [0, 0];
  for (const point of points) {
    const [x, y] = [Math.round(point[0] * E7), Math.round(point[1] * E7)];
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`Feature ${feature} has a point at ${point}.`);
    if (lon[lon.length - 1] === x && lat[lat.length - 1] === y) {
      if (repeated++ === 0) firstRepeated = point;
      continue;
    }
    lon.push(x);
    lat.push(y);
  }
  if (lon.length < 2) {
    defects.push(defect('no-length', feature, 1, firstRepeated));
    return undefined;
  }
  if (repeated > 0) defects.push(defect('repeated-points', feature, repeated, firstRepeated));
  const [lonE7, latE7] = [Float64Array.from(lon), Float64Array.from(lat)];
  const highway = tags['highway'] ?? '';
  const access = { isControlled: CONTROLLED.has(highway), isMotorway: highway === 'motorway' };
  const line = { feature, tags, level, ...access, lonE7, latE7, alongMetres: runningMetres(lonE7, latE7) };
  reportSpikes(line, defects);
  return line;
}

function reportSpikes(line: PlanLine, defects: LineDefect[]): void {
  const { lonE7, latE7 } = line;
  const ruler = rulerAt(latE7[0]! / 10);
  const spikes: number[] = [];
  for (let i = 1; i + 1 < lonE7.length; i++) {
    const inEast = (lonE7[i]! - lonE7[i - 1]!) * ruler.metresPerMicroLon;
    const inNorth = (latE7[i]! - latE7[i - 1]!) * ruler.metresPerMicroLat;
    const outEast = (lonE7[i + 1]! - lonE7[i]!) * ruler.metresPerMicroLon;
    const outNorth = (latE7[i + 1]! - latE7[i]!) * ruler.metresPerMicroLat;
    const lengths = Math.sqrt((inEast ** 2 + inNorth ** 2) * (outEast ** 2 + outNorth ** 2));
    if (inEast * outEast + inNorth * outNorth <= SPIKE_COSINE * lengths) spikes.push(i);
  }
  const first = spikes[0];
  if (first !== undefined) defects.push(defect('spike', line.feature, spikes.length, placeAt(line, first)));
}

function defect(kind: LineDefect['kind'], feature: number, count: number, at: LonLat): LineDefect {
  return { kind, feature, count, at };
}

function keyOf({ lonE7, latE7, tags, level }: PlanLine): string {
  const sorted = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${lonE7.join()}|${latE7.join()}|${level}|${JSON.stringify(sorted)}`;
}
