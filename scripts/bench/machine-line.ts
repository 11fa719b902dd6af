import { cpus } from 'node:os';

/** What figures were measured on: `AMD EPYC, 2 threads, Node v20.20.2`. */
export function machineLine(): string {
  return `${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} threads, Node ${process.version}`;
}
