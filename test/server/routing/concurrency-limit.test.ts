import { describe, expect, it } from 'vitest';
import { ConcurrencyLimit, forEachConcurrently } from '../../../server/routing/concurrency-limit.ts';

const never = new AbortController().signal;

/** A task that ends when told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a concurrency limit', () => {
  it('admits tasks first come, first served, as others end', async () => {
    const limit = new ConcurrencyLimit(1);
    const first = gate();
    const begun: string[] = [];
    const begin = (name: string) => limit.run(async () => void begun.push(name), never);
    const holding = limit.run(() => first.opened, never);
    const others = [begin('second'), begin('third')];
    expect(begun).toEqual([]);
    first.open();
    await Promise.all([holding, ...others]);
    expect(begun).toEqual(['second', 'third']);
  });

  it('frees the place of a task that failed', async () => {
    const limit = new ConcurrencyLimit(1);
    await expect(limit.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
    expect(await limit.run(async () => 1, never)).toBe(1);
  });

  it('forgets a task that aborts while it waits', async () => {
    const limit = new ConcurrencyLimit(1);
    const [first, abort] = [gate(), new AbortController()];
    const holding = limit.run(() => first.opened, never);
    let ran = false;
    const waiting = limit.run(async () => {
      ran = true;
    }, abort.signal);
    abort.abort(new Error('Gone.'));
    await expect(waiting).rejects.toThrow('Gone.');
    first.open();
    await holding;
    expect(await limit.run(async () => 2, never)).toBe(2);
    expect(ran).toBe(false);
  });

  it('of none is a mistake', () => {
    expect(() => new ConcurrencyLimit(0)).toThrow('At most 0 tasks');
  });
});

describe('a list done concurrently', () => {
  it('is done whole, no more than its width at a time', async () => {
    let [now, most] = [0, 0];
    const done: number[] = [];
    await forEachConcurrently([5, 6, 7, 8, 9], 2, undefined, async (item, index) => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      done[index] = item;
      now--;
    });
    expect(done).toEqual([5, 6, 7, 8, 9]);
    expect(most).toBe(2);
  });

  it('ends with the first failure: the others are aborted and none begins', async () => {
    const begun: number[] = [];
    const reasons: unknown[] = [];
    const run = forEachConcurrently([0, 1, 2, 3], 2, undefined, async (item, _, signal) => {
      begun.push(item);
      if (item === 1) throw new Error('Item 1 failed.');
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      reasons.push(signal.reason);
    });
    await expect(run).rejects.toThrow('Item 1 failed.');
    expect(begun).toEqual([0, 1]);
    expect(reasons).toEqual([new Error('Item 1 failed.')]);
  });

  it('ends with the reason of its caller', async () => {
    const abort = new AbortController();
    const run = forEachConcurrently([0, 1, 2], 1, abort.signal, async () => abort.abort(new Error('Gone.')));
    await expect(run).rejects.toThrow('Gone.');
  });
});
