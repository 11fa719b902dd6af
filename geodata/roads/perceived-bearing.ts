import type { Bearing, Metres, MicroDegrees } from '../units.ts';
import {
  between,
  endOf,
  greatestDeviation,
  isBend,
  type LocalLine,
  type LocalPoint,
  lineMetres,
  lineStart,
  localBearing,
  metresBetween,
  piecesAhead,
  straightUpTo,
} from './line-shape.ts';
import type { WayTravel } from './profile.ts';
import type { RoadClass } from './road-class.ts';
import { rulerAt } from './ruler.ts';

/** Roads so small and so loosely drawn that only their first metres say where they turn. */
const MINOR_CLASSES: ReadonlySet<RoadClass> = new Set(['service', 'track', 'other']);
const LANE_METRES = 3.25;
const ASSUMED_LANES = 2;
const LOOK_AHEAD_METRES = 10;
const FAR_LOOK_AHEAD_METRES = 40;
const ROUNDABOUT_LOOK_AHEAD_METRES = 2;
/** A road that begins with an offset is followed at least this far before that is believed. */
const LEAST_OFFSET_ROAD_METRES = 16;
/** The first piece at least so long gives a bend's first direction; the shorter one its foot. */
const BEND_HEAD_METRES = 6;
const BEND_FOOT_METRES = 4;
/** A corrected direction keeps this share of the foot out: nearly, not quite, the piece's own direction. */
const CORRECTION = 0.9;

type Road = Pick<WayTravel, 'roadClass' | 'roundabout' | 'lanes'>;

/**
 * The direction in which a driver sees a road leave a junction. The first metres of a mapped line
 * often bend only because roads are drawn along their middle, so, as in OSRM's published procedure
 * for perceived angles, a point farther on is taken: the end of what is nearly straight over some
 * 40 m, the piece after a mere offset from the middle of a wide road, the first true piece of a bend,
 * and about 10 m along otherwise (2 m along a roundabout). What of that procedure is left out, and
 * what it costs, is measured in docs/osrm-differences.md.
 * @param lonE6 the road's points from the junction outwards, at least two
 */
export function perceivedBearing(lonE6: readonly MicroDegrees[], latE6: readonly MicroDegrees[], road: Road): Bearing {
  const line = localLine(lonE6, latE6);
  return localBearing(line[0]!, representativePoint(line, road));
}

function representativePoint(line: LocalLine, road: Road): LocalPoint {
  const tenMetres = endOf(lineStart(line, LOOK_AHEAD_METRES));
  if (line.length === 2) return endOf(line);
  if (road.roundabout) return endOf(lineStart(line, ROUNDABOUT_LOOK_AHEAD_METRES));
  if (MINOR_CLASSES.has(road.roadClass)) return tenMetres;

  const carriageway = (road.lanes || ASSUMED_LANES) * LANE_METRES * offsetFactor(road.roadClass);
  if (metresBetween(line[0]!, line[1]!) > carriageway + LOOK_AHEAD_METRES) return line[1]!;
  const ahead = piecesAhead(line, FAR_LOOK_AHEAD_METRES + carriageway);
  if (greatestDeviation(ahead) < LANE_METRES / 2) return endOf(ahead);
  const foot = straightUpTo(ahead, LANE_METRES / 4);
  if (lineMetres(ahead.slice(0, foot + 1)) >= carriageway + LOOK_AHEAD_METRES) return tenMetres;
  return afterOffset(ahead, foot, carriageway) ?? headOfBend(ahead, carriageway) ?? tenMetres;
}

/** The direction of the next piece, where the road only steps aside from the middle of a carriageway first. */
function afterOffset(line: LocalLine, foot: number, carriageway: Metres): LocalPoint | undefined {
  const start = line.slice(0, foot + 1);
  const rest = line.slice(foot);
  const startMetres = lineMetres(start);
  const metres = lineMetres(line);
  if (rest.length < 2 || metres < LEAST_OFFSET_ROAD_METRES) return undefined;
  if (startMetres >= carriageway / 2 + LANE_METRES || metres - startMetres < metres / 10) return undefined;
  if (greatestDeviation(rest) >= LANE_METRES / 2) return undefined;
  return corrected(rest[0]!, rest[1]!);
}

/** The direction in which a bend begins, past the few metres that only round the corner. */
function headOfBend(line: LocalLine, carriageway: Metres): LocalPoint | undefined {
  const leastMetres = Math.max(0.3 * carriageway, LANE_METRES / 2);
  if (lineMetres(line) <= 2 * carriageway || !isBend(line, { leastMetres, junctionMetres: carriageway }))
    return undefined;
  const head = upToFirstLongPiece(line, BEND_HEAD_METRES);
  return corrected(endOf(upToFirstLongPiece(head, BEND_FOOT_METRES)), endOf(head));
}

/**
 * The line up to a point on its first piece of at least `metres`; the whole of it where the last piece
 * is shorter than that, which is OSRM's way to tell a finely drawn bend, whose end then counts.
 */
function upToFirstLongPiece(line: LocalLine, metres: Metres): LocalLine {
  if (metresBetween(line[line.length - 2]!, endOf(line)) < metres) return line;
  let before = 0;
  for (let i = 1; i < line.length; i++) {
    const piece = metresBetween(line[i - 1]!, line[i]!);
    if (piece >= metres) {
      const part = piece === before ? 1 : Math.min(1, Math.max(0, (metres - before) / (piece - before)));
      return [...line.slice(0, i), between(line[i - 1]!, line[i]!, part)];
    }
    before = piece;
  }
  return line;
}

/** The direction from foot to head, set at the junction. */
function corrected(foot: LocalPoint, head: LocalPoint): LocalPoint {
  if (metresBetween(foot, head) < ROUNDABOUT_LOOK_AHEAD_METRES) return head;
  return [head[0] - CORRECTION * foot[0], head[1] - CORRECTION * foot[1]];
}

/** Wide roads are drawn farther from where the side road really meets them. */
function offsetFactor(roadClass: RoadClass): number {
  if (roadClass === 'motorway' || roadClass === 'trunk' || roadClass.endsWith('_link')) return 2.5;
  return roadClass === 'primary' ? 1.5 : 1;
}

/** The line in metres from its first point, points on the same spot once. */
function localLine(lonE6: readonly MicroDegrees[], latE6: readonly MicroDegrees[]): LocalLine {
  const { metresPerMicroLon, metresPerMicroLat } = rulerAt(latE6[0]!);
  const line: LocalPoint[] = [];
  lonE6.forEach((lon, i) => {
    const point: LocalPoint = [(lon - lonE6[0]!) * metresPerMicroLon, (latE6[i]! - latE6[0]!) * metresPerMicroLat];
    const last = line[line.length - 1];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) line.push(point);
  });
  // A road whose points all lie on one spot leads nowhere in particular.
  return line.length > 1 ? line : [line[0]!, line[0]!];
}
