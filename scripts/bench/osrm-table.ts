import type { LonLat } from '../../geodata/units.ts';

/** Coordinates in one request, sources and targets together: within every server's default limit of 100. */
const COORDINATES_PER_REQUEST = 100;

/**
 * The durations of sources x targets from an osrm-routed server, in tiles under its table limit, one
 * request at a time. For comparison in a benchmark only.
 * @returns milliseconds spent
 * @throws Error where the server does not answer `Ok`
 */
export async function timeOsrmTable(
  baseUrl: string,
  sources: readonly LonLat[],
  targets: readonly LonLat[],
): Promise<number> {
  const half = COORDINATES_PER_REQUEST / 2;
  const startedAt = performance.now();
  for (let s = 0; s < sources.length; s += half) {
    for (let t = 0; t < targets.length; t += half) {
      await requestTile(baseUrl, sources.slice(s, s + half), targets.slice(t, t + half));
    }
  }
  return performance.now() - startedAt;
}

async function requestTile(baseUrl: string, sources: readonly LonLat[], targets: readonly LonLat[]): Promise<void> {
  const coordinates = [...sources, ...targets].map((coord) => coord.join(',')).join(';');
  const sourceList = sources.map((_, i) => i).join(';');
  const targetList = targets.map((_, i) => sources.length + i).join(';');
  const query = `sources=${sourceList}&destinations=${targetList}&annotations=duration,distance`;
  const url = `${baseUrl.replace(/\/$/, '')}/table/v1/driving/${coordinates}?${query}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  const body = (await response.json()) as { code?: string; message?: string };
  if (body.code !== 'Ok') throw new Error(`The table server answered ${response.status} ${body.code}: ${body.message}`);
}
