import type { Metres } from '../../units.ts';
import { rulerAt } from '../ruler.ts';
import type { Spot } from './local-links.ts';
import { isLineEnd, type LinePlace, type Meeting } from './meetings.ts';
import { metresApart, type PlanLine } from './plan-lines.ts';
import type { SegmentIndex } from './segment-index.ts';

/** Ends of lines that lie at one place. */
export interface Terminal {
  readonly lonE7: number;
  readonly latE7: number;
  readonly ends: readonly LineEnd[];
  /** A line passes here too: the place must stay where it is. */
  readonly isPassed: boolean;
}

/** An end of a line: its first or last point. */
export interface LineEnd {
  readonly line: number;
  readonly vertex: number;
}

/** A pair of ends, or an end and the line it comes near to. Positions in the list of terminals. */
export interface Approach {
  readonly terminal: number;
  /** The other end; undefined where it is a line between its ends. */
  readonly other?: number;
  /** The line's nearest segment. */
  readonly on?: { readonly line: number; readonly segment: number };
  readonly metres: Metres;
}

/** The places at which lines end, in the order of the lines. */
export function findTerminals(lines: readonly PlanLine[], meetings: readonly Meeting[]): Terminal[] {
  const passed = new Set<string>();
  for (const { a, b, lonE7, latE7 } of meetings) {
    if (isLineEnd(lines, a) !== isLineEnd(lines, b)) passed.add(`${lonE7},${latE7}`);
  }
  const found = new Map<string, LineEnd[]>();
  lines.forEach(({ lonE7, latE7 }, line) => {
    for (const vertex of [0, lonE7.length - 1]) {
      const key = `${lonE7[vertex]},${latE7[vertex]}`;
      const known = found.get(key);
      if (known) known.push({ line, vertex });
      else found.set(key, [{ line, vertex }]);
    }
  });
  return Array.from(found, ([key, ends]) => {
    const { line, vertex } = ends[0]!;
    return { lonE7: lines[line]!.lonE7[vertex]!, latE7: lines[line]!.latE7[vertex]!, ends, isPassed: passed.has(key) };
  });
}

/** Metres along its line of a place. */
export function spotOf(lines: readonly PlanLine[], { line, segment, part }: LinePlace): Spot {
  const { alongMetres } = lines[line]!;
  const start = alongMetres[segment]!;
  return { line, along: part === 0 ? start : start + part * (alongMetres[segment + 1]! - start) };
}

/** The spots of a terminal: one an end. */
export function spotsOf(lines: readonly PlanLine[], { ends }: Terminal): Spot[] {
  return ends.map(({ line, vertex }) => ({ line, along: lines[line]!.alongMetres[vertex]! }));
}

/** The place of a segment that is nearest to a point: its share of the way, and the metres between. */
export function nearestOnSegment(
  lon: number,
  lat: number,
  lonA: number,
  latA: number,
  lonB: number,
  latB: number,
): { part: number; metres: Metres } {
  const ruler = rulerAt(lat / 10);
  const [perLon, perLat] = [ruler.metresPerMicroLon / 10, ruler.metresPerMicroLat / 10];
  const [east, north] = [(lonB - lonA) * perLon, (latB - latA) * perLat];
  const squared = east * east + north * north;
  const along = (lon - lonA) * perLon * east + (lat - latA) * perLat * north;
  const part = squared === 0 ? 0 : Math.min(1, Math.max(0, along / squared));
  return { part, metres: metresApart(lon, lat, lonA + (lonB - lonA) * part, latA + (latB - latA) * part) };
}

/**
 * Everything that an end comes nearer to than `reachMetres`: other ends, each pair once, and for an end that touches
 * nothing the nearest place of each line. Of its own line an end sees only what lies farther along it than
 * `ownMetres`, since the beginning of a line is always near its end.
 */
export function findApproaches(
  lines: readonly PlanLine[],
  terminals: readonly Terminal[],
  index: SegmentIndex,
  reachMetres: Metres,
  ownMetres: Metres,
): Approach[] {
  const terminalOfPoint = new Map<number, number>();
  terminals.forEach(({ ends }, terminal) => {
    for (const { line, vertex } of ends) terminalOfPoint.set(index.pointOffset[line]! + vertex, terminal);
  });
  const found: Approach[] = [];
  terminals.forEach((from, terminal) => {
    const others = new Map<number, Metres>();
    const nearest = new Map<number, { segment: number; metres: Metres }>();
    const ruler = rulerAt(from.latE7 / 10);
    const lonReach = (reachMetres / ruler.metresPerMicroLon) * 10 + 1;
    const latReach = (reachMetres / ruler.metresPerMicroLat) * 10 + 1;
    const { lonE7, latE7 } = from;
    index.each(lonE7 - lonReach, latE7 - latReach, lonE7 + lonReach, latE7 + latReach, (piece) => {
      for (const point of [piece, piece + 1]) {
        const other = terminalOfPoint.get(point);
        if (other === undefined || other <= terminal) continue;
        const metres = metresApart(lonE7, latE7, terminals[other]!.lonE7, terminals[other]!.latE7);
        if (metres <= reachMetres) others.set(other, metres);
      }
      const line = index.lineOf[piece]!;
      const segment = piece - index.pointOffset[line]!;
      const metres = metresToOwnOrOther(lines, from, line, segment, ownMetres);
      if (metres <= Math.min(reachMetres, nearest.get(line)?.metres ?? Infinity))
        nearest.set(line, { segment, metres });
    });
    for (const [other, metres] of others) found.push({ terminal, other, metres });
    if (from.ends.length > 1 || from.isPassed) return;
    for (const [line, { segment, metres }] of nearest) found.push({ terminal, on: { line, segment }, metres });
  });
  return found;
}

/** Infinity for what an end does not see of its own line. */
function metresToOwnOrOther(
  lines: readonly PlanLine[],
  from: Terminal,
  line: number,
  segment: number,
  ownMetres: Metres,
): Metres {
  const { lonE7, latE7, alongMetres } = lines[line]!;
  const { part, metres } = nearestOnSegment(
    from.lonE7,
    from.latE7,
    lonE7[segment]!,
    latE7[segment]!,
    lonE7[segment + 1]!,
    latE7[segment + 1]!,
  );
  const along = alongMetres[segment]! + part * (alongMetres[segment + 1]! - alongMetres[segment]!);
  const isOwn = from.ends.some((end) => end.line === line && Math.abs(alongMetres[end.vertex]! - along) <= ownMetres);
  return isOwn ? Infinity : metres;
}
