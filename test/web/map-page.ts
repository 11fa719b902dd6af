import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Coord } from '../../web/api/answers.ts';
import type { MapTestHook } from '../../web/map/test-hook.ts';

/** Where screenshots go, for whoever wants to look at them; nowhere by default. */
const SCREENSHOTS = process.env['HUBSHED_SCREENSHOTS'];
/** Milliseconds; software rendering on a busy machine is slow. */
const PATIENCE_MS = 60_000;

/** The page in a browser, worked by pointer and keys as people do. Its own look at the DOM, since Playwright's does not run in Chromium 90. */
export class MapPage {
  readonly page: Page;
  /** What the page complained of. */
  readonly errors: string[] = [];
  /** Addresses asked of any other machine. */
  readonly strangers: string[] = [];
  private readonly origin: string;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) this.strangers.push(url);
    });
  }

  /** Opens the page in a window of an office screen. @param hash the address's part behind `#` */
  static async open(browser: Browser, origin: string, hash = ''): Promise<MapPage> {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const opened = new MapPage(page, origin);
    await page.goto(`${origin}/#${hash}`);
    return opened;
  }

  /** Goes to another address of the page. */
  async goTo(hash: string): Promise<void> {
    await this.page.goto(`${this.origin}/#${hash}`);
  }

  /** Until every answer is there and every tile and label is drawn. */
  async atRest(): Promise<void> {
    await this.page.waitForFunction(
      () => window.hubshedMap?.isAtRest() && !document.querySelector('.loading, .stale, .map-notice[role=status]'),
      undefined,
      { timeout: PATIENCE_MS, polling: 100 },
    );
  }

  /** What the map tells tests. */
  map<Key extends keyof MapTestHook>(key: Key): Promise<ReturnType<MapTestHook[Key]>> {
    return this.page.evaluate((name) => {
      const hook = window.hubshedMap as unknown as Record<string, () => unknown>;
      return hook[name]?.();
    }, key) as Promise<ReturnType<MapTestHook[Key]>>;
  }

  /** The text of the first element that a selector finds, with single spaces; undefined where it finds none. */
  text(selector: string): Promise<string | undefined> {
    return this.page.evaluate(
      (wanted) => document.querySelector(wanted)?.textContent?.replace(/\s+/g, ' ').trim(),
      selector,
    );
  }

  /** Waits until the text of an element holds some words. */
  async waitForText(selector: string, words: string): Promise<void> {
    await this.page.waitForFunction(
      ([wanted, text]) => document.querySelector(wanted)?.textContent?.includes(text),
      [selector, words] as const,
      { timeout: PATIENCE_MS, polling: 100 },
    );
  }

  /** Clicks the middle of an element: of those that a selector finds, the first whose text or label is the one given. */
  async click(selector: string, text?: string): Promise<void> {
    const centre = await this.page.evaluate(
      ([wanted, words]) => {
        const found = [...document.querySelectorAll<HTMLElement>(wanted)].find(
          (element) => words === undefined || element.textContent?.trim() === words || element.ariaLabel === words,
        );
        found?.scrollIntoView({ block: 'nearest' });
        const box = found?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      [selector, text] as const,
    );
    if (!centre) throw new Error(`There is no ${selector} ${text ?? ''} to click.`);
    await this.page.mouse.click(centre.x, centre.y);
  }

  /** Chooses an option of a list, by the list's label. */
  async choose(label: string, value: string): Promise<void> {
    const isFound = await this.page.evaluate(
      ([wanted, chosen]) => {
        const select = [...document.querySelectorAll('select')].find(({ ariaLabel }) => ariaLabel === wanted);
        if (!select) return false;
        select.value = chosen;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return select.value === chosen;
      },
      [label, value] as const,
    );
    if (!isFound) throw new Error(`There is no list ${label} with ${value}.`);
  }

  /** Types into the first field that a selector finds. */
  async type(selector: string, text: string): Promise<void> {
    await this.page.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)?.select(), selector);
    await this.page.keyboard.type(text);
  }

  /** Drops files onto an element, all at once. */
  async drop(selector: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
    const sent = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
    await this.page.evaluate(
      ([wanted, dropped]) => {
        const transfer = new DataTransfer();
        for (const { name, base64 } of dropped) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          transfer.items.add(new File([bytes], name));
        }
        document
          .querySelector(wanted)
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [selector, sent] as const,
    );
  }

  /** How many elements a selector finds. */
  count(selector: string): Promise<number> {
    return this.page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  /** Clicks the map at a position. */
  async clickMap(coord: Coord): Promise<void> {
    const pixel = await this.page.evaluate((at) => {
      const corner = document.querySelector('.maplibregl-canvas')?.getBoundingClientRect();
      const [x, y] = window.hubshedMap?.pixelOf(at) ?? [0, 0];
      return { x: x + (corner?.x ?? 0), y: y + (corner?.y ?? 0) };
    }, coord);
    await this.page.mouse.click(pixel.x, pixel.y);
  }

  /** Keeps a picture, where `HUBSHED_SCREENSHOTS` names a folder. */
  async picture(name: string): Promise<void> {
    if (!SCREENSHOTS) return;
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name.replace(/\W+/g, '-')}.png`) });
  }

  /** Keeps a picture for a document, where `HUBSHED_SCREENSHOTS` names a folder. */
  async photograph(name: string): Promise<void> {
    if (!SCREENSHOTS) return;
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.jpg`), type: 'jpeg', quality: 75 });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
