import { describe, expect, it } from 'vitest';
import { type Answer, AnswerDesk } from '../../../server/api/answers.ts';

function answer(text: string): Answer {
  return { contentType: 'text/plain', bytes: Buffer.from(text) };
}

const NOBODY_LEAVES = new AbortController().signal;

/** A computation that a test ends when it likes, and that says when it was abandoned. */
function slowly() {
  let finish: (text: string) => void = () => undefined;
  const state = { begun: 0, abandoned: 0 };
  const compute = (signal: AbortSignal): Promise<Answer> => {
    state.begun++;
    signal.addEventListener('abort', () => {
      state.abandoned++;
    });
    return new Promise((resolve) => {
      finish = (text) => resolve(answer(text));
    });
  };
  return { compute, state, finish: (text: string) => finish(text) };
}

describe('the answer desk', () => {
  it('computes an answer once for those who ask while it is made, and keeps it for those who ask later', async () => {
    const desk = new AnswerDesk();
    const slow = slowly();
    const asked = [1, 2, 3].map(() => desk.get('a', NOBODY_LEAVES, slow.compute));
    slow.finish('done');
    const [first, ...others] = await Promise.all(asked);
    expect(others).toEqual([first, first]);
    expect(await desk.get('a', NOBODY_LEAVES, slow.compute)).toEqual(first);
    expect(slow.state).toEqual({ begun: 1, abandoned: 0 });
  });

  it('goes on while one of those who wait stays', async () => {
    const desk = new AnswerDesk();
    const slow = slowly();
    const leaver = new AbortController();
    const left = desk.get('a', leaver.signal, slow.compute);
    const stayed = desk.get('a', NOBODY_LEAVES, slow.compute);
    leaver.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    slow.finish('done');
    expect(String((await stayed).bytes)).toBe('done');
    expect(slow.state).toEqual({ begun: 1, abandoned: 0 });
  });

  it('abandons what nobody waits for, and begins anew when it is asked for again', async () => {
    const desk = new AnswerDesk();
    const slow = slowly();
    const leavers = [new AbortController(), new AbortController()];
    const left = leavers.map(({ signal }) => desk.get('a', signal, slow.compute));
    for (const leaver of leavers) leaver.abort(new Error('gone'));
    expect((await Promise.allSettled(left)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(slow.state).toEqual({ begun: 1, abandoned: 1 });
    const again = desk.get('a', NOBODY_LEAVES, slow.compute);
    slow.finish('second');
    expect(String((await again).bytes)).toBe('second');
    expect(slow.state.begun).toBe(2);
  });

  it('keeps no failure', async () => {
    const desk = new AnswerDesk();
    const failing = desk.get('a', NOBODY_LEAVES, () => Promise.reject(new Error('not now')));
    await expect(failing).rejects.toThrow('not now');
    expect(String((await desk.get('a', NOBODY_LEAVES, async () => answer('now'))).bytes)).toBe('now');
  });

  it('begins nothing for somebody who is gone already', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    const slow = slowly();
    await expect(new AnswerDesk().get('a', gone, slow.compute)).rejects.toThrow('gone');
    expect(slow.state.begun).toBe(0);
  });

  it('compresses what is worth it, and names the bytes by their content', async () => {
    const desk = new AnswerDesk();
    const text = 'the same again and again '.repeat(200);
    const long = await desk.get('long', NOBODY_LEAVES, async () => answer(text));
    const short = await desk.get('short', NOBODY_LEAVES, async () => answer('few'));
    const same = await desk.get('other', NOBODY_LEAVES, async () => answer(text));
    expect(long.gzipped?.length).toBeLessThan(text.length / 10);
    expect(short.gzipped).toBeUndefined();
    expect(same.etag).toBe(long.etag);
    expect(short.etag).not.toBe(long.etag);
  });
});
