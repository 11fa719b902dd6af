import type { WritableElements, WritableNode, WritableWay } from '../../osm/write-osm.ts';
import type { Metres } from '../../units.ts';
import { findMeetings, isLineEnd, type LinePlace, type Meeting, mayMeet } from './meetings.ts';
import { degrees, metresApart, type PlanLine, placeAt, planLines } from './plan-lines.ts';
import { SegmentIndex } from './segment-index.ts';
import { type PlacedEnd, snapEnds } from './snap-ends.ts';
import {
  JOIN_TOLERANCE_METRES,
  type LineDefect,
  type LineJoin,
  NEAR_MISS_TOLERANCES,
  type NearMiss,
  type SurveyedLine,
} from './surveyed-line.ts';

/** Surveyed lines as a network of nodes and ways, with everything that was done to them. */
export interface NodedLines {
  /** One way a line, ids from 1, in an order that does not depend on the file's. No relations. */
  readonly elements: WritableElements;
  /** Feature of each way. */
  readonly wayFeatures: readonly number[];
  readonly joins: readonly LineJoin[];
  /** Dead ends that nearly touch: more than the tolerance and at most three tolerances apart, or not to be joined without moving an end too far. */
  readonly nearMisses: readonly NearMiss[];
  readonly defects: readonly LineDefect[];
}

/** A crossing this near to the place where an end of the same two lines was put is that place. */
const SAME_PLACE_METRES: Metres = 0.05;

/**
 * Joins lines where they share a point, where they cross on one level, and where an end nearly meets another end or
 * line. The order of the lines makes no difference.
 * @param toleranceMetres no end is moved farther
 * @throws Error for a tolerance that is not positive
 */
export function nodeLines(
  surveyed: readonly SurveyedLine[],
  toleranceMetres: Metres = JOIN_TOLERANCE_METRES,
): NodedLines {
  if (!(toleranceMetres > 0)) throw new Error(`A tolerance of ${toleranceMetres} m, expected more than 0.`);
  const { planned, defects } = planLines(surveyed);
  if (planned.length === 0) return { elements: NO_ELEMENTS, wayFeatures: [], joins: [], nearMisses: [], defects };
  const index = new SegmentIndex(planned);
  const drawn = findMeetings(planned, index);
  const { lines, placed, joins: snapped, nearMisses } = snapEnds(planned, drawn, index, toleranceMetres);
  const meetings = findMeetings(lines).filter((meeting) => mayMeet(lines, meeting));
  const weaver = new Weaver(lines);
  for (const end of placed) weaver.place(end);
  const isPlaced = meetingNear(placed.map(meetingOf), SAME_PLACE_METRES);
  const crossings = meetings.filter((meeting) => !isPlaced(meeting));
  const isKept = meetingNear([...meetings, ...placed.map(meetingOf)], NEAR_MISS_TOLERANCES * toleranceMetres);
  const lost = drawn.filter((meeting) => mayMeet(planned, meeting) && isBetween(meeting) && !isKept(meeting));
  for (const meeting of [...crossings, ...lost]) weaver.join(meeting);
  const touches = drawn.filter((meeting) => isTouch(planned, meeting) && mayMeet(planned, meeting));
  const joins = [
    ...touches.map((meeting) => joinOf(planned, meeting, 'touch')),
    ...[...crossings, ...lost]
      .filter((meeting) => !isTouch(lines, meeting))
      .map((meeting) => joinOf(lines, meeting, 'crossing')),
    ...snapped,
  ];
  return { ...weaver.ways(), joins, nearMisses, defects: [...defects, ...weaver.collapsed()] };
}

const NO_ELEMENTS: WritableElements = { nodes: [], ways: [], relations: [] };

/** An end or a point of both lines, as against a place between points. */
function isTouch(lines: readonly PlanLine[], { a, b }: Meeting): boolean {
  return isLineEnd(lines, a) || isLineEnd(lines, b) || (a.part === 0 && b.part === 0);
}

/** Whether it lies between two points of one of the lines, where it may be gone once an end of that line has moved. */
function isBetween({ a, b }: Meeting): boolean {
  return a.part > 0 || b.part > 0;
}

function joinOf(lines: readonly PlanLine[], { a, b, lonE7, latE7 }: Meeting, kind: LineJoin['kind']): LineJoin {
  const features = [lines[a.line]!.feature, lines[b.line]!.feature] as const;
  return { kind, features, at: degrees(lonE7, latE7), movedMetres: 0 };
}

/**
 * Whether two lines have one of some meetings near another. Rounding may leave a crossing a centimetre from the place
 * where an end was put on the line; and a crossing that was drawn may be gone where an end was moved.
 */
