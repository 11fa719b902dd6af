import { useMemo } from 'react';
import type { CallTime } from '../address/call-time.ts';
import type { Selection } from '../address/selection.ts';
import type { DispatchAnswer, ExplainAnswer } from '../api/answers.ts';
import { type DispatchQuestion, type ExplainQuestion, readDispatch, readExplanation } from '../api/questions.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import type { DrawnRoute } from '../map/map-scene.ts';
import type { DeskQuestions } from './use-questions.ts';

/** What the service says of the selection. */
export interface SelectionData {
  readonly explanation: Answer<ExplainAnswer>;
  readonly dispatch: Answer<DispatchAnswer>;
  /** What of it is drawn. */
  readonly routes: readonly DrawnRoute[];
}

const NO_ROUTES: readonly DrawnRoute[] = [];

/** Asks about the selected settlement, or about the call that is selected. */
export function useSelectionData({ rule, limits }: DeskQuestions, selection: Selection, time: CallTime): SelectionData {
  const explained = useMemo(
    (): ExplainQuestion | undefined =>
      selection.kind === 'settlement' ? { ...rule, settlement: selection.id } : undefined,
    [rule, selection],
  );
  const called = useMemo((): DispatchQuestion | undefined => {
    if (selection.kind !== 'call' && selection.kind !== 'call-from') return undefined;
    return { ...limits, place: selection.kind === 'call' ? selection.at : selection.id, time };
  }, [limits, selection, time]);
  const explanation = useAnswer(readExplanation, explained);
  const dispatch = useAnswer(readDispatch, called);
  const routes = useMemo(
    () => [...routesOf(explanation.data), ...callRoutes(dispatch.data)],
    [explanation.data, dispatch.data],
  );
  return { explanation, dispatch, routes: routes.length > 0 ? routes : NO_ROUTES };
}

/** The response that decides as `support`, the route of its certificate where that is another, and the first response. */
function routesOf(answer: ExplainAnswer | undefined): DrawnRoute[] {
  if (!answer) return [];
  const { own, centre } = answer;
  const decisive = centre ?? own;
  const drawn = (role: DrawnRoute['role'], route: DrawnRoute['route'] | null): DrawnRoute[] =>
    route ? [{ role, route }] : [];
  return [
    ...drawn('support', decisive.fastest),
    ...drawn('other', decisive.proofRoute),
    ...(centre ? drawn('first', own.fastest) : []),
  ];
}

function callRoutes(answer: DispatchAnswer | undefined): DrawnRoute[] {
  return answer?.route ? [{ role: 'call', route: answer.route }] : [];
}
