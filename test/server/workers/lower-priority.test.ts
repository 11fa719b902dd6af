import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CountyThreads } from '../../../server/workers/county-threads.ts';

/** How many threads of this process stand behind the one that calls: `nice`, field 19 of proc_pid_stat(5). */
function threadsBehind(): number {
  const stats = readdirSync('/proc/self/task').map((id) => readFileSync(`/proc/self/task/${id}/stat`, 'utf8'));
  const nice = stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]));
  return nice.filter((value) => value > getPriority(0)).length;
}

describe.skipIf(process.platform !== 'linux')('lowerPriorityOfThread', () => {
  it('puts the threads of heavy calls behind all others, and no other thread', async () => {
    const before = threadsBehind();
    const threads = new CountyThreads({ threads: { quick: 1, heavy: 2 } });
    onTestFinished(() => threads.close());
    await vi.waitFor(() => expect(threadsBehind()).toBe(before + 2), 20_000);
  });
});
