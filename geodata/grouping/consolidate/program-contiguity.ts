import type { ProgramRows } from '../../siting/program-rows.ts';
import { cutOffFrom, neighboursOf, type StationAdjacency } from '../adjacency.ts';
import { type ChoiceColumns, columnOf } from './program-columns.ts';

type Entry = readonly [column: number, value: number];

/**
 * What every group keeps that hangs together, written down from the start: a member that does not touch the centre has
 * a neighbour in the group, and the station that every way from the centre to it leads through, where there is one
 * (its dominator; of several the last, which needs the others itself). Between areas that hang together like a
 * tree that is all of contiguity; what is left is cut in when a plan breaks it.
 */
export function addContiguityRows(
  rows: ProgramRows,
  adjacency: StationAdjacency,
  columns: ChoiceColumns,
  centre: number,
  members: readonly number[],
): void {
  const column = (station: number) => columnOf(columns, station, centre)!;
  const lastGate = lastGates(adjacency, centre, members);
  for (const member of members) {
    const near = neighboursOf(adjacency, member);
    const gate = lastGate.get(member);
    if (near.includes(centre)) continue;
    const isNear = gate !== undefined && near.includes(gate);
    if (gate !== undefined) addRow(rows, column(member), [column(gate)]);
    if (!isNear) addRow(rows, column(member), members.filter((other) => near.includes(other)).map(column));
  }
}

function addRow(rows: ProgramRows, member: number, through: readonly number[]): void {
  rows.add(-Infinity, 0, [[member, 1], ...through.map((column): Entry => [column, -1])]);
}

/** Of each member the last other member that every way to it leads through; none where there is none. */
function lastGates(adjacency: StationAdjacency, centre: number, members: readonly number[]): Map<number, number> {
  const without = (gate: number) => members.filter((member) => member !== gate);
  const behind = new Map(members.map((gate) => [gate, cutOffFrom(adjacency, centre, without(gate))]));
  const lastGate = new Map<number, number>();
  for (const [gate, stations] of behind) {
    for (const station of stations) {
      const known = lastGate.get(station);
      if (known === undefined || behind.get(known)!.has(gate)) lastGate.set(station, gate);
    }
  }
  return lastGate;
}
