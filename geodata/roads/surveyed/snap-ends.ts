import type { LonLat, Metres } from '../../units.ts';
import { EndClusters, type Place } from './end-clusters.ts';
import { JoinRules, type LinePiece } from './join-rules.ts';
import {
  type Approach,
  findApproaches,
  findTerminals,
  type LineEnd,
  nearestOnSegment,
  spotOf,
  spotsOf,
  type Terminal,
} from './line-ends.ts';
import { LocalLinks, type Spot } from './local-links.ts';
import { type LinePlace, type Meeting, mayMeet } from './meetings.ts';
import { degrees, type PlanLine, runningMetres } from './plan-lines.ts';
import type { SegmentIndex } from './segment-index.ts';
import { type LineJoin, NEAR_MISS_TOLERANCES, type NearMiss } from './surveyed-line.ts';

/** A way round that is at most so many times as long as the gap makes a join needless. */
const WAY_ROUND = 4;
/** So many tolerances from a loose end a crossing of its last piece may come and go as the end moves. */
const FRAIL_TOLERANCES = 2;

/** A place on a line to which an end was moved. The line gets a point there. */
export interface PlacedEnd {
  readonly end: { readonly line: number; readonly vertex: number };
  readonly on: LinePlace;
  readonly lonE7: number;
  readonly latE7: number;
}

export interface SnappedLines {
  /** The lines with their ends where they are now. */
  readonly lines: PlanLine[];
  readonly placed: PlacedEnd[];
  readonly joins: LineJoin[];
  readonly nearMisses: NearMiss[];
}

/**
 * Moves ends onto the ends and lines that they nearly meet, the nearest first: no end by more than the tolerance, none
 * twice, and none where the roads already lead from one to the other near by. An end goes to another end where one is
 * within the tolerance, else to the nearest place of the line. An end that touches something only moves to another
 * end. What stays apart within three tolerances is listed.
 */
export function snapEnds(
  lines: readonly PlanLine[],
  meetings: readonly Meeting[],
  index: SegmentIndex,
  toleranceMetres: Metres,
): SnappedLines {
  const terminals = findTerminals(lines, meetings);
  const reach = NEAR_MISS_TOLERANCES * toleranceMetres;
  const approaches = findApproaches(lines, terminals, index, reach, WAY_ROUND * toleranceMetres);
  const within = approaches.filter(({ metres }) => metres <= toleranceMetres);
  const rules = new JoinRules(lines, terminals, within);
  const near = inTurn(within, lines, terminals, rules);
  const desk = new SnappingDesk(lines, terminals, rules, toleranceMetres);
  for (const meeting of meetings) if (mayMeet(lines, meeting)) desk.link(meeting);
  desk.heed(near);
  const put = near.filter((approach) => !desk.join(approach));
  // Once ends have found each other, nobody is left behind by what was put off.
  for (const approach of put) desk.join(approach, true);
  for (const approach of near) desk.joinFurther(approach);
  return desk.result(approaches);
}

/**
 * Nearest first; then those for which something else is likelier. An end goes to a line only after it had its chance
 * with that line's own ends and, as a bridge, with its other half; two ends beside one line go to the line first, or
 * they would find each other and miss it, unless they are of one road beside that line; a motorway or slip road and another road meet last of all.
 */
