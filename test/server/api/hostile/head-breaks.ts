import type { Breaks } from './breaks.ts';
import type { Chance } from './chance.ts';
import type { Draft } from './drafts.ts';

const FOREIGN_HOSTS = [
  'evil.example',
  'evil.example:80',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'localhost@evil.example',
  'evil.example#localhost',
  'localhost.',
  '127.1',
  '0.0.0.0',
  '2130706433',
  '[::ffff:127.0.0.1]',
  '[::1',
  'localhost:80:80',
  'localhost:x',
  'ＬＯＣＡＬＨＯＳＴ',
  ' ',
  'a'.repeat(5000),
];

const FOREIGN_ORIGINS = [
  'http://evil.example',
  'null',
  'http://localhost:1',
  'file://',
  'http://localhost.evil.example',
  '*',
];

/** Wrong in who asks. */
export const HEAD_BREAKS: Breaks = {
  'a foreign host': (draft, chance) => {
    draft.headers['host'] = chance.pick(FOREIGN_HOSTS);
    return true;
  },
  'a foreign origin': (draft, chance) => {
    if (draft.operation.method !== 'POST') return false;
    if (chance.isTrue(0.3)) draft.headers['sec-fetch-site'] = chance.pick(['cross-site', 'same-site']);
    else draft.headers['origin'] = chance.pick(FOREIGN_ORIGINS);
    return true;
  },
};

const NOISE: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['accept', ['*/*', 'text/html', 'a/b;q=9', ';;;', '*/*;q=0', 'x'.repeat(4000), Array(500).fill('a/b').join()]],
  [
    'accept-language',
    ['en', 'zh-CN,zh;q=0.9', '*', '\u00ff', 'en;q=NaN', Array(1000).fill('de').join(), '-'.repeat(3000)],
  ],
  ['accept-encoding', ['gzip', 'br', 'identity;q=0, *;q=0', 'gzip;q=1e309', 'zstd', 'x'.repeat(3000), 'deflate, gzip']],
  ['if-none-match', ['*', '""', 'W/"x"', `"${'x'.repeat(5000)}"`, Array(500).fill('"a"').join()]],
  ['if-modified-since', ['Thu, 01 Jan 1970 00:00:00 GMT', 'never']],
  ['range', ['bytes=0-18446744073709551615', 'bytes=-1', Array(500).fill('bytes=0-1').join(), 'x']],
  ['x-forwarded-host', ['evil.example']],
  ['x-forwarded-proto', ['javascript']],
  ['x-http-method-override', ['DELETE']],
  ['cookie', ['a=b', 'x'.repeat(8000)]],
  ['authorization', ['Basic Og==', 'Bearer null']],
  ['upgrade', ['websocket', 'h2c']],
  ['te', ['trailers, chunked']],
  ['user-agent', ['() { :;}; echo', '']],
  ['access-control-request-method', ['DELETE']],
];

/** Headers that are absurd and no reason to refuse a request. */
export function addNoise({ headers }: Draft, chance: Chance): void {
  for (const [name, values] of NOISE) if (chance.isTrue(0.08)) headers[name] = chance.pick(values);
}
