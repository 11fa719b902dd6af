import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommitChoice, DeliveryView, IntakeChoices, Language } from '../../api/answers.ts';
import { isAbort } from '../../api/client.ts';
import {
  commitDelivery,
  type DeliveryQuestion,
  forgetDelivery,
  readDelivery,
  sendChoices,
  sendFiles,
} from '../../api/deliveries.ts';
import { type Answer, useAnswer } from '../../api/use-answer.ts';

/** Which findings are listed. */
export interface FindingsFilter {
  readonly level: DeliveryQuestion['level'];
  readonly file: number | undefined;
  readonly limit: number;
}

/** Findings listed at first, and so many more at each asking. */
export const FINDINGS_STEP = 100;

/** A delivery of files, from the choosing to the commit. What is typed and chosen stays when a request fails. */
export interface Delivery {
  readonly staged: readonly File[];
  /** Files that were sent last, as this page still has them. */
  readonly sent: readonly File[];
  readonly stage: (files: readonly File[]) => void;
  readonly send: (files: readonly File[]) => void;
  /** Bytes, while files are on their way. */
  readonly sending: { readonly sent: number; readonly total: number } | undefined;
  /** Ends the sending, the check or the commit, and forgets the delivery. */
  readonly cancel: () => void;
  readonly wasCancelled: boolean;
  readonly question: DeliveryQuestion | undefined;
  readonly view: Answer<DeliveryView>;
  readonly filter: FindingsFilter;
  readonly setFilter: (filter: FindingsFilter) => void;
  /** What is chosen, sent or not. */
  readonly choices: IntakeChoices;
  readonly choose: (choices: IntakeChoices) => void;
  readonly isChanged: boolean;
  /** Checks again under what is chosen, or under these choices. */
  readonly recheck: (choices?: IntakeChoices) => void;
  /** What is typed for the commit; name undefined: the county's own. */
  readonly typed: { readonly name: string | undefined; readonly note: string };
  readonly type: (typed: Delivery['typed']) => void;
  readonly commit: (choice: CommitChoice) => void;
  /** What the last request that changes something came to. */
  readonly failure: unknown;
  readonly isBusy: boolean;
}

interface DeliveryPlace {
  readonly code: string;
  readonly lang: Language;
  readonly id: string | undefined;
  readonly setId: (id: string | undefined) => void;
}

const POLL_MS = 500;
const NOTHING_TYPED: Delivery['typed'] = { name: undefined, note: '' };
/** What keeps rows out, before all else. */
const FIRST_FINDINGS: FindingsFilter = { level: 'error', file: undefined, limit: FINDINGS_STEP };

/** The delivery that an address names, or the one that is being put together. */
export function useDelivery({ code, lang, id, setId }: DeliveryPlace): Delivery {
  const [staged, stage] = useState<readonly File[]>([]);
  const [sent, setSent] = useState<readonly File[]>([]);
  const [filter, setFilter] = useState(FIRST_FINDINGS);
  const [turn, setTurn] = useState(0);
  const [draft, setDraft] = useState<IntakeChoices>();
  const [typed, type] = useState(NOTHING_TYPED);
  const [wasCancelled, setCancelled] = useState(false);
  const question = useMemo(
    () => (id ? { code, id, lang, ...filter, turn } : undefined),
    [code, id, lang, filter, turn],
  );
  const view = useAnswer(readDelivery, question);
  usePolling(view, () => setTurn((count) => count + 1));
  const { failure, isBusy, attempt, clear } = useAttempt();
  const sending = useSending({ code, lang }, (begun) => {
    stage([]);
    setFilter(FIRST_FINDINGS);
    setDraft(undefined);
    setId(begun);
  });
  const again = useCallback(() => setTurn((count) => count + 1), []);
  const known = id === view.shown?.id ? view.shown : undefined;
  return {
    ...{ staged, stage, sent, filter, setFilter, question, isBusy, wasCancelled, typed, type },
    ...{ sending: sending.progress, failure: failure ?? sending.failure },
    view: { ...view, shown: known },
    send: (files) => {
      setCancelled(false);
      clear();
      if (question) void forgetDelivery(question).catch(() => undefined);
      setSent(files);
      setId(undefined);
      sending.send(files);
    },
    cancel: () => {
      sending.cancel();
      setCancelled(view.shown?.state !== 'committed');
      clear();
      if (question) attempt(forgetDelivery(question), () => setId(undefined));
      setDraft(undefined);
    },
    choices: draft ?? known?.choices ?? {},
    choose: setDraft,
    isChanged: draft !== undefined,
    recheck: (chosen = draft) => {
      if (!question || !chosen) return;
      setDraft(chosen);
      attempt(sendChoices(question, chosen), () => {
        setDraft(undefined);
        again();
      });
    },
    commit: (choice) => {
      if (question) attempt(commitDelivery(question, choice), again);
    },
  };
}

/** Asks again and again while something is going on. */
function usePolling({ data }: Answer<DeliveryView>, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (data?.state !== 'checking' && data?.state !== 'committing') return;
    const timer = setTimeout(() => latest.current(), POLL_MS);
    return () => clearTimeout(timer);
  }, [data]);
}

/** One request at a time that changes something, and how it failed. */
function useAttempt() {
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const attempt = (request: Promise<void>, onDone: () => void): void => {
    setBusy(true);
    setFailure(undefined);
    request.then(onDone, setFailure).finally(() => setBusy(false));
  };
  return { failure, isBusy, attempt, clear: () => setFailure(undefined) };
}

/** Files on their way. */
function useSending(place: Pick<DeliveryPlace, 'code' | 'lang'>, onBegun: (id: string) => void) {
  const [progress, setProgress] = useState<Delivery['sending']>();
  const [failure, setFailure] = useState<unknown>();
  const abort = useRef<AbortController>(undefined);
  const send = (files: readonly File[]): void => {
    abort.current = new AbortController();
    setFailure(undefined);
    setProgress({ sent: 0, total: files.reduce((sum, { size }) => sum + size, 0) });
    sendFiles(place, files, abort.current.signal, (sent, total) => setProgress({ sent, total }))
      .then(onBegun, (error: unknown) => {
        if (!isAbort(error)) setFailure(error);
      })
      .finally(() => setProgress(undefined));
  };
  return { progress, failure, send, cancel: () => abort.current?.abort() };
}