function inTurn(
  approaches: readonly Approach[],
  lines: readonly PlanLine[],
  terminals: readonly Terminal[],
  rules: JoinRules,
): Approach[] {
  const linesBeside = new Map<number, Map<number, LinePiece>>();
  for (const { terminal, on } of approaches) {
    if (!on || !rules.mayEndOn(terminal, on)) continue;
    linesBeside.set(terminal, (linesBeside.get(terminal) ?? new Map()).set(on.line, on));
  }
  const endsNear = (terminal: number, line: number): boolean =>
    [terminal, ...rules.mates(terminal)].some((end) => terminals[end]!.ends.some((one) => one.line === line));
  const turnOf = ({ terminal, other, on }: Approach): number => {
    if (on) {
      const [end, line] = [lines[terminals[terminal]!.ends[0]!.line]!, lines[on.line]!];
      if (end.isMotorway && !line.isControlled) return 2;
      if (line.isControlled && !end.isControlled) return 2;
      if (endsNear(terminal, on.line)) return 3;
      if (rules.mates(terminal).some((mate) => rules.areCutBeside(terminal, mate, on))) return 3;
      return line.level === end.level ? 0 : 1;
    }
    if (rules.isMixed(terminal, other!)) return 2;
    if (rules.arePointless(terminal, other!)) return 1;
    const beside = linesBeside.get(other!);
    const common = Array.from(linesBeside.get(terminal)?.values() ?? []).filter(({ line }) => beside?.has(line));
    const isBetween = (on: LinePiece): boolean =>
      !endsNear(terminal, on.line) && !endsNear(other!, on.line) && !rules.areCutBeside(terminal, other!, on);
    return common.some(isBetween) ? 1 : 0;
  };
  return approaches
    .map((approach, position) => ({ approach, position, turn: turnOf(approach) }))
    .sort((x, y) => x.turn - y.turn || x.approach.metres - y.approach.metres || x.position - y.position)
    .map(({ approach }) => approach);
}

/** What has been moved where so far. */
class SnappingDesk {
  private readonly links: LocalLinks;
  private readonly drawnLinks: LocalLinks;
  private readonly clusters: EndClusters;
  private readonly isJoined: boolean[];
  private readonly placed: PlacedEnd[] = [];
  private readonly placedOn = new Map<number, PlacedEnd[]>();
  /** Joins in their order: an end with another, or with a line. */
  private readonly made: { terminal: number; other?: number; line: number }[] = [];

  /** Lines within the tolerance of each end, as `terminal,line`. */
  private readonly nearLines = new Set<string>();
  /** By terminal, how near the nearest line is on which it may be put. */
  private readonly nearestLine = new Map<number, Metres>();
  private readonly lines: readonly PlanLine[];
  private readonly terminals: readonly Terminal[];
  private readonly rules: JoinRules;
  private readonly tolerance: Metres;

  constructor(lines: readonly PlanLine[], terminals: readonly Terminal[], rules: JoinRules, tolerance: Metres) {
    this.lines = lines;
    this.terminals = terminals;
    this.rules = rules;
    this.tolerance = tolerance;
    this.links = new LocalLinks(lines.length);
    this.drawnLinks = new LocalLinks(lines.length);
    this.clusters = new EndClusters(terminals, tolerance);
    this.isJoined = terminals.map(({ ends, isPassed }) => isPassed || ends.length > 1);
  }

  /** Notes where lines are joined as drawn. A crossing beside a loose end may go when the end moves: it joins nothing yet. */
  link({ a, b }: Meeting): void {
    const [first, second] = [spotOf(this.lines, a), spotOf(this.lines, b)];
    this.drawnLinks.add(first, second);
    if (!this.isFrail(a, first) && !this.isFrail(b, second)) this.links.add(first, second);
  }

  private isFrail({ line, segment, part }: LinePlace, { along }: Spot): boolean {
    if (part === 0) return false;
    const { lonE7, alongMetres } = this.lines[line]!;
    const last = lonE7.length - 1;
    return [0, last].some((vertex) => {
      if (segment !== (vertex === 0 ? 0 : last - 1)) return false;
      const terminal = this.terminalAt(line, vertex);
      const isLoose = terminal !== undefined && !this.isJoined[terminal];
      return isLoose && Math.abs(alongMetres[vertex]! - along) <= FRAIL_TOLERANCES * this.tolerance;
    });
  }

  /** Takes note of what is near what, so that no end moves away from another one that has nothing else. */
  heed(near: readonly Approach[]): void {
    for (const { terminal, on, metres } of near) {
      if (!on) continue;
      this.nearLines.add(`${terminal},${on.line}`);
      if (!this.rules.mayEndOn(terminal, on)) continue;
      this.nearestLine.set(terminal, Math.min(metres, this.nearestLine.get(terminal) ?? Infinity));
    }
  }

