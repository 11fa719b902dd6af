import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows that are worth rendering: those in view and some around. */
export interface RowWindow {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly onScroll: () => void;
}

const ROWS_AROUND = 8;

/** A long table renders only what is seen of it: rows of one height in a box that scrolls. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState({ top: 0, height: 400 });
  const measure = (): void => {
    const element = box.current;
    if (element) setSpan({ top: element.scrollTop, height: element.clientHeight });
  };
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSpan({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.min(count, Math.floor(span.top / rowHeight)) - ROWS_AROUND);
  const end = Math.min(count, Math.ceil((span.top + span.height) / rowHeight) + ROWS_AROUND);
  return { box, first, end, onScroll: measure };
}
