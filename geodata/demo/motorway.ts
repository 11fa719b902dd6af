import type { Metres } from '../units.ts';
import { type EastNorth, metresBetween, pointBetween } from './frame.ts';
import { alongCourse, besideCourse, courseNorthing } from './motorway-course.ts';
import { lineMetres } from './polyline.ts';
import type { LineKind, RoadLine, RoadMap } from './road-lines.ts';

/** A road that crosses the motorway. */
interface Crossing {
  /** Index of the line and of the place before the crossing. */
  readonly line: number;
  readonly at: number;
  /** From the motorway's western end. */
  readonly along: Metres;
  readonly place: EastNorth;
}

const NAMING = { ref: 'S83', name: '澄广高速' };
/** Half the distance between the middles of the two carriageways. */
const HALF_GAP_METRES: Metres = 14;
/** Along the motorway, from the crossing to where a slip road leaves. */
const SLIP_ALONG_METRES: Metres = 430;
/** Along the crossing road, from the motorway to where the slip roads end. */
const SLIP_ASIDE_METRES: Metres = 240;
/** How far a slip road has left the motorway half-way. */
const SLIP_BOW_METRES: Metres = 55;
const APART_METRES: Metres = 5_500;
const FROM_END_METRES: Metres = 700;
/** Crossing roads of these kinds get an interchange, the ones named first by preference. */
const INTERCHANGE_KINDS: readonly LineKind[] = ['G', 'S', 'X', 'Y'];

/**
 * Adds a motorway of two carriageways along a course that runs east, above all other roads, with a
 * diamond interchange at the crossings nearest to each wished exit, and at the best roads between.
 */
export function addMotorway(map: RoadMap, course: readonly EastNorth[], exits: readonly EastNorth[]): RoadMap {
  const places = [...map.places];
  const lines = [...map.lines];
  const addPlace = (place: EastNorth): number => places.push(place) - 1;
  const carriageway = (along: Metres, side: 1 | -1): EastNorth => besideCourse(course, along, side * HALF_GAP_METRES);
  const stops = new Map<1 | -1, { along: Metres; node: number }[]>([
    [1, []],
    [-1, []],
  ]);
  const joint = (along: Metres, side: 1 | -1): number => {
    const node = addPlace(carriageway(along, side));
    stops.get(side)?.push({ along, node });
    return node;
  };
  const addSlipRoad = (nodes: readonly number[]): void => {
    lines.push({ kind: 'slip-road', ref: '', name: '', underConstruction: false, nodes });
  };
  for (const crossing of chooseInterchanges(map, course, exits)) {
    const feet = addFeet(lines, places, crossing);
    // Traffic keeps right: the southern carriageway (-1) leads east, the northern one west.
    for (const side of [1, -1] as const) {
      const foot = side === 1 ? feet.north : feet.south;
      const before = crossing.along + side * SLIP_ALONG_METRES;
      const after = crossing.along - side * SLIP_ALONG_METRES;
      const bow = (along: Metres): number =>
        addPlace(besideCourse(course, (along + crossing.along) / 2, side * (HALF_GAP_METRES + SLIP_BOW_METRES)));
      addSlipRoad([joint(before, side), bow(before), foot]);
      addSlipRoad([foot, bow(after), joint(after, side)]);
    }
  }
  for (const side of [1, -1] as const) {
    const nodes = carriagewayNodes(course, stops.get(side) ?? [], (along) => addPlace(carriageway(along, side)));
    lines.push({ kind: 'motorway', ...NAMING, underConstruction: false, nodes: side === 1 ? nodes.reverse() : nodes });
  }
  return { places, lines };
}

function crossingsOf({ places, lines }: RoadMap, course: readonly EastNorth[]): Crossing[] {
  const found: Crossing[] = [];
  const isNorth = (place: EastNorth): boolean => place[1] > courseNorthing(course, place[0]);
  lines.forEach(({ kind, nodes }, line) => {
    if (!INTERCHANGE_KINDS.includes(kind)) return;
    for (let at = 0; at + 1 < nodes.length; at++) {
      let from = places[nodes[at] as number] as EastNorth;
      let to = places[nodes[at + 1] as number] as EastNorth;
      if (isNorth(from) === isNorth(to)) continue;
      const fromNorth = isNorth(from);
      for (let i = 0; i < 12; i++) {
        const middle = pointBetween(from, to, 0.5);
        if (isNorth(middle) === fromNorth) from = middle;
        else to = middle;
      }
      found.push({ line, at, along: alongCourse(course, from[0]), place: from });
    }
  });
  return found.sort((a, b) => a.along - b.along);
}

