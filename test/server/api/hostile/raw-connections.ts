import { Chance } from './chance.ts';
import type { KnownCounty } from './drafts.ts';

/** What a client writes to a connection, piece by piece, and how it leaves. */
export interface RawConnection {
  readonly kind: string;
  readonly pieces: readonly Buffer[];
  /** Between pieces. */
  readonly pauseMs: number;
  /** It reads answers first and then closes its own side, closes its own side at once, or breaks the connection off. */
  readonly leaves: 'answered' | 'half-closed' | 'broken off';
  /** Answers 200 that it may get before it is refused: requests that are right, in front of a wrong one. */
  readonly rightRequests: number;
}

type Kind = (chance: Chance, known: KnownCounty) => Partial<RawConnection> & { readonly text: string | Buffer };

const HOST = 'Host: localhost\r\n';
const JSON_HEAD = `${HOST}Content-Type: application/json\r\n`;
const RIGHT = `GET /api/health HTTP/1.1\r\n${HOST}\r\n`;
const get = (path: string, headers = HOST): string => `GET ${path} HTTP/1.1\r\n${headers}\r\n`;

const KINDS: Readonly<Record<string, Kind>> = {
  'bytes by chance': (chance) => ({
    text: Buffer.from(Array.from({ length: 1 + chance.below(5000) }, () => chance.below(256))),
  }),
  'another protocol': (chance) => ({
    text: chance.pick([
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      Buffer.from('1603010200010001fc0303', 'hex'),
      'SSH-2.0-x\r\n',
      'EHLO x\r\n',
      '\0\0\0\x08\x04\xd2\x16\x2f',
      '{"method":"GET"}\r\n\r\n',
    ]),
  }),
  'a broken first line': (chance) => ({
    text: chance.pick([
      `GET /api/nothing\r\n${HOST}\r\n`,
      `GET /api/nothing HTTP/9.9\r\n${HOST}\r\n`,
      `GET  /api/nothing  HTTP/1.1\r\n${HOST}\r\n`,
      `get /api/nothing HTTP/1.1\r\n${HOST}\r\n`,
      `GET /api/nothing http/1.1\r\n${HOST}\r\n`,
      `GET /api/no thing HTTP/1.1\r\n${HOST}\r\n`,
      `GET /api/nothing\t HTTP/1.1\r\n${HOST}\r\n`,
      `GET /api/nothing HTTP/1.1\n${HOST.trim()}\n\n`,
      `BREW /api/nothing HTTP/1.1\r\n${HOST}\r\n`,
      `GET /api/nothing HTTP/1.0\r\n\r\n`,
      ` GET /api/nothing HTTP/1.1\r\n${HOST}\r\n`,
      `GET /api/\0 HTTP/1.1\r\n${HOST}\r\n`,
      `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`,
      `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
      `TRACE /api/health HTTP/1.1\r\n${HOST}\r\n`,
    ]),
  }),
  'an address by bytes': (chance) => ({
    text: Buffer.from(
      get(
        chance.pick([
          '/../../../../etc/passwd',
          '/../secret.txt',
          '/..%2fsecret.txt',
          '/%2e%2e/secret.txt',
          '/%2e%2e%2fsecret.txt',
          '/assets/../../secret.txt',
          '/assets/..%2f..%2fsecret.txt',
          '/..%5csecret.txt',
          '/..\\secret.txt',
          '/%252e%252e/secret.txt',
          '/%c0%ae%c0%ae/secret.txt',
          '/secret.txt%00.html',
          '//evil.example/%2e%2e',
          'http://evil.example/api/nothing',
          '/.hidden',
          '/api/counties/../../secret.txt',
          '/\xff\xfe',
          '/api/\xe6\x9d\x91',
          `/${'../'.repeat(500)}etc/passwd`,
          `/api/nothing?${'a=b&'.repeat(2000)}`,
          `/${'x'.repeat(30_000)}`,
        ]),
      ),
      'latin1',
    ),
  }),
  'broken headers': (chance) => ({
    text: get(
      '/api/nothing',
      chance.pick([
        `${HOST}No colon here\r\n`,
        `${HOST}X: a\r\n folded\r\n`,
        `${HOST}X: a\0b\r\n`,
        `${HOST}X: a\rb\r\n`,
        `${HOST} X: a\r\n`,
        `${HOST}X : a\r\n`,
        `${HOST}: empty\r\n`,
        `${HOST}X\u0080: a\r\n`,
        '',
        'Host:\r\n',
        `${HOST}Host: evil.example\r\n`,
        'Host: evil.example\r\n',
        'Host: localhost/..\r\n',
        `${HOST}Expect: nonsense\r\n`,
        `${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n`,
        `${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n`,
      ]),
    ),
  }),
  'a bomb of headers': (chance) => ({
    text: get(
      '/api/nothing',
      HOST +
        chance.pick([
          'X: y\r\n'.repeat(20_000),
          `X: ${'y'.repeat(1 << 20)}\r\n`,
          `${'x'.repeat(100_000)}: y\r\n`,
          Array.from({ length: 3000 }, (_, i) => `X-${i}: ${'y'.repeat(i % 90)}\r\n`).join(''),
          `Cookie: ${'a=b; '.repeat(10_000)}\r\n`,
        ]),
    ),
  }),
  'lengths that cannot be': (chance, { code }) => ({
    text: `POST /api/counties/${code}/matrix HTTP/1.1\r\n${JSON_HEAD}${chance.pick([
      'Content-Length: -1\r\n\r\n{}',
      'Content-Length: 1e3\r\n\r\n{}',
      'Content-Length: 99999999999999999999999\r\n\r\n{}',
      'Content-Length: 9000000\r\n\r\n{}',
      'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x',
      'Content-Length: 2, 2\r\n\r\n{}',
      'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
      'Transfer-Encoding: xchunked\r\n\r\n{}',
      'Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
      'Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ])}`,
  }),
  'broken chunks': (chance, { code }) => ({
    text: Buffer.from(
      `POST /api/counties/${code}/matrix HTTP/1.1\r\n${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\n${chance.pick([
        'ZZ\r\n{}\r\n0\r\n\r\n',
        '-2\r\n{}\r\n0\r\n\r\n',
        'FFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n',
        '2\r\n{}x\r\n0\r\n\r\n',
        '2;x=y\r\n{}\r\n0\r\n\r\n',
        `2;${'x'.repeat(100_000)}\r\n{}\r\n0\r\n\r\n`,
        '2\r\n{}\r\n0\r\nX: y\r\n\r\n',
        `2\r\n{}\r\n0\r\n${'X: y\r\n'.repeat(10_000)}\r\n`,
        '3\r\n{\xff}\r\n0\r\n\r\n',
        '1\r\n{\r\n'.repeat(5000),
      ])}`,
      'latin1',
    ),
  }),
  'a body that ends too early': (chance, { code }) => ({
    text: `POST /api/counties/${code}/plans HTTP/1.1\r\n${JSON_HEAD}Content-Length: ${100 + chance.below(1e6)}\r\n\r\n{"name":`,
  }),
  'a form that ends too early': (chance) => ({
    text: formStart(chance),
    leaves: chance.pick(['half-closed', 'broken off']),
  }),
  'a slow body, broken off': (chance) => ({
    text: `${formStart(chance)}${'x'.repeat(3000)}`,
    pauseMs: 1 + chance.below(20),
    leaves: 'broken off',
  }),
  'a slow head, broken off': (chance) => ({
    text: get('/api/nothing', `${HOST}${'X: y\r\n'.repeat(chance.below(50))}`),
    pauseMs: 1 + chance.below(20),
    leaves: 'broken off',
  }),
  'right requests and a wrong one behind them': (chance) => {
    const rightRequests = 1 + chance.below(30);
    const wrong = chance.pick([
      'garbage\r\n\r\n',
      get('/api/nothing'),
      get('/api/%zz'),
      `POST / HTTP/1.1\r\n${HOST}\r\n`,
    ]);
    return { text: RIGHT.repeat(rightRequests) + wrong, rightRequests };
  },
  'wrong requests in one go': (chance) => ({
    text: Array.from({ length: 100 }, () =>
      chance.pick([get('/api/nothing'), get('/api/%zz'), get('/api/counties/x')]),
    ).join(''),
  }),
  'a question that nobody waits for': (chance, { code }) => ({
    text: get(`/api/counties/${code}/hexagons?resolution=9&maxMinutes=${1 + chance.below(1400)}`).repeat(2),
    leaves: 'broken off',
    rightRequests: 2,
  }),
  'a body that waits to be asked for': (_, { code }) => ({
    text: `POST /api/counties/${code}/matrix HTTP/1.1\r\n${JSON_HEAD}Expect: 100-continue\r\nContent-Length: 3\r\n\r\n{x}`,
  }),
};

/** Every kind of connection there is. */
export const CONNECTION_KINDS: readonly string[] = Object.keys(KINDS);

/** A connection that must end in a refusal or be closed. The same seed and index make the same one. */
export function rawConnection(known: KnownCounty, seed: number, index: number): RawConnection {
  const chance = new Chance(Math.imul(seed, 1_000_003) + index);
  const kind = chance.pick(CONNECTION_KINDS);
  const made = KINDS[kind]?.(chance, known) ?? { text: '' };
  const bytes = Buffer.from(made.text as string);
  const isSlow = made.pauseMs !== undefined || chance.isTrue(0.2);
  return {
    kind,
    pieces: isSlow ? inPieces(bytes, chance) : [bytes],
    pauseMs: 1,
    leaves: chance.isTrue(0.7) ? 'answered' : 'half-closed',
    rightRequests: 0,
    ...made,
  };
}

/** For a county of its own, since imports into one county wait for nobody. */
function formStart(chance: Chance): string {
  const code = 900_000 + chance.below(99_999);
  const name = chance.pick(['roads', 'stations', 'photo', 'boundary']);
  const head = `${HOST}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n`;
  return `POST /api/counties/${code}/versions HTTP/1.1\r\n${head}\r\n--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.csv"\r\n\r\nx`;
}

/** At most 12 pieces, cut anywhere. */
function inPieces(bytes: Buffer, chance: Chance): Buffer[] {
  const cuts = Array.from({ length: 11 }, () => chance.below(bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((from, i) => bytes.subarray(from, cuts[i])).filter(({ length }) => length > 0);
}
