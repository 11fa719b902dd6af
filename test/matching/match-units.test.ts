import { describe, expect, it } from 'vitest';
import { matchUnits, type UnitMatch } from '../../geodata/matching/match-units.ts';
import type { PlaceToMatch, UnitToMatch } from '../../geodata/matching/rows-to-match.ts';
import { normaliseVillageName } from '../../geodata/matching/village-name.ts';
import { mulberry32 } from '../oracles/random.ts';

const HERE = [117, 32] as const;
const TWO_KILOMETRES_EAST = [117.021, 32] as const;
const FAR_EAST = [117.3, 32] as const;

describe('units matched to places', () => {
  it('are matched by code whatever their names', () => {
    expect(
      statusOf(
        [unit('1', '张庄村委会', '东镇')],
        [{ ...place('a', '别名', '西镇'), code: '1' }, place('b', '张庄', '东镇')],
      ),
    ).toEqual(['matched code a']);
  });

  it('are matched by name within their township, where both are alone', () => {
    expect(
      statusOf([unit('1', '张庄村委会', '东镇')], [place('a', '张庄', '东镇'), place('b', '张庄', '西镇')]),
    ).toEqual(['matched name a']);
  });

  it('are matched where a 乡 has become a 镇', () => {
    expect(statusOf([unit('1', '张庄', '造甲镇')], [place('a', '张庄', '造甲乡')])).toEqual(['matched name a']);
  });

  it('are told apart where a 镇 and a 乡 share a stem', () => {
    const units = [unit('1', '张庄', '固城镇'), unit('2', '张庄', '固城乡')];
    expect(statusOf(units, [place('a', '张庄', '固城镇'), place('b', '张庄', '固城乡')])).toEqual([
      'matched name a',
      'matched name b',
    ]);
  });

  it('are only offered a place of their name where no township is stated', () => {
    expect(statusOf([unit('1', '张庄')], [place('a', '张庄', '东镇')])).toEqual(['ambiguous a']);
  });

  it('are only offered what is near: 张家庄 for 张庄, and the same name next door', () => {
    expect(statusOf([unit('1', '张庄', '东镇')], [place('a', '张家庄', '东镇')])).toEqual(['ambiguous a']);
    const next = matchUnits({
      units: [unit('1', '张庄', '东镇')],
      places: [place('a', '李庄', '东镇'), { ...place('b', '张庄', '西镇'), coord: TWO_KILOMETRES_EAST }],
    });
    expect(next.units[0]).toMatchObject({
      status: 'ambiguous',
      candidates: [{ placeId: 'b', name: 'same-name', township: 'neighbouring' }],
    });
    const [match] = next.units as [Extract<UnitMatch, { status: 'ambiguous' }>];
    expect(match.candidates[0]?.metresFromTownship).toBeGreaterThan(1900);
    expect(match.candidates[0]?.metresFromTownship).toBeLessThan(2100);
  });

  it('put the nearer candidate first', () => {
    const places = [
      place('far', '张庄', '西镇', FAR_EAST),
      place('near', '张家庄', '东镇'),
      place('next', '张庄', '南镇', TWO_KILOMETRES_EAST),
    ];
    expect(statusOf([unit('1', '张庄', '东镇')], places)).toEqual(['ambiguous near next far']);
  });

  it('are ambiguous where two places answer, and where two units claim one', () => {
    expect(statusOf([unit('1', '张庄', '东镇')], [place('a', '张庄', '东镇'), place('b', '张庄村', '东镇')])).toEqual([
      'ambiguous a b',
    ]);
    const twins = matchUnits({
      units: [unit('1', '张庄村', '东镇'), unit('2', '张庄村委会', '东镇')],
      places: [place('a', '张庄', '东镇')],
    });
    expect(twins.units.map(worded)).toEqual(['ambiguous a', 'ambiguous a']);
    expect(twins.duplicateUnits.same).toEqual([['1', '2']]);
    expect(twins.unmatchedPlaceIds).toEqual(['a']);
  });

  it('are ambiguous where several places carry their code', () => {
    const places = ['a', 'b'].map((id) => ({ ...place(id, '李岗', '东镇'), code: '1' }));
    expect(statusOf([unit('1', '李岗村', '东镇')], places)).toEqual(['ambiguous a b']);
  });

  it('say why nothing is offered', () => {
    expect(statusOf([unit('1', '张庄', '东镇')], [place('a', '李集', '东镇')])).toEqual(['unmatched no-such-name']);
    expect(statusOf([unit('1', '张庄', '东镇')], [place('a', '李集', '西镇')])).toEqual([
      'unmatched no-places-in-township',
    ]);
    const taken = [{ ...place('a', '张庄', '东镇'), code: '2' }];
    expect(statusOf([unit('1', '张庄', '东镇'), unit('2', '王集', '东镇')], taken)).toEqual([
      'unmatched taken-by-other-units',
      'matched code a',
    ]);
  });

  it('report near duplicates of both lists', () => {
    const { duplicateUnits, duplicatePlaces } = matchUnits({
      units: [unit('1', '张庄', '东镇'), unit('2', '张家庄', '东镇'), unit('3', '张家庄', '西镇')],
      places: [place('a', '闫岗', '东镇'), place('b', '阎岗', '东镇')],
    });
    expect(duplicateUnits).toEqual({ same: [], near: [{ ids: ['1', '2'], reason: 'family-infix' }] });
    expect(duplicatePlaces).toEqual({ same: [], near: [{ ids: ['a', 'b'], reason: 'interchangeable-character' }] });
  });

  it('never take places without a name for one another', () => {
    const { units, duplicatePlaces } = matchUnits({
      units: [unit('1', '', '东镇')],
      places: [place('a', '', '东镇'), place('b', '', '东镇')],
    });
    expect(units.map(worded)).toEqual(['unmatched no-such-name']);
    expect(duplicatePlaces).toEqual({ same: [], near: [] });
  });

  it('refuse two places of one id', () => {
    expect(() => matchUnits({ units: [], places: [place('a', '张', '东镇'), place('a', '李', '东镇')] })).toThrow(
      'Two places have the id a.',
    );
  });
});

