import type { Metres } from '../../units.ts';
import { rulerAt } from '../ruler.ts';
import type { Approach, LineEnd, Terminal } from './line-ends.ts';
import type { PlanLine } from './plan-lines.ts';

/** Over so much of a line its direction at an end is taken: an end 2 m off turns it by at most some 6 degrees. */
const HEADING_METRES: Metres = 20;
/** Cosine of 45 degrees: as one road goes on in another, and as ramps leave a motorway (JTG D20: at far less). */
const ALIKE_COSINE = Math.SQRT1_2;

/** A piece of a line, by its first point. */
export interface LinePiece {
  readonly line: number;
  readonly segment: number;
}

/** Which ends may meet which ends and lines, by class, level and direction. Says nothing of how near they are. */
export class JoinRules {
  private readonly lines: readonly PlanLine[];
  private readonly terminals: readonly Terminal[];
  /** Ends within the tolerance of each end. */
  private readonly matesOf = new Map<number, number[]>();

  /** @param near ends and lines within the tolerance */
  constructor(lines: readonly PlanLine[], terminals: readonly Terminal[], near: readonly Approach[]) {
    this.lines = lines;
    this.terminals = terminals;
    for (const { terminal, other } of near) {
      if (other === undefined) continue;
      this.matesOf.set(terminal, [...this.mates(terminal), other]);
      this.matesOf.set(other, [...this.mates(other), terminal]);
    }
  }

  mates(terminal: number): readonly number[] {
    return this.matesOf.get(terminal) ?? [];
  }

  /** Whether a place ends a motorway. */
  endsMotorway(terminal: number): boolean {
    return this.terminals[terminal]!.ends.some(({ line }) => this.lines[line]!.isMotorway);
  }

  /** Whether of two places one ends a motorway, and the other neither that nor a slip road. */
  isMixed(p: number, q: number): boolean {
    return (this.endsMotorway(p) && this.isOrdinary(q)) || (this.endsMotorway(q) && this.isOrdinary(p));
  }

  /**
   * Whether an end may be moved onto a line between its ends: on its own level or, where a bridge ends, on the ground.
   * Not where a carriageway was cut that the line is the other one of: both one-way, against one another. A
   * slip road that goes on over a bridge does not end on the road below. Onto a slip road it must be of a road that stops there; onto a motorway moreover a one-way road that runs off or
   * up like a ramp, as those of service areas do.
   */
  mayEndOn(terminal: number, { line, segment }: LinePiece): boolean {
    const end = this.terminals[terminal]!.ends[0]!;
    const [own, onto] = [this.lines[end.line]!, this.lines[line]!];
    if (own.level !== onto.level && onto.level !== 0) return false;
    if (this.isAgainst(end, onto, segment) && this.goesOn(terminal)) return false;
    if (own.isControlled && !onto.isControlled) return !this.goesOnAtOtherLevel(terminal);
    if (own.isControlled || !onto.isControlled) return true;
    if (own.level !== onto.level || this.goesOn(terminal)) return false;
    return !onto.isMotorway || this.isRamp(end, onto, segment);
  }

  /** Whether all that ends at two places is one-way, and at neither place can be driven on from the other straight ahead. */
  arePointless(p: number, q: number): boolean {
    const [first, second] = [this.terminals[p]!.ends, this.terminals[q]!.ends];
    if (![...first, ...second].every(({ line }) => isOneway(this.lines[line]!))) return false;
    return !first.some((one) =>
      second.some((other) => (one.vertex === 0) !== (other.vertex === 0) && this.areStraight(one, other)),
    );
  }

  /** Whether two places are one road cut there, going straight on as good as parallel to a line. */
  areCutBeside(p: number, q: number, { line, segment }: LinePiece): boolean {
    const [own, other] = [this.terminals[p]!.ends[0]!, this.terminals[q]!.ends[0]!];
    if (!this.areStraight(own, other)) return false;
    const along = direction(this.lines[line]!, segment, segment + 1);
    return [own, other].every((end) => Math.abs(cosine(headingAway(this.lines, end), along)) >= ALIKE_COSINE);
  }

