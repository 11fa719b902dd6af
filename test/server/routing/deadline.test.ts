import { describe, expect, it } from 'vitest';
import { Deadline } from '../../../server/routing/deadline.ts';

describe('a deadline', () => {
  it('aborts when the time is up, and says that it was that', async () => {
    const deadline = new Deadline(new AbortController().signal, 0.01);
    await new Promise((resolve) => deadline.signal.addEventListener('abort', resolve));
    expect(deadline.passed).toBe(true);
  });

  it('aborts with its caller, for the reason of the caller', () => {
    const caller = new AbortController();
    const deadline = new Deadline(caller.signal, 60);
    expect(deadline.signal.aborted).toBe(false);
    caller.abort(new Error('Gone.'));
    expect(deadline.signal.reason).toEqual(new Error('Gone.'));
    expect(deadline.passed).toBe(false);
    deadline.clear();
  });

  it('has aborted where its caller had', () => {
    const deadline = new Deadline(AbortSignal.abort(new Error('Gone.')), 60);
    expect(deadline.signal.reason).toEqual(new Error('Gone.'));
    deadline.clear();
  });

  it('no longer follows its caller once it is cleared', () => {
    const caller = new AbortController();
    const deadline = new Deadline(caller.signal, 60);
    deadline.clear();
    caller.abort();
    expect(deadline.signal.aborted).toBe(false);
  });
});