describe('a matching of any lists', () => {
  const cases = Array.from({ length: 1500 }, (_, seed) => randomLists(seed));

  it('does not depend on the order of rows', () => {
    cases.forEach(({ units, places }, seed) => {
      const random = mulberry32(seed + 9000);
      const shuffled = { units: shuffle(units, random), places: shuffle(places, random) };
      expect(matchUnits(shuffled)).toEqual(matchUnits({ units, places }));
    });
  });

  it('is what trying every pair finds', () => {
    let matched = 0;
    for (const { units, places } of cases) {
      const found = matchUnits({ units, places }).units.filter(({ status }) => status === 'matched');
      matched += found.length;
      expect(new Set(found.map((match) => `${match.unit.code} ${worded(match)}`))).toEqual(
        new Set(certainPairs(units, places)),
      );
    }
    expect(matched).toBeGreaterThan(400);
  });

  it('gives no place to two units, and accounts for every unit and every place', () => {
    for (const { units, places } of cases) {
      const { units: matches, unmatchedPlaceIds } = matchUnits({ units, places });
      const given = matches.flatMap((match) => (match.status === 'matched' ? [match.placeId] : []));
      expect(new Set(given).size).toBe(given.length);
      expect(matches).toHaveLength(units.length);
      expect([...given, ...unmatchedPlaceIds].sort()).toEqual(places.map(({ id }) => id).sort());
      for (const match of matches)
        if (match.status === 'ambiguous')
          for (const { placeId } of match.candidates) expect(unmatchedPlaceIds).toContain(placeId);
    }
  });
});

function unit(code: string, name: string, township?: string): UnitToMatch {
  return { code, name, ...(township === undefined ? {} : { township }) };
}

function place(id: string, name: string, township?: string, coord: PlaceToMatch['coord'] = HERE): PlaceToMatch {
  return { id, name, coord, ...(township === undefined ? {} : { township }) };
}

function statusOf(units: readonly UnitToMatch[], places: readonly PlaceToMatch[]): string[] {
  return matchUnits({ units, places }).units.map(worded);
}

function worded(match: UnitMatch): string {
  if (match.status === 'matched') return `matched ${match.how} ${match.placeId}`;
  if (match.status === 'unmatched') return `unmatched ${match.why}`;
  return `ambiguous ${match.candidates.map(({ placeId }) => placeId).join(' ')}`;
}

interface Lists {
  readonly units: readonly UnitToMatch[];
  readonly places: readonly PlaceToMatch[];
}

/** Few names, townships and codes, so that they meet often. */
function randomLists(seed: number): Lists {
  const random = mulberry32(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const names = ['张庄', '张庄村', '张家庄', '李岗村委会', '大李岗', '闫集', '阎集', ''];
  const townships = ['东镇', '西乡', '固城镇', '固城乡', undefined];
  const codes = Array.from({ length: 9 }, (_, index) => String(index + 1));
  return {
    units: Array.from({ length: Math.floor(random() * 7) }, () => unit(pick(codes), pick(names), pick(townships))),
    places: Array.from({ length: Math.floor(random() * 8) }, (_, index) => ({
      ...place(`p${index}`, pick(names), pick(townships), [117 + random() / 5, 32]),
      ...(random() < 0.3 ? { code: pick(codes) } : {}),
    })),
  };
}

/** The rule word for word: alone with a code; or not of any carried code, alone with name and township. */
function certainPairs(units: readonly UnitToMatch[], places: readonly PlaceToMatch[]): string[] {
  const fullName = ['固城镇', '固城乡'];
  const bothAmong = (rows: readonly { readonly township?: string }[]): boolean =>
    fullName.every((name) => rows.some(({ township }) => township === name));
  const whole = bothAmong(units) || bothAmong(places);
  const townshipOf = (township: string): string =>
    whole && fullName.includes(township) ? township : township.replace(/(?<=..)[乡镇]$/, '');
  const sameName = (a: UnitToMatch | PlaceToMatch, b: UnitToMatch | PlaceToMatch): boolean =>
    a.township !== undefined &&
    b.township !== undefined &&
    townshipOf(a.township) === townshipOf(b.township) &&
    normaliseVillageName(a.name) !== '' &&
    normaliseVillageName(a.name) === normaliseVillageName(b.name);
  const restUnits = units.filter(({ code }) => !places.some((other) => other.code === code));
  const restPlaces = places.filter(({ code }) => !units.some((other) => other.code === code));
  return units.flatMap((one) =>
    places.flatMap((other) => {
      const code = `${one.code} matched code ${other.id}`;
      if (one.code === other.code) {
        const alone =
          units.filter((unit) => unit.code === one.code).length === 1 &&
          places.filter((place) => place.code === one.code).length === 1;
        return alone ? [code] : [];
      }
      if (!restUnits.includes(one) || !restPlaces.includes(other) || !sameName(one, other)) return [];
      const alone =
        restUnits.filter((unit) => sameName(unit, other)).length === 1 &&
        restPlaces.filter((place) => sameName(one, place)).length === 1;
      return alone ? [`${one.code} matched name ${other.id}`] : [];
    }),
  );
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}
