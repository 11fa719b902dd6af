import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { oldChromium } from '../../scripts/dev/old-chromium.mjs';

/** A browser that runs, under the name a test shows. */
export interface NamedBrowser {
  readonly name: string;
  readonly browser: Browser;
}

interface Installed {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Software rendering, no sandbox (tests run as root), and not a packet to anywhere but the page's own server. */
const COMMON_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/**
 * Starts the browsers that the web side is tested in: today's Chromium (`CHROMIUM_PATH`, by default
 * Debian's) and Chromium 90, the oldest supported. Each starts with a fresh user-data folder. One that
 * this machine lacks is left out, unless `HUBSHED_REQUIRE_ALL=1`.
 *
 * @throws Error naming what is missing, where none or, under `HUBSHED_REQUIRE_ALL=1`, not all can run
 */
export async function launchBrowsers(): Promise<NamedBrowser[]> {
  const found = { chromium: currentChromium(), 'chromium 90': chromium90() };
  const missing = Object.entries(found).flatMap(([name, installed]) => (installed ? [] : [name]));
  if (missing.length === 2 || (missing.length > 0 && process.env['HUBSHED_REQUIRE_ALL'] === '1')) {
    throw new Error(`No ${missing.join(' and no ')} here: install Debian's chromium or set CHROMIUM_PATH.`);
  }
  return Promise.all(
    Object.entries(found).flatMap(([name, installed]) => (installed ? [launch(name, installed)] : [])),
  );
}

function currentChromium(): Installed | undefined {
  const executablePath = process.env['CHROMIUM_PATH'] ?? DEBIAN_CHROMIUM;
  return existsSync(executablePath) ? { executablePath } : undefined;
}

function chromium90(): Installed | undefined {
  const installed = oldChromium();
  return installed && { ...installed, args: ['--use-gl=swiftshader', '--ignore-gpu-blocklist'] };
}

async function launch(name: string, { executablePath, env = {}, args = [] }: Installed): Promise<NamedBrowser> {
  const browser = await chromium.launch({
    executablePath,
    args: [...COMMON_ARGS, ...args],
    env: { ...process.env, ...env },
  });
  return { name, browser };
}
