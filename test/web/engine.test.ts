import { afterAll, describe, expect, it } from 'vitest';
import { Engine } from '../../geodata/engine/engine.ts';
import { firstDifferences } from '../engine/exact-lines.ts';
import { answersOf, hostCalls } from '../engine/host-calls.ts';
import { hostNetworks } from '../engine/host-networks.ts';
import { launchBrowsers } from './browsers.ts';
import { bundleForBrowser } from './bundle.ts';
import { serveFiles } from './static-server.ts';

const networks = await hostNetworks();
const server = await serveFiles({
  '/': '<!doctype html><title>engine</title><script src="/page.js"></script>',
  '/page.js': await bundleForBrowser(new URL('./engine-page.ts', import.meta.url)),
  '/worker.js': await bundleForBrowser(new URL('../../web/engine/worker.ts', import.meta.url)),
  ...Object.fromEntries(networks.map(({ buffer }, i) => [`/${i}.network`, new Uint8Array(buffer)])),
});
const browsers = await launchBrowsers();
afterAll(() => Promise.all([server.close(), ...browsers.map(({ browser }) => browser.close())]));

describe.each(browsers)('an engine in a worker of $name', ({ browser }) => {
  it.each(networks.map(({ name, buffer }, i) => ({ name, buffer, path: `/${i}.network` })))(
    'answers every call on $name with the bytes of the main thread of Node, in own and in shared memory',
    async ({ buffer, path }) => {
      const engine = new Engine();
      const expected = await answersOf(async (name, request) => engine.call(name, request), hostCalls(buffer));
      const page = await browser.newPage();
      await page.goto(server.origin);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      for (const memory of ['own', 'shared'] as const) {
        const found = await page.evaluate(([p, m]) => enginePage.hostAnswers(p, m), [path, memory] as const);
        expect(firstDifferences(expected, found), `${memory} memory`).toEqual([]);
      }
      await page.close();
    },
  );

  it('refuses a call before a network is open', async () => {
    const page = await browser.newPage();
    await page.goto(server.origin);
    expect(await page.evaluate(() => enginePage.callBeforeOpen())).toBe('Error: No network is open.');
    await page.close();
  });

  it('fails every call that waits for a worker which cannot be loaded', async () => {
    const page = await browser.newPage();
    await page.goto(server.origin);
    const endings = await page.evaluate(() => enginePage.callsOfMissingWorker());
    expect(endings.map((ending) => ending.split(':')[0])).toEqual(['Error', 'Error']);
    await page.close();
  });

  it('fails a call to a worker that is dead already, rather than wait', async () => {
    const page = await browser.newPage();
    await page.goto(server.origin);
    expect(await page.evaluate(() => enginePage.callAfterDeath())).toMatch(/^Error/);
    await page.close();
  });
});

describe('the browsers of the web tests', () => {
  it('run the versions they are named for', () => {
    const majors = new Map(browsers.map(({ name, browser }) => [name, Number.parseInt(browser.version(), 10)]));
    expect(majors.get('chromium') ?? Number.POSITIVE_INFINITY).toBeGreaterThan(90);
    expect(majors.get('chromium 90') ?? 90).toBe(90);
  });
});