  /** @returns false where the join was put off, to be tried again after the others */
  join(approach: Approach, isLast = false): boolean {
    if (!this.isAllowed(approach)) return true;
    if (approach.other === undefined) return this.joinLine(approach, isLast);
    return this.joinEnds(approach.terminal, approach.other, approach.metres, isLast);
  }

  /** An end that has found another end goes on, with it, to a line beside both. Not what passes over roads. */
  joinFurther(approach: Approach): void {
    const { terminal, on } = approach;
    if (!on || !this.isJoined[terminal] || !this.isAllowed(approach)) return;
    const [end, line] = [this.lines[this.terminals[terminal]!.ends[0]!.line]!, this.lines[on.line]!];
    if (end.level !== line.level || end.isControlled !== line.isControlled) return;
    this.putOnLine(approach, true);
  }

  result(approaches: readonly Approach[]): SnappedLines {
    const lines = this.lines.map((line) => ({ ...line, lonE7: line.lonE7.slice(), latE7: line.latE7.slice() }));
    this.terminals.forEach(({ ends }, terminal) => {
      for (const { line, vertex } of ends) {
        lines[line]!.lonE7[vertex] = this.clusters.placeOf(terminal).lonE7;
        lines[line]!.latE7[vertex] = this.clusters.placeOf(terminal).latE7;
      }
    });
    return {
      lines: lines.map((line) => ({ ...line, alongMetres: runningMetres(line.lonE7, line.latE7) })),
      placed: this.placed,
      joins: this.made.map((join) => this.joinOf(join)),
      nearMisses: this.nearMisses(approaches),
    };
  }

  private joinEnds(p: number, q: number, metres: Metres, isLast: boolean): boolean {
    const areLoose = !this.isJoined[p] && !this.isJoined[q] && !this.isOneLine(p, q);
    if (!areLoose && this.isJoinedNearBy(this.spots(p), this.spots(q), metres)) return true;
    if (this.rules.areSideBySide(this.endsAt(p), this.endsAt(q))) return true;
    const place = this.clusters.placeOfBoth(p, q);
    if (!place) return true;
    if (!isLast && (this.leavesEnds(p, q, place) || this.leavesEnds(q, p, place))) return false;
    this.clusters.merge(p, q);
    this.made.push({ terminal: p, other: q, line: this.terminals[q]!.ends[0]!.line });
    this.isJoined[p] = true;
    this.isJoined[q] = true;
    for (const from of this.spots(p)) this.links.add(from, this.spots(q)[0]!);
    return true;
  }

  private joinLine(approach: Approach, isLast: boolean): boolean {
    return this.isJoined[approach.terminal] || this.putOnLine(approach, isLast);
  }

  private putOnLine({ terminal, on, metres }: Approach, isLast: boolean): boolean {
    const { line, segment } = on!;
    if (this.isJoinedNearBy(this.spots(terminal), [this.spotOn(terminal, on!)], metres)) return true;
    const found = this.placeOn(terminal, line, segment);
    if (!found || this.clusters.metresFrom(terminal, found) > this.tolerance) return true;
    if (!isLast && this.leavesMates(terminal, line, found)) return false;
    if (!this.clusters.pin(terminal, found)) return true;
    const { lonE7, latE7 } = found;
    this.made.push({ terminal, line });
    this.isJoined[terminal] = true;
    const placed = { end: this.terminals[terminal]!.ends[0]!, on: found.on, lonE7, latE7 };
    this.placed.push(placed);
    this.placedOn.set(line, [...(this.placedOn.get(line) ?? []), placed]);
    this.links.add(this.spots(terminal)[0]!, spotOf(this.lines, found.on));
    return true;
  }

