/** Timings of one job, milliseconds. */
export interface Timing {
  readonly min: number;
  readonly median: number;
  readonly runs: number;
}

/** Where results go, so that no engine may leave the work out. */
const sink: { last: unknown } = { last: undefined };

/** Runs a job until it is warm, then times `runs` runs of it. */
export async function measure(runs: number, warmUps: number, job: () => unknown): Promise<Timing> {
  for (let i = 0; i < warmUps; i++) sink.last = await job();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const startedAt = performance.now();
    sink.last = await job();
    times.push(performance.now() - startedAt);
  }
  return timing(times);
}

/** Times two jobs turn by turn, so that a busy moment of the machine falls on both. */
export async function measurePair(
  runs: number,
  warmUps: number,
  a: () => unknown,
  b: () => unknown,
): Promise<[a: Timing, b: Timing]> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < warmUps + runs; i++) {
    for (const [k, job] of [a, b].entries()) {
      const startedAt = performance.now();
      sink.last = await job();
      if (i >= warmUps) times[k]?.push(performance.now() - startedAt);
    }
  }
  return [timing(times[0]), timing(times[1])];
}

function timing(times: number[]): Timing {
  const sorted = times.slice().sort((x, y) => x - y);
  return { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, runs: times.length };
}
