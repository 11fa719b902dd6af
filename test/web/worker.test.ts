import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowsers } from './browsers.ts';
import { bundleForBrowser } from './bundle.ts';
import { serveFiles } from './static-server.ts';

const script = await bundleForBrowser(new URL('./units.worker.ts', import.meta.url));
const server = await serveFiles({ '/worker.js': script });
const browsers = await launchBrowsers();
afterAll(() => Promise.all([server.close(), ...browsers.map(({ browser }) => browser.close())]));

/** Runs in the page: starts the worker, sends it a message and gives back what it answers. */
function askWorker(): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js');
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<Int32Array>) => resolve(Array.from(data));
    worker.postMessage('units');
  });
}

describe.each(browsers)('a bundled geodata worker in $name', ({ browser }) => {
  it('answers through shared memory with the constants of the main thread', async () => {
    const page = await browser.newPage();
    await page.goto(server.origin);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await page.evaluate(askWorker)).toEqual([10, 10, 1_000_000]);
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