  /** Whether an end near one of two, joined to nothing yet and near no third that is loose, could not follow to their place. */
  private leavesEnds(terminal: number, other: number, to: Place): boolean {
    const isFree = (end: number): boolean => end !== terminal && end !== other && !this.isJoined[end];
    return this.rules
      .mates(terminal)
      .some(
        (mate) =>
          isFree(mate) &&
          this.clusters.metresFrom(mate, to) > this.tolerance &&
          this.isAllowed({ terminal, other: mate, metres: 0 }) &&
          !this.rules.mates(mate).some(isFree),
      );
  }

  /** Whether an end near by, joined to nothing yet, could neither follow to a place on a line nor reach the line itself. */
  private leavesMates(terminal: number, line: number, to: Place): boolean {
    const mates = this.rules.mates(terminal);
    return mates.some(
      (mate) =>
        !this.isJoined[mate] &&
        this.clusters.metresFrom(mate, to) > this.tolerance &&
        !this.nearLines.has(`${mate},${line}`) &&
        !this.hasNearerLine(mate, terminal) &&
        this.isAllowed({ terminal, other: mate, metres: 0 }),
    );
  }

  /** Whether an end lies nearer to a line than to another end. */
  private hasNearerLine(end: number, other: number): boolean {
    const { lonE7, latE7 } = this.terminals[other]!;
    return (this.nearestLine.get(end) ?? Infinity) < this.clusters.metresFrom(end, { lonE7, latE7 });
  }

  /** The place to which an end is moved on a line: a point between the line's ends where one is near, else the nearest place. */
  private placeOn(terminal: number, line: number, segment: number): (Place & { on: LinePlace }) | undefined {
    const point = this.nearestPoint(terminal, line, segment);
    if (point) return point;
    const { lonE7, latE7 } = this.terminals[terminal]!;
    const [a, b] = [this.pointOf(line, segment), this.pointOf(line, segment + 1)];
    const { part } = nearestOnSegment(lonE7, latE7, a.lonE7, a.latE7, b.lonE7, b.latE7);
    if (part === 0 || part === 1) return undefined;
    return {
      lonE7: Math.round(a.lonE7 + (b.lonE7 - a.lonE7) * part),
      latE7: Math.round(a.latE7 + (b.latE7 - a.latE7) * part),
      on: { line, segment, part },
    };
  }

  /** Of a segment's points within the tolerance, those put there included, the nearest: roads that meet do so at one place. */
  private nearestPoint(terminal: number, line: number, segment: number): (Place & { on: LinePlace }) | undefined {
    const { lonE7, latE7 } = this.lines[line]!;
    const points = [segment, segment + 1]
      .filter((vertex) => vertex > 0 && vertex < lonE7.length - 1)
      .map((vertex) => ({ lonE7: lonE7[vertex]!, latE7: latE7[vertex]!, on: { line, segment: vertex, part: 0 } }));
    const put = (this.placedOn.get(line) ?? []).filter(({ on }) => on.segment === segment && on.part > 0);
    const near = [...points, ...put.map(({ lonE7, latE7, on }) => ({ lonE7, latE7, on }))]
      .map((point) => ({ point, metres: this.clusters.metresFrom(terminal, point) }))
      .filter(({ metres }) => metres <= this.tolerance);
    return near.sort((x, y) => x.metres - y.metres)[0]?.point;
  }

  /** Where a point of a line is now. Inner points never move. */
  private pointOf(line: number, vertex: number): Place {
    const { lonE7, latE7 } = this.lines[line]!;
    const here = { lonE7: lonE7[vertex]!, latE7: latE7[vertex]! };
    if (vertex > 0 && vertex < lonE7.length - 1) return here;
    const terminal = this.terminalAt(line, vertex);
    return terminal === undefined ? here : this.clusters.placeOf(terminal);
  }

  private terminalAt(line: number, vertex: number): number | undefined {
    this.terminalOfEnd ??= new Map(
      this.terminals.flatMap(({ ends }, terminal) =>
        ends.map((end) => [`${end.line},${end.vertex}`, terminal] as const),
      ),
    );
    return this.terminalOfEnd.get(`${line},${vertex}`);
  }

  private terminalOfEnd: Map<string, number> | undefined;

