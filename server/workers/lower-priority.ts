import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets the other threads of this process, and other programs, have the processor before the thread that calls: for
 * work that takes long and that many do not wait for. On Linux, where 0 means the calling thread; elsewhere it would
 * mean the whole process, and nothing is done, as where the system refuses.
 */
export function lowerPriorityOfThread(): void {
  if (process.platform !== 'linux') return;
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
  try {
    setPriority(0, Math.min(getPriority(0) + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
  } catch {
    // Some containers forbid it: the thread then shares the processor as all do.
  }
}
