import type { OwnStation } from '../own-station.ts';
import type { Settlement } from '../places.ts';

/**
 * How settlements came together as a village: their rows name the unit's code; an administrative settlement stands for
 * its village; or a natural village names no unit and is taken as one of its own, since any other would be a guess.
 */
export type WholeVillageBasis = 'code' | 'administrative' | 'no-unit';

/** A village-level unit 行政村(社区) as a set of settlements, which no area ever divides. */
export interface WholeVillage {
  /** Code of the unit, else id of the settlement. */
  readonly key: string;
  /** Of its administrative settlement, else of its first. */
  readonly name: string;
  readonly basis: WholeVillageBasis;
  /** Settlement indexes, ascending. */
  readonly settlements: readonly number[];
  /** Settlement index of its seat: the administrative one, where it has one. */
  readonly seat: number | undefined;
  /** The station that the whole village belongs to. */
  readonly station: number;
  /** Own stations of its settlements, ascending; more than one is a finding, and `station` is then a choice. */
  readonly stations: readonly number[];
}

/**
 * The villages of a county, in the order of their first settlements; each settlement is in one. A village whose
 * settlements belong to several stations is given whole to that of its seat, else to that of the most settlements,
 * the lowest index among equals.
 */
export function wholeVillages(
  settlements: readonly Settlement[],
  ownStation: readonly Pick<OwnStation, 'station'>[],
): WholeVillage[] {
  if (settlements.length !== ownStation.length) {
    throw new Error(`${ownStation.length} own stations for ${settlements.length} settlements.`);
  }
  const ofKey = new Map<string, number[]>();
  settlements.forEach(({ id, unitCode }, index) => {
    const key = unitCode === undefined ? `settlement ${id}` : `unit ${unitCode}`;
    const known = ofKey.get(key);
    if (known) known.push(index);
    else ofKey.set(key, [index]);
  });
  return [...ofKey.values()].map((members) => wholeVillage(settlements, ownStation, members));
}

function wholeVillage(
  settlements: readonly Settlement[],
  ownStation: readonly Pick<OwnStation, 'station'>[],
  members: readonly number[],
): WholeVillage {
  const seat = members.find((index) => settlements[index]!.kind === 'administrative');
  const { id, name, unitCode } = settlements[seat ?? members[0]!]!;
  const named = members.map((index) => ownStation[index]!.station);
  return {
    key: unitCode ?? id,
    name,
    basis: unitCode !== undefined ? 'code' : seat !== undefined ? 'administrative' : 'no-unit',
    settlements: members,
    seat,
    station: seat === undefined ? mostNamed(named) : ownStation[seat]!.station,
    stations: [...new Set(named)].sort((a, b) => a - b),
  };
}

function mostNamed(stations: readonly number[]): number {
  const countOf = (station: number): number => stations.filter((other) => other === station).length;
  return stations.reduce((best, station) => {
    const [count, most] = [countOf(station), countOf(best)];
    return count > most || (count === most && station < best) ? station : best;
  });
}
