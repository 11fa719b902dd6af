import { afterAll, describe, expect, it } from 'vitest';
import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import type { LiveScene } from '../../geodata/engine/live/live-calls.ts';
import { DEFAULT_RULE } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { CHANGFENG, openChangfeng } from '../catchment/changfeng.ts';
import { exactLines, firstDifferences } from '../engine/exact-lines.ts';
import { computedAnew, engineOn } from '../engine/live-cases.ts';
import { mulberry32 } from '../oracles/random.ts';
import { launchBrowsers } from './browsers.ts';
import { bundleForBrowser } from './bundle.ts';
import type { LiveMove } from './live-page.ts';
import { serveFiles } from './static-server.ts';

const MOVES = 300;
const BURST = 40;

describe.skipIf(!CHANGFENG)('a live session on Changfeng in a browser', async () => {
  if (!CHANGFENG) return;
  const { network, stations, settlements, cellCentres } = await openChangfeng();
  const scene: LiveScene = {
    ...{ stations, settlements, cellCentres, rule: DEFAULT_RULE },
    ...{ cellRule: { ...DEFAULT_RULE, limitDs: 36_000 }, snap: COUNTY_SNAP },
  };
  const server = await serveFiles({
    '/': '<!doctype html><title>live</title><script src="/page.js"></script>',
    '/page.js': await bundleForBrowser(new URL('./live-page.ts', import.meta.url)),
    '/worker.js': await bundleForBrowser(new URL('../../web/engine/worker.ts', import.meta.url)),
    '/network': new Uint8Array(network.buffer),
  });
  const browsers = await launchBrowsers();
  afterAll(() => Promise.all([server.close(), ...browsers.map(({ browser }) => browser.close())]));

  const random = mulberry32(300);
  const anywhere = () => cellCentres[Math.floor(random() * cellCentres.length)]!;
  const moves: LiveMove[] = Array.from({ length: MOVES }, (_, i) => ({ station: i % 7, coord: anywhere() }));
  const burst: LiveMove[] = Array.from({ length: BURST }, () => ({ station: 3, coord: anywhere() }));
  const standing = stations.slice();
  /** What a computation anew says once these moves are made. */
  const after = (made: readonly LiveMove[]): string[] => {
    for (const { station, coord } of made) standing[station] = coord as LonLat;
    return exactLines(computedAnew(engineOn(network), scene, standing));
  };
  const [afterMoves, afterBurst] = [after(moves), after(burst)];

  it.each(browsers)(
    'gives in $name the bytes of Node, and of a burst of moves the first and the newest alone',
    async ({ name, browser }) => {
      const page = await browser.newPage();
      await page.goto(server.origin);
      const asked = ['/network', scene, moves, burst] as const;
      const found = await page.evaluate(
        ([path, given, made, atOnce]) => livePage.rounds(path, given, made, atOnce),
        asked,
      );
      expect(firstDifferences(afterMoves, [...found.last])).toEqual([]);
      expect(found.answered).toBe(2);
      expect(firstDifferences(afterBurst, [...found.lastOfBurst])).toEqual([]);
      const times = [...found.milliseconds].sort((a, b) => a - b);
      expect(times).toHaveLength(MOVES);
      const [median, worst] = [times[MOVES >> 1], times[MOVES - 1]].map((ms) => ms?.toFixed(1));
      console.info(
        `${name}: from call to answer on the page, median ${median} ms, worst ${worst} ms of ${MOVES} moves`,
      );
      await page.close();
    },
  );
});
