import type { Address } from '../address/address.ts';
import type { WorkChoice } from '../address/work-choice.ts';
import type { Coord, RoomView } from '../api/answers.ts';
import type { CompoundPoint } from '../api/coverage.ts';
import type { CountyData } from './use-county-data.ts';
import type { DeskQuestions } from './use-questions.ts';

/** What a panel that lists places works with. */
export interface ListPanelProps {
  readonly address: Address;
  readonly changeWork: (part: Partial<WorkChoice>) => void;
  readonly data: CountyData;
  readonly questions: DeskQuestions;
  readonly compounds: readonly CompoundPoint[];
  readonly rooms: readonly RoomView[];
  /** Marks a place on the map and goes there; undefined: marks none. */
  readonly onMark: (coord: Coord | undefined) => void;
}
