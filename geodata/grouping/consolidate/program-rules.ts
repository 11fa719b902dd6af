import type { ProgramRows } from '../../siting/program-rows.ts';
import type { ConsolidationProblem, ConsolidationStation } from './consolidation-problem.ts';
import { type ChoiceColumns, columnOf, columnsOf } from './program-columns.ts';
import { addContiguityRows } from './program-contiguity.ts';
import { backupCentres, type Choices, candidatesOf } from './reduce-choices.ts';

type Entry = readonly [column: number, value: number];

/** The rules as rows, but for what of contiguity is cut in where a plan breaks it, and for what the choices say already. */
export function addRuleRows(
  rows: ProgramRows,
  problem: ConsolidationProblem,
  choices: Choices,
  columns: ChoiceColumns,
): void {
  for (const station of problem.stations.keys()) {
    rows.add(
      1,
      1,
      columnsOf(columns, station).map((column) => [column, 1]),
    );
  }
  const centres = [...problem.stations.keys()].filter((station) => columnOf(columns, station, station) !== undefined);
  for (const centre of centres) addGroupRows(rows, problem, choices, columns, centre);
  addBackupRows(rows, problem, choices, columns);
  const { budgetYuan, maxGroups } = problem.rules;
  const own = (centre: number) => columnOf(columns, centre, centre)!;
  if (maxGroups !== undefined) {
    rows.add(
      -Infinity,
      maxGroups,
      centres.map((centre) => [own(centre), 1]),
    );
  }
  if (budgetYuan !== undefined) {
    const cost = (centre: number) => problem.stations[centre]!.centreCostYuan ?? 0;
    rows.add(
      -Infinity,
      budgetYuan,
      centres.map((centre) => [own(centre), cost(centre)]),
    );
  }
}

/** Members have an open centre, which has members; size, strength and people of a group that is open. */
function addGroupRows(
  rows: ProgramRows,
  { stations, rules, adjacency }: ConsolidationProblem,
  choices: Choices,
  columns: ChoiceColumns,
  centre: number,
): void {
  const own = columnOf(columns, centre, centre)!;
  const members = candidatesOf(choices, centre);
  const sum = (ofCentre: number, ofMember: (member: ConsolidationStation) => number): Entry[] => [
    [own, ofCentre],
    ...members.map((member): Entry => [columnOf(columns, member, centre)!, ofMember(stations[member]!)]),
  ];
  const head = stations[centre]!;
  for (const member of members) {
    rows.add(-Infinity, 0, [
      [columnOf(columns, member, centre)!, 1],
      [own, -1],
    ]);
  }
  const { minGroupSize = 2, maxGroupSize, minOfficers, auxiliariesPerOfficer: bond, maxPeople } = rules;
  rows.add(
    0,
    Infinity,
    sum(1 - Math.max(2, minGroupSize), () => 1),
  );
  if (maxGroupSize !== undefined) {
    rows.add(
      -Infinity,
      0,
      sum(1 - maxGroupSize, () => 1),
    );
  }
  if (minOfficers !== undefined) {
    rows.add(
      0,
      Infinity,
      sum((head.officers ?? 0) - minOfficers, ({ officers = 0 }) => officers),
    );
  }
  if (bond !== undefined) {
    const spare = ({ officers = 0, auxiliaries = 0 }: ConsolidationStation) => auxiliaries - bond * officers;
    rows.add(0, Infinity, sum(spare(head), spare));
  }
  if (maxPeople !== undefined) {
    rows.add(
      -Infinity,
      0,
      sum(head.people - maxPeople, ({ people }) => people),
    );
  }
  if (rules.contiguity) addContiguityRows(rows, adjacency, columns, centre, members);
}

function addBackupRows(
  rows: ProgramRows,
  { rules, pairs, stations }: ConsolidationProblem,
  choices: Choices,
  columns: ChoiceColumns,
): void {
  if (!rules.backup) return;
  for (const station of stations.keys()) {
    const others = backupCentres(pairs, choices, station);
    for (const column of columnsOf(columns, station)) {
      const centre = columns.centre[column]!;
      if (centre < 0 || centre === station) continue;
      rows.add(-Infinity, 0, [
        [column, 1],
        ...others.filter((other) => other !== centre).map((other): Entry => [columnOf(columns, other, other)!, -1]),
      ]);
    }
  }
}
