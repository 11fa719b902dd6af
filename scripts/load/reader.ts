import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Random } from '../../geodata/demo/random.ts';
import type { TileLayer } from '../../server/db/tile-bounds.ts';
import { TILE_EXTENT, tileProjection } from '../../server/tiles/tile-address.ts';
import type { Browser } from './browser.ts';
import type { CountyGround } from './load-counties.ts';

const LAYERS: readonly TileLayer[] = ['roads', 'areas', 'settlements', 'hexagons'];

/** Zooms at which counties are looked at. */
const [LEAST_ZOOM, GREATEST_ZOOM] = [9, 13];

/** What a browser asks one server for at once. */
const REQUESTS_AT_ONCE = 6;

/** A user reads what came, and then does the next thing, seconds. */
const [SHORTEST_THOUGHT, LONGEST_THOUGHT] = [0.5, 1.5];

type Action = 'map' | 'explain' | 'dispatch' | 'again' | 'health' | 'open';

/** What a user does next, in per cent. */
const ACTIONS: readonly (readonly [action: Action, percent: number])[] = [
  ['map', 35],
  ['explain', 20],
  ['dispatch', 15],
  ['again', 15],
  ['open', 10],
  ['health', 5],
];

/**
 * One user of the map. Opens the page: the counties, and of one of them its places, groups, hexagons and layers at the
 * version that is current then. Then moves the map (two tiles of each layer, but those the browser has), has
 * settlements explained, asks who responds to a point, asks for something again or opens the page anew; each after the
 * one before has been answered and 0.5 to 1.5 s have passed. The same seed does the same in the same order.
 */
export async function runReader(
  browser: Browser,
  counties: readonly CountyGround[],
  random: Random,
  end: AbortSignal,
): Promise<void> {
  await pause(random.between(0, LONGEST_THOUGHT), end);
  let page = await openPage(browser, random.pick(counties), end);
  while (!end.aborted) {
    await pause(random.between(SHORTEST_THOUGHT, LONGEST_THOUGHT), end);
    if (end.aborted) return;
    const action = nextAction(random);
    if (action === 'open' || page.version === undefined) page = await openPage(browser, random.pick(counties), end);
    else await act(action, browser, page, { random, end });
  }
}

/** What a user looks at. */
interface Page {
  readonly county: CountyGround;
  /** Undefined where the page did not open. */
  readonly version: number | undefined;
}

async function openPage(browser: Browser, county: CountyGround, end: AbortSignal): Promise<Page> {
  const { code } = county;
  const listed = await browser.ask('counties', '/api/counties');
  const version = listed && versionOf(listed, code);
  if (version === undefined) return { county, version };
  browser.forget();
  const path = (name: string) => `/api/counties/${code}/${name}?version=${version}`;
  await atOnce(
    [
      () => browser.ask('stations', path('stations')),
      () => browser.ask('settlements', path('settlements')),
      ...LAYERS.map((layer) => () => browser.ask('tilejson', path(`tiles/${layer}.json`))),
      () => browser.ask('groups', path('groups')),
      () => browser.ask('hexagons', path('hexagons')),
      ...tilesAround(browser, { county, version }, LEAST_ZOOM, county.settlements[0]?.coord ?? [0, 0]),
    ],
    end,
  );
  return { county, version };
}

function versionOf(listed: Buffer, code: string): number | undefined {
  const isCompressed = listed[0] === 0x1f;
  const text = (isCompressed ? gunzipSync(listed) : listed).toString();
  const { counties } = JSON.parse(text) as { counties: { code: string; version: { number: number } }[] };
  return counties.find((county) => county.code === code)?.version.number;
}

async function act(
  action: Exclude<Action, 'open'>,
  browser: Browser,
  page: Page,
  { random, end }: { readonly random: Random; readonly end: AbortSignal },
): Promise<unknown> {
  const { county, version } = page;
  const { id, coord } = random.pick(county.settlements);
  const path = (name: string) => `/api/counties/${county.code}/${name}&version=${version}`;
  switch (action) {
    case 'map': {
      const zoom = LEAST_ZOOM + random.below(GREATEST_ZOOM - LEAST_ZOOM + 1);
      return atOnce(tilesAround(browser, page, zoom, coord), end);
    }
    case 'explain':
      return browser.ask('explain', path(`explain?settlement=${encodeURIComponent(id)}`));
    case 'dispatch': {
      const [lon, lat] = coord.map((degrees) => (degrees + random.between(-0.01, 0.01)).toFixed(5));
      return browser.ask('dispatch', path(`dispatch?at=${lon},${lat}`));
    }
    case 'again':
      return browser.askAgain(random.pick);
    case 'health':
      return browser.ask('health', '/api/health');
  }
}

/** A tile and its eastern neighbour of each layer; a version's tiles never change, so that a browser asks once. */
function tilesAround(
  browser: Browser,
  { county, version }: Page,
  zoom: number,
  coord: readonly [lon: number, lat: number],
): (() => Promise<unknown>)[] {
  const [x = 0, y = 0] = tileProjection({ z: zoom, x: 0, y: 0 })(...coord).map((units) =>
    Math.floor(units / TILE_EXTENT),
  );
  const wanted = [x, x + 1].flatMap((column) => LAYERS.map((layer) => ({ layer, column })));
  return wanted.flatMap(({ layer, column }) => {
    const path = `/api/counties/${county.code}/tiles/${layer}/${zoom}/${column}/${y}.mvt?version=${version}`;
    return browser.has(path) ? [] : [() => browser.ask(`tile ${layer}`, path)];
  });
}

/** Six at a time; none is begun after the end. */
async function atOnce(tasks: readonly (() => Promise<unknown>)[], end: AbortSignal): Promise<void> {
  const waiting = tasks.slice();
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task && !end.aborted; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, work));
}

function nextAction(random: Random): Action {
  let left = random.between(0, 100);
  for (const [action, percent] of ACTIONS) {
    left -= percent;
    if (left < 0) return action;
  }
  return 'health';
}

/** Ends early, without a word, when the run does. */
async function pause(seconds: number, end: AbortSignal): Promise<void> {
  await setTimeout(seconds * 1000, undefined, { signal: end }).catch(() => undefined);
}
