import { useCallback, useMemo, useState } from 'react';
import type { Address } from '../address/address.ts';
import type { ChangeAddress } from '../address/use-address.ts';
import type { Coord, CountyView, RoomView } from '../api/answers.ts';
import { type CompoundPoint, type CoverageHexagons, readCompounds, readCoverageHexagons } from '../api/coverage.ts';
import { type DeliveryPreview, type PreviewQuestion, readPreview } from '../api/deliveries.ts';
import { readRooms } from '../api/questions.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import { type Delivery, useDelivery } from './data/use-delivery.ts';
import type { DeskQuestions } from './use-questions.ts';

/** What the panels beside the map keep while one goes from one to another. */
export interface Work {
  readonly delivery: Delivery;
  /** The file whose positions are on the map: its position in the delivery. */
  readonly previewed: number | undefined;
  readonly setPreviewed: (file: number | undefined) => void;
  readonly preview: DeliveryPreview | undefined;
  readonly compounds: readonly CompoundPoint[];
  readonly rooms: readonly RoomView[];
  /** Asked for only where it is shown. */
  readonly coverage: Answer<CoverageHexagons>;
  readonly marked: Coord | undefined;
  readonly setMarked: (coord: Coord | undefined) => void;
}

const NO_COMPOUNDS: readonly CompoundPoint[] = [];
const NO_ROOMS: readonly RoomView[] = [];

/** The delivery under way, what of it is on the map, the county's compounds and police rooms, the marked place. */
export function useWork(county: CountyView, address: Address, change: ChangeAddress, questions: DeskQuestions): Work {
  const { work } = address;
  const { code, lang } = { code: county.code, lang: questions.county.lang };
  const [previewed, setPreviewed] = useState<number>();
  const [marked, setMarked] = useState<Coord>();
  const setId = useCallback(
    (intake: string | undefined) => {
      setPreviewed(undefined);
      change({ work: { ...work, intake } });
    },
    [change, work],
  );
  const delivery = useDelivery({ code, lang, id: work.intake, setId });
  const isShown = work.panel === 'data' && previewed !== undefined && delivery.view.shown?.state === 'checked';
  const question = useMemo(
    (): PreviewQuestion | undefined =>
      isShown && work.intake ? { code, id: work.intake, lang, file: previewed } : undefined,
    [isShown, code, work.intake, lang, previewed],
  );
  const preview = useAnswer(readPreview, question).data;
  const compounds = useAnswer(readCompounds, questions.county).shown ?? NO_COMPOUNDS;
  const rooms = useAnswer(readRooms, questions.county).shown ?? NO_ROOMS;
  const isCoverage = work.measure !== 'response' || address.selection.kind === 'cell';
  const coverage = useAnswer(readCoverageHexagons, isCoverage ? questions.county : undefined);
  const isMarked = work.panel === 'scorecard' || work.panel === 'gaps';
  return {
    ...{ delivery, previewed, setPreviewed, preview, compounds, rooms, coverage, setMarked },
    marked: isMarked ? marked : undefined,
  };
}