  /**
   * Whether two places are carriageways or ramps side by side: each one road going on in another and no more, all four
   * one-way, the one as good as parallel to the other.
   */
  areSideBySide(first: readonly LineEnd[], second: readonly LineEnd[]): boolean {
    if (!this.isOneRoad(first) || !this.isOneRoad(second)) return false;
    if (![...first, ...second].every(({ line }) => isOneway(this.lines[line]!))) return false;
    return Math.abs(cosine(headingAway(this.lines, first[0]!), headingAway(this.lines, second[0]!))) >= ALIKE_COSINE;
  }

  private isOneRoad(ends: readonly LineEnd[]): boolean {
    return ends.length === 2 && this.areStraight(ends[0]!, ends[1]!);
  }

  private areStraight(one: LineEnd, other: LineEnd): boolean {
    return cosine(headingAway(this.lines, one), headingAway(this.lines, other)) <= -ALIKE_COSINE;
  }

  private isOrdinary(terminal: number): boolean {
    return this.terminals[terminal]!.ends.every(({ line }) => !this.lines[line]!.isControlled);
  }

  /** Whether the road of an end goes on in that of an end near by: cut there, not at an end. */
  private goesOn(terminal: number): boolean {
    const own = this.terminals[terminal]!.ends[0]!;
    return this.mates(terminal).some((mate) => this.terminals[mate]!.ends.some((end) => this.areStraight(own, end)));
  }

  private goesOnAtOtherLevel(terminal: number): boolean {
    const own = this.terminals[terminal]!.ends[0]!;
    return this.mates(terminal).some((mate) =>
      this.terminals[mate]!.ends.some(
        (end) => this.areStraight(own, end) && this.lines[end.line]!.level !== this.lines[own.line]!.level,
      ),
    );
  }

  private isRamp(end: LineEnd, onto: PlanLine, segment: number): boolean {
    return isOneway(this.lines[end.line]!) && this.cosineOfFlows(end, onto, segment) >= ALIKE_COSINE;
  }

  private isAgainst(end: LineEnd, onto: PlanLine, segment: number): boolean {
    if (!isOneway(this.lines[end.line]!) || !isOneway(onto)) return false;
    return this.cosineOfFlows(end, onto, segment) <= -ALIKE_COSINE;
  }

  /** Of the angle between the ways in which a one-way road and a piece of another line are driven. */
  private cosineOfFlows(end: LineEnd, onto: PlanLine, segment: number): number {
    const away = headingAway(this.lines, end);
    return (end.vertex === 0 ? 1 : -1) * cosine(away, direction(onto, segment, segment + 1));
  }
}

/** Lines are drawn in the order in which one-way roads are driven; a motorway and its slip roads are one-way by nature. */
function isOneway({ tags, isControlled }: PlanLine): boolean {
  const oneway = tags['oneway'];
  return oneway === undefined ? isControlled : oneway !== 'no' && oneway !== '-1';
}

type Vector = readonly [east: number, north: number];

/** The way a line takes from one of its ends. */
function headingAway(lines: readonly PlanLine[], { line, vertex }: LineEnd): Vector {
  const { alongMetres } = lines[line]!;
  const last = alongMetres.length - 1;
  const step = vertex === 0 ? 1 : -1;
  let to = vertex + step;
  while (to > 0 && to < last && Math.abs(alongMetres[to]! - alongMetres[vertex]!) < HEADING_METRES) to += step;
  return direction(lines[line]!, vertex, to);
}

function direction({ lonE7, latE7 }: PlanLine, from: number, to: number): Vector {
  const ruler = rulerAt(latE7[from]! / 10);
  return [(lonE7[to]! - lonE7[from]!) * ruler.metresPerMicroLon, (latE7[to]! - latE7[from]!) * ruler.metresPerMicroLat];
}

function cosine(a: Vector, b: Vector): number {
  const lengths = Math.sqrt((a[0] ** 2 + a[1] ** 2) * (b[0] ** 2 + b[1] ** 2));
  return lengths === 0 ? 0 : (a[0] * b[0] + a[1] * b[1]) / lengths;
}
