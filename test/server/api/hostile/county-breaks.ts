import { setParameter } from './address-breaks.ts';
import type { Breaks } from './breaks.ts';
import type { Draft, KnownCounty } from './drafts.ts';
import { ODD_TEXTS, PERSONAL_LOOKING } from './odd-texts.ts';
import { RawJson } from './raw-json.ts';

/** Outside, or the other way round: at 117, 32 latitude comes second. */
const POINTS_OUT_OF_RANGE = ['181,0', '-180.0001,0', '0,91', '0,-90.5', '999,99', '-999,-99'];

const BAD_TIMES = [
  '2026-02-30T25:61',
  '2026-02-29T10:00',
  '2026-13-01T10:00',
  '2026-11-24T24:00',
  '2026-11-24 22:30',
  '2026-11-24T22:30:00Z',
  '0000-01-01T00:00',
  '２０２６-11-24T22:30',
  'now',
  '',
  PERSONAL_LOOKING,
];

/** Right in form, and about something that there is not, or that cannot be. */
export const COUNTY_BREAKS: Breaks = {
  'a county that there is not': (draft, chance, known) => {
    if (!draft.params.has('code') || draft.operation.isForm) return false;
    const code = String(900_000 + chance.below(99_999));
    if (code === known.code) return false;
    draft.params.set('code', code);
    return true;
  },
  'a version that there is not': (draft, chance, known) => {
    const unknown = String(known.version + 1 + chance.below(1e8));
    return setKnown(draft, 'version', unknown) || setKnown(draft, 'number', unknown);
  },
  'a settlement or plan that there is not': (draft, chance) => {
    const name = chance.pick(['settlement', 'plan']);
    if (name === 'settlement') draft.query = draft.query.filter(([other]) => other !== 'at');
    return setKnown(draft, name, chance.pick(ODD_TEXTS).slice(0, 200));
  },
  'a network that there is not': (draft, chance) =>
    setKnown(draft, 'hash', Array.from({ length: 64 }, () => chance.pick([...'0123456789abcdef'])).join('')),
  'a condition without a network': (draft, chance, known) =>
    setKnown(draft, 'condition', chance.pick(known.missingConditions)),
  'an engine that is not set up': (draft) => setKnown(draft, 'engine', 'osrm'),
  'a point out of range': (draft, chance) =>
    ['at', 'from', 'to'].some((name) => {
      if (name === 'at') draft.query = withoutSettlement(draft);
      return setKnown(draft, name, chance.pick(POINTS_OUT_OF_RANGE));
    }),
  'a point without roads': (draft) => draft.path.endsWith('/isochrone') && setKnown(draft, 'at', '-150.5,-40.25'),
  'two places, or none': (draft, chance, known) => {
    if (!draft.path.endsWith('/dispatch')) return false;
    draft.query = draft.query.filter(([name]) => name !== 'at' && name !== 'settlement');
    if (chance.isTrue(0.5)) draft.query.push(['at', known.point.join()], ['settlement', known.settlementIds[0] ?? '']);
    return true;
  },
  'a time that no clock shows': (draft, chance) => setKnown(draft, 'time', chance.pick(BAD_TIMES)),
  'minutes that are none': (draft, chance) =>
    setKnown(draft, 'minutes', chance.pick(['0', '241', '999.999', '10,0', '10,20,241', Array(13).fill('5').join()])),
  'a tile outside the pyramid': (draft, chance) => {
    if (!draft.params.has('z')) return false;
    const z = chance.below(10);
    const beyond = String(2 ** z + chance.below(1000));
    draft.params.set('z', String(z)).set('x', chance.isTrue(0.5) ? beyond : '0');
    if (draft.params.get('x') === '0') draft.params.set('y', beyond);
    return true;
  },
  'groups that cannot be': (draft, chance, known) => {
    const body = jsonOf(draft);
    if (!body || !isMember(draft, 'groups')) return false;
    body['groups'] = chance.pick(wrongGroups(known));
    return true;
  },
  'a body about what there is not': (draft, chance, known) => {
    const body = jsonOf(draft);
    if (!body) return false;
    const wrong: Readonly<Record<string, unknown>> = {
      settlement: chance.pick(ODD_TEXTS).slice(0, 200),
      condition: chance.pick(known.missingConditions),
      engine: 'osrm',
    };
    const [name] = Object.keys(wrong).filter((candidate) => isMember(draft, candidate) && chance.isTrue(0.7));
    if (name === undefined) return false;
    body[name] = wrong[name];
    return true;
  },
  'a name that is taken or cannot be kept': (draft, chance, known) => {
    const body = jsonOf(draft);
    if (!body || !isMember(draft, 'name')) return false;
    const taken = draft.path.endsWith('rules') ? known.rule : known.plan;
    body['name'] = chance.pick([taken, 'a\0b', '\uD800', '方案\u202E', PERSONAL_LOOKING, '\u001b[2J', '\uFFFD']);
    return true;
  },
  'body points out of range': (draft, chance) => {
    const body = jsonOf(draft);
    const name = ['sources', 'targets', 'points'].find((candidate) => isMember(draft, candidate));
    if (!body || name === undefined) return false;
    const wrong = [
      [32, 117.16],
      [181, 0],
      [0, -90.01],
      [1e308, 0],
      [0, -1e308],
      [Number(PERSONAL_LOOKING), 1],
    ];
    body[name] = [chance.pick(wrong)];
    return true;
  },
  'a matrix of too many cells': (draft, chance, known) => {
    const body = jsonOf(draft);
    if (!body || !isMember(draft, 'sources') || !chance.isTrue(0.3)) return false;
    Object.assign(body, { sources: Array(1001).fill(known.point), targets: Array(1000).fill(known.point) });
    return true;
  },
};

/** Sets a parameter that the operation has. */
function setKnown(draft: Draft, name: string, text: string | undefined): boolean {
  const parameter = draft.operation.parameters.find((candidate) => candidate.name === name);
  if (!parameter || text === undefined) return false;
  setParameter(draft, parameter, text);
  return true;
}

function withoutSettlement({ path, query }: Draft): Draft['query'] {
  return path.endsWith('/dispatch') ? query.filter(([name]) => name !== 'settlement') : query;
}

/** The JSON object of a request's body, where it still has one. */
function jsonOf({ body }: Draft): Record<string, unknown> | undefined {
  if (!body || !('json' in body) || typeof body.json !== 'object' || body.json === null) return undefined;
  if (Array.isArray(body.json) || body.json instanceof RawJson) return undefined;
  return body.json as Record<string, unknown>;
}

function isMember({ operation }: Draft, name: string): boolean {
  return operation.body?.properties?.[name] !== undefined;
}

function wrongGroups({ stationIds: [urban, rural] }: KnownCounty): unknown[] {
  const sound = { centreId: urban, memberIds: [rural] };
  return [
    [{ centreId: urban, memberIds: [] }],
    [{ centreId: rural, memberIds: [urban] }],
    [{ centreId: urban, memberIds: [rural, rural] }],
    [{ centreId: urban, memberIds: [urban] }],
    [sound, { id: 'other', centreId: rural, memberIds: [urban] }],
    [sound, sound],
    ...ODD_TEXTS.map((text) => [{ centreId: urban, memberIds: [text.slice(0, 200)] }]),
    [{ centreId: '__proto__', memberIds: ['constructor'] }],
    Array.from({ length: 500 }, (_, i) => ({ id: `g${i}`, centreId: `c${i}`, memberIds: [rural] })),
  ];
}
