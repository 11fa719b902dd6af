/** Why two different names might mean one place, 1 being the same name. Names as `normaliseVillageName` gives them. */
export type NearReason =
  | 'same-name'
  /** 张庄 and 张家庄 */
  | 'family-infix'
  /** 闫庄 and 阎庄: characters that stand for each other in names. */
  | 'interchangeable-character'
  /** 李岗 and 大李岗: often two villages, sometimes one. */
  | 'added-word'
  /** 水家湖农场 and 水家湖茶场: one character of at least four is another, is missing or is too many. */
  | 'one-character';

export interface Nearness {
  readonly reason: NearReason;
  /** 0 to 1: an order of preference, not a probability. */
  readonly score: number;
}

/** Scores by reason: an order, most alike first. No more is claimed for them. */
const SCORES: Readonly<Record<NearReason, number>> = {
  'same-name': 1,
  'family-infix': 0.9,
  'interchangeable-character': 0.9,
  'added-word': 0.7,
  'one-character': 0.6,
};

/** Characters that clerks write for each other in surnames and place names. */
const INTERCHANGEABLE = ['闫阎', '付傅', '肖萧', '代戴', '岗冈', '营郢', '砦寨', '圩围', '庵安', '璜黄'];
/** Words that tell two villages of one name apart. */
const TELLING = '大小前后东西南北上下中老新里外左右';
const NUMERALS = '一二三四五六七八九十百';
/** Below this many characters one other character makes another name: 王庄 and 李庄. */
const FEWEST_FOR_ONE_CHARACTER = 4;

/**
 * How near two names are; symmetric. Undefined where they name two places: 东王庄 and 西王庄, 一组 and 二组, 王庄 and 李庄.
 * By characters alone, never by sound.
 */
export function nearness(a: string, b: string): Nearness | undefined {
  const reason = reasonOf(Array.from(a), Array.from(b));
  return reason && { reason, score: SCORES[reason] };
}

function reasonOf(a: readonly string[], b: readonly string[]): NearReason | undefined {
  if (a.length > b.length) return reasonOf(b, a);
  if (a.length === 0) return undefined;
  if (a.length === b.length) return reasonOfSubstitution(a, b);
  if (b.length !== a.length + 1) return undefined;
  const at = a.findIndex((character, index) => character !== b[index]);
  const place = at === -1 ? a.length : at;
  if (a.slice(place).join('') !== b.slice(place + 1).join('')) return undefined;
  const added = b[place] ?? '';
  if (added === '家') return 'family-infix';
  if (a.length >= 2 && TELLING.includes(added)) return 'added-word';
  return b.length >= FEWEST_FOR_ONE_CHARACTER && !NUMERALS.includes(added) ? 'one-character' : undefined;
}

function reasonOfSubstitution(a: readonly string[], b: readonly string[]): NearReason | undefined {
  const different = a.flatMap((character, index) => (character === b[index] ? [] : [[character, b[index] ?? '']]));
  const [[one = '', other = ''] = []] = different;
  if (different.length === 0) return 'same-name';
  if (different.length > 1) return undefined;
  if (INTERCHANGEABLE.some((pair) => pair.includes(one) && pair.includes(other))) return 'interchangeable-character';
  const tells = [one, other].some((character) => TELLING.includes(character) || NUMERALS.includes(character));
  return a.length >= FEWEST_FOR_ONE_CHARACTER && !tells ? 'one-character' : undefined;
}