  private isAllowed({ terminal, other, on }: Approach): boolean {
    if (on) return this.rules.mayEndOn(terminal, on);
    if (!this.rules.isMixed(terminal, other!)) return true;
    // A motorway that goes on here meets no other road; one that ends here does.
    return !this.isJoined[this.rules.endsMotorway(terminal) ? terminal : other!];
  }

  private isOneLine(p: number, q: number): boolean {
    const mine = this.terminals[p]!.ends;
    return this.terminals[q]!.ends.some(({ line }) => mine.some((end) => end.line === line));
  }

  private isJoinedNearBy(from: readonly Spot[], to: readonly Spot[], metres: Metres): boolean {
    return this.links.reaches(from, to, WAY_ROUND * Math.max(metres, this.tolerance));
  }

  /** All ends that are one place with an end. */
  private endsAt(terminal: number): LineEnd[] {
    return this.clusters.membersWith(terminal).flatMap((member) => this.terminals[member]!.ends);
  }

  private spots(terminal: number): Spot[] {
    return spotsOf(this.lines, this.terminals[terminal]!);
  }

  private spotOn(terminal: number, { line, segment }: { line: number; segment: number }): Spot {
    const { lonE7, latE7 } = this.lines[line]!;
    const from = this.terminals[terminal]!;
    const { part } = nearestOnSegment(
      from.lonE7,
      from.latE7,
      lonE7[segment]!,
      latE7[segment]!,
      lonE7[segment + 1]!,
      latE7[segment + 1]!,
    );
    return spotOf(this.lines, part === 1 ? { line, segment: segment + 1, part: 0 } : { line, segment, part });
  }

  private joinOf({ terminal, other, line }: { terminal: number; other?: number; line: number }): LineJoin {
    const place = this.clusters.placeOf(terminal);
    const moved = [terminal, other ?? terminal].map((end) => this.clusters.metresFrom(end, place));
    return {
      kind: 'snapped-end',
      features: [this.featureOf(terminal), this.lines[line]!.feature],
      at: degrees(place.lonE7, place.latE7),
      movedMetres: Math.max(...moved),
    };
  }

  private featureOf(terminal: number): number {
    return this.lines[this.terminals[terminal]!.ends[0]!.line]!.feature;
  }

  /** The nearest road of each end that is joined to nothing, unless the roads lead there anyway. */
  private nearMisses(approaches: readonly Approach[]): NearMiss[] {
    const nearest = new Map<number, NearMiss>();
    const consider = (terminal: number, line: number, to: readonly Spot[], metres: Metres): void => {
      if (metres >= (nearest.get(terminal)?.metres ?? Infinity)) return;
      const from = this.spots(terminal);
      if (this.isJoinedNearBy(from, to, metres)) return;
      if (this.drawnLinks.reaches(from, to, WAY_ROUND * Math.max(metres, this.tolerance))) return;
      const at: LonLat = degrees(this.terminals[terminal]!.lonE7, this.terminals[terminal]!.latE7);
      nearest.set(terminal, { feature: this.featureOf(terminal), at, otherFeature: this.lines[line]!.feature, metres });
    };
    for (const approach of approaches) {
      const { terminal, other, on, metres } = approach;
      const isNear = metres <= this.tolerance;
      const isLone = on !== undefined && isNear && !this.isJoined[terminal];
      if (!isLone && !this.isAllowed(approach)) continue;
      if (on && (isNear || !this.isJoined[terminal])) consider(terminal, on.line, [this.spotOn(terminal, on)], metres);
      if (other === undefined) continue;
      if (isNear || !this.isJoined[terminal])
        consider(terminal, this.terminals[other]!.ends[0]!.line, this.spots(other), metres);
      if (!this.isJoined[other]) consider(other, this.terminals[terminal]!.ends[0]!.line, this.spots(terminal), metres);
    }
    return Array.from(nearest.entries())
      .sort(([a], [b]) => a - b)
      .map(([, miss]) => miss);
  }
}
