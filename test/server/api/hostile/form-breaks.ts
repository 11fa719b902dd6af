import type { Breaks } from './breaks.ts';
import type { Chance } from './chance.ts';
import type { Draft } from './drafts.ts';
import { ODD_TEXTS, PERSONAL_LOOKING } from './odd-texts.ts';

type Part = readonly [head: string, content: string | Buffer];

const field = (name: string, content: string | Buffer, more = ''): Part => [
  `form-data; name="${name}"${more}`,
  content,
];
const file = (name: string, filename: string, content: string | Buffer): Part =>
  field(name, content, `; filename="${filename}"`);

const NAME = field('name', '甲县');
const NO_ROADS = file('roads', 'roads.osm.pbf', 'no PBF at all');

/** Wrong in the form of an import. All but one are refused before anything is read. */
export const FORM_BREAKS: Breaks = {
  'a form with wrong parts': (draft, chance) => setForm(draft, chance.pick(wrongForms(chance))),
  'roads that are none': (draft, chance) => chance.isTrue(0.1) && setForm(draft, [NAME, NO_ROADS]),
  'a form that is damaged': (draft, chance) => {
    if (!draft.operation.isForm) return false;
    const whole = formBytes([NAME, field('note', 'n')]);
    const cut = (part: Part): Buffer => formBytes([NAME, part]).subarray(0, -200 - chance.below(1000));
    const damaged = [
      cut(file('photo', 'photo.png', 'x'.repeat(3000))),
      cut(file('roads', 'roads.pbf', 'x'.repeat(100_000))),
      cut(file('boundary', '', 'x'.repeat(3000))),
      cut(field('name', 'x'.repeat(3000))),
      Buffer.from('--b\r\nContent-Disposition: form-data; filename="x.csv"\r\n\r\nx\r\n--b--\r\n'),
      Buffer.from('--b\r\nContent-Disposition: form-data; name="name\r\nx"\r\n\r\nx\r\n--b--\r\n'),
      whole.subarray(0, 1 + chance.below(whole.length - 8)),
      Buffer.from('--b\r\n\r\n\r\n--b--\r\n'),
      Buffer.from('--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n'),
      Buffer.from(`--b\r\n${'X: y\r\n'.repeat(5000)}\r\nx\r\n--b--\r\n`),
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="${'n'.repeat(1e5)}"\r\n\r\nx\r\n--b--\r\n`),
      Buffer.from('--c\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\r\n--c--\r\n'),
      Buffer.from('\r\n'.repeat(1000)),
      Buffer.alloc(0),
      Buffer.from('name=x&roads=y'),
    ];
    draft.body = { bytes: chance.pick(damaged) };
    return true;
  },
  'a form of another type': (draft, chance) => {
    if (!draft.operation.isForm) return false;
    draft.headers['content-type'] = chance.pick([
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary="',
      `multipart/form-data; boundary=${'b'.repeat(3000)}`,
      'multipart/form-data; boundary=b; boundary=c',
      'multipart/mixed; boundary=b',
      'application/json',
      'application/x-www-form-urlencoded',
      'text/csv',
      'multipart/form-data; boundary=\u00ff',
    ]);
    return true;
  },
};

function setForm(draft: Draft, parts: readonly Part[]): boolean {
  if (!draft.operation.isForm) return false;
  draft.body = { bytes: formBytes(parts) };
  return true;
}

function formBytes(parts: readonly Part[]): Buffer {
  const chunks = parts.flatMap(([head, content]) => [
    Buffer.from(`--b\r\nContent-Disposition: ${head}\r\n\r\n`),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from('--b--\r\n')]);
}

function wrongForms(chance: Chance): (readonly Part[])[] {
  const odd = chance.pick(ODD_TEXTS);
  return [
    [NAME],
    [NO_ROADS],
    [field('name', ''), NO_ROADS],
    [NAME, NAME, NO_ROADS],
    [NAME, NO_ROADS, field('colour', odd)],
    [NAME, NO_ROADS, field('__proto__', 'x')],
    [NAME, NO_ROADS, field('constructor', 'x')],
    [NAME, NO_ROADS, file('__proto__', 'x.csv', 'x')],
    [NAME, NO_ROADS, file('photo', '../../../etc/passwd', odd)],
    [NAME, file('roads', '', 'x')],
    [NAME, file('roads', `${'a'.repeat(300)}.pbf`, 'x')],
    [NAME, file('roads', `${PERSONAL_LOOKING}.pbf`, 'x')],
    [NAME, file('roads', 'a\u202Efbp', 'x')],
    [NAME, NO_ROADS, field('note', 'a\0b')],
    [NAME, NO_ROADS, field('note', Buffer.from([0x61, 0xff, 0xfe]))],
    [NAME, NO_ROADS, field('note', 'n'.repeat(5000))],
    [NAME, NO_ROADS, field('note', `电话 ${PERSONAL_LOOKING}`)],
    [NAME, NO_ROADS, field('note', '{"toString":1}', '\r\nContent-Type: application/json')],
    [NAME, NO_ROADS, field('note', '{"toString":', '\r\nContent-Type: application/json')],
    [NAME, NO_ROADS, field('note', '{"__proto__":{"a":1}}', '\r\nContent-Type: application/json')],
    [NAME, NO_ROADS, field('note', 'x', '\r\nContent-Type: text/plain; charset=utf-7')],
    [NAME, NO_ROADS, field('note', 'x', '\r\nContent-Type: text/plain; charset=nonsense')],
    [NAME, NO_ROADS, field('note', '%ff=', '\r\nContent-Transfer-Encoding: quoted-printable')],
    [NAME, NO_ROADS, field('profile', odd)],
    [NAME, NO_ROADS, field('conditions', odd)],
    [NAME, NO_ROADS, field('stations', 'police')],
    [NAME, NO_ROADS, field('settlements', '==;;&&')],
    [NAME, NO_ROADS, ...Array.from({ length: 30 }, (_, i) => field(`f${i}`, 'x'))],
    [NAME, NO_ROADS, ...Array.from({ length: 30 }, (_, i) => file(`f${i}`, 'x.csv', 'x'))],
  ];
}
