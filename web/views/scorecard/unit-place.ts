import type { Coord, RoomView } from '../../api/answers.ts';
import type { CompoundPoint } from '../../api/coverage.ts';
import type { ClauseUnit } from '../../api/scorecard.ts';
import type { CountyIndex } from '../use-county-data.ts';

/** Everything of the county that has a place. */
export interface UnitPlaces {
  readonly index: CountyIndex;
  readonly compounds: readonly CompoundPoint[];
  readonly rooms: readonly RoomView[];
}

/** Where a unit of a clause is: its own place, or the middle of its settlements; undefined where that is not known. */
export function placeOfUnit(
  { unit, id, name }: Pick<ClauseUnit, 'unit' | 'id' | 'name'>,
  { index, compounds, rooms }: UnitPlaces,
): Coord | undefined {
  switch (unit) {
    case 'station':
    case 'group':
      return index.station.get(id)?.coord;
    case 'village':
      return index.settlement.get(id)?.coord;
    case 'compound':
      return compounds.find((compound) => compound.id === id)?.coord;
    case 'room':
      return rooms.find((room) => room.id === id)?.coord ?? undefined;
    case 'township':
      return middleOf(
        [...index.settlement.values()].filter(({ township }) => township === name).map(({ coord }) => coord),
      );
    default:
      return undefined;
  }
}

function middleOf(coords: readonly Coord[]): Coord | undefined {
  if (coords.length === 0) return undefined;
  const mean = (axis: 0 | 1): number => coords.reduce((sum, coord) => sum + coord[axis], 0) / coords.length;
  return [mean(0), mean(1)];
}