function meetingNear(meetings: readonly Meeting[], metres: Metres): (meeting: Meeting) => boolean {
  const byLines = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const key = linesKey(meeting.a.line, meeting.b.line);
    const known = byLines.get(key);
    if (known) known.push(meeting);
    else byLines.set(key, [meeting]);
  }
  return ({ a, b, lonE7, latE7 }) =>
    (byLines.get(linesKey(a.line, b.line)) ?? []).some(
      (other) => metresApart(lonE7, latE7, other.lonE7, other.latE7) <= metres,
    );
}

function meetingOf({ end, on, lonE7, latE7 }: PlacedEnd): Meeting {
  return { a: { line: end.line, segment: end.vertex, part: 0 }, b: on, lonE7, latE7 };
}

function linesKey(a: number, b: number): string {
  return a < b ? `${a},${b}` : `${b},${a}`;
}

/** Points of lines, those put between included, and which of them are one node. */
class Weaver {
  private readonly pointOffset: number[];
  private readonly lonE7: number[] = [];
  private readonly latE7: number[] = [];
  private readonly parent: number[] = [];
  /** Points put into a segment, by the number of its first point. */
  private readonly between = new Map<number, { part: number; point: number }[]>();
  private readonly lost: LineDefect[] = [];

  private readonly lines: readonly PlanLine[];

  constructor(lines: readonly PlanLine[]) {
    this.lines = lines;
    this.pointOffset = lines.map(({ lonE7, latE7 }) => {
      const offset = this.parent.length;
      for (let vertex = 0; vertex < lonE7.length; vertex++) this.addPoint(lonE7[vertex]!, latE7[vertex]!);
      return offset;
    });
  }

  place({ end, on, lonE7, latE7 }: PlacedEnd): void {
    this.unite(this.pointOffset[end.line]! + end.vertex, this.pointAt(on, lonE7, latE7));
  }

  join({ a, b, lonE7, latE7 }: Meeting): void {
    this.unite(this.pointAt(a, lonE7, latE7), this.pointAt(b, lonE7, latE7));
  }

  ways(): Pick<NodedLines, 'elements' | 'wayFeatures'> {
    const nodes: WritableNode[] = [];
    const ways: WritableWay[] = [];
    const wayFeatures: number[] = [];
    const idOfRoot = new Map<number, number>();
    this.lines.forEach((line, lineIndex) => {
      const roots = this.rootsAlong(lineIndex);
      if (roots.length < 2) {
        this.lost.push({ kind: 'collapsed', feature: line.feature, count: 1, at: placeAt(line, 0) });
        return;
      }
      const nodeIds = roots.map((root) => {
        const known = idOfRoot.get(root);
        if (known !== undefined) return known;
        const id = nodes.push({ id: nodes.length + 1, lonE7: this.lonE7[root]!, latE7: this.latE7[root]! });
        idOfRoot.set(root, id);
        return id;
      });
      ways.push({ id: ways.length + 1, nodeIds, tags: line.tags });
      wayFeatures.push(line.feature);
    });
    return { elements: { nodes, ways, relations: [] }, wayFeatures };
  }

  /** Lines of which moving their ends left nothing. To be asked after `ways`. */
  collapsed(): readonly LineDefect[] {
    return this.lost;
  }

  private rootsAlong(lineIndex: number): number[] {
    const roots: number[] = [];
    const add = (point: number): void => {
      const root = this.rootOf(point);
      if (roots[roots.length - 1] !== root) roots.push(root);
    };
    const count = this.lines[lineIndex]!.lonE7.length;
    for (let vertex = 0; vertex < count; vertex++) {
      const point = this.pointOffset[lineIndex]! + vertex;
      add(point);
      const inner = this.between.get(point) ?? [];
      for (const put of inner.slice().sort((a, b) => a.part - b.part || a.point - b.point)) add(put.point);
    }
    return roots;
  }

  /** The point of a line at a place: one that is there, or a new one. */
  private pointAt({ line, segment, part }: LinePlace, lonE7: number, latE7: number): number {
    const first = this.pointOffset[line]! + segment;
    if (part === 0) return first;
    const inner = this.between.get(first) ?? [];
    for (const point of [first, first + 1, ...inner.map((put) => put.point)]) {
      if (this.lonE7[point] === lonE7 && this.latE7[point] === latE7) return point;
    }
    const point = this.addPoint(lonE7, latE7);
    this.between.set(first, [...inner, { part, point }]);
    return point;
  }

  private addPoint(lonE7: number, latE7: number): number {
    this.lonE7.push(lonE7);
    this.latE7.push(latE7);
    return this.parent.push(this.parent.length) - 1;
  }

  private unite(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    this.parent[Math.max(first, second)] = Math.min(first, second);
  }

  private rootOf(point: number): number {
    let root = point;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root]!]!;
      root = this.parent[root]!;
    }
    return root;
  }
}
