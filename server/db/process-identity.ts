import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process holds something: a process id alone is used again for another process sooner or later. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, in the words of this operating system; '' where it does not say. */
  readonly started: string;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: startOf(process.pid) };
}

/**
 * Whether the process runs. One of another machine (or container) cannot be seen from here and counts as
 * running: to take its place wrongly would cost the data.
 */
export function isRunning({ host, pid, started }: ProcessIdentity): boolean {
  if (host !== hostname()) return true;
  if (!hasProcess(pid)) return false;
  const startedNow = startOf(pid);
  return started === '' || startedNow === '' || started === startedNow;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function startOf(pid: number): string {
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** proc(5): field 22 counts clock ticks since the boot that boot_id names; the second, in brackets, may hold spaces. */
function linuxStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  } catch {
    return '';
  }
}