/** The nearest to each exit, then by rank of the road, each well apart from those chosen and on a road of its own. */
function chooseInterchanges(map: RoadMap, course: readonly EastNorth[], exits: readonly EastNorth[]): Crossing[] {
  const length = lineMetres(course);
  const hasFeet = ({ line, at, place }: Crossing): boolean => {
    const nodes = map.lines[line]?.nodes ?? [];
    const sides = [nodes.slice(at + 1), nodes.slice(0, at + 1).reverse()];
    return sides.every((side) => footFrom(side, map.places, place) !== undefined);
  };
  const usable = crossingsOf(map, course).filter(
    (crossing) => crossing.along > FROM_END_METRES && crossing.along < length - FROM_END_METRES && hasFeet(crossing),
  );
  const nearest = exits.flatMap((exit) => {
    const distance = ({ place }: Crossing): number => metresBetween(place, exit);
    return [...usable].sort((a, b) => distance(a) - distance(b)).slice(0, 1);
  });
  const rank = ({ line }: Crossing): number => INTERCHANGE_KINDS.indexOf(map.lines[line]?.kind ?? 'C');
  const byRank = [...usable].sort((a, b) => rank(a) - rank(b) || a.along - b.along);
  const chosen: Crossing[] = [];
  for (const crossing of [...nearest, ...byRank]) {
    const isApart = chosen.every(
      ({ along, line }) => line !== crossing.line && Math.abs(along - crossing.along) >= APART_METRES,
    );
    if (isApart) chosen.push(crossing);
  }
  return chosen;
}

/** Where the slip roads meet the crossing road, on either side of the motorway, put into that road. */
function addFeet(lines: RoadLine[], places: EastNorth[], { line, at, place }: Crossing) {
  const road = lines[line] as RoadLine;
  const ahead = footFrom(road.nodes.slice(at + 1), places, place);
  const behind = footFrom(road.nodes.slice(0, at + 1).reverse(), places, place);
  if (!ahead || !behind) throw new Error(`Line ${line} ends within ${SLIP_ASIDE_METRES} m of the motorway.`);
  const [aheadNode, behindNode] = [ahead, behind].map((foot) => places.push(foot.place) - 1) as [number, number];
  const nodes = [...road.nodes];
  nodes.splice(at + 1 + ahead.passed, 0, aheadNode);
  nodes.splice(at + 1 - behind.passed, 0, behindNode);
  lines[line] = { ...road, nodes };
  const aheadIsNorth = ahead.place[1] > behind.place[1];
  return aheadIsNorth ? { north: aheadNode, south: behindNode } : { north: behindNode, south: aheadNode };
}

/** The place a slip road's way along some nodes from a start, and how many nodes lie before it; undefined where they end sooner. */
function footFrom(nodes: readonly number[], places: readonly EastNorth[], start: EastNorth) {
  let previous = start;
  let left = SLIP_ASIDE_METRES;
  for (const [passed, node] of nodes.entries()) {
    const next = places[node] as EastNorth;
    const metres = metresBetween(previous, next);
    if (metres > left) return { place: pointBetween(previous, next, left / metres), passed };
    left -= metres;
    previous = next;
  }
  return undefined;
}

/** The places of a carriageway from west to east: where slip roads join it, and the bends of its course between. */
function carriagewayNodes(
  course: readonly EastNorth[],
  stops: readonly { along: Metres; node: number }[],
  addBend: (along: Metres) => number,
): number[] {
  const bends: { along: Metres; node: number }[] = [];
  let along = 0;
  course.forEach((place, index) => {
    along += index === 0 ? 0 : metresBetween(course[index - 1] as EastNorth, place);
    if (stops.every((stop) => Math.abs(stop.along - along) > 30)) bends.push({ along, node: addBend(along) });
  });
  return [...bends, ...stops].sort((a, b) => a.along - b.along).map(({ node }) => node);
}
