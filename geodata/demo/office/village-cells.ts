import { type Random, randomStream } from '../random.ts';
import type { TableRow } from '../table-row.ts';
import type { DraftRow } from './table-draft.ts';

/** Households to a volunteer post: the clause asks for 10 to 20 (clause 15). */
const POSTS_IN_RANGE = { least: 10.5, most: 19.5 };
const POSTS_TOO_FEW = { least: 22, most: 34 };
const POSTS_TOO_MANY = { least: 6.5, most: 9 };
/** A town whose committees nobody has counted, by its place in the county's list. */
const TOWN_WITHOUT_COMMITTEES = 6;

/**
 * How the figures of villages and communities stand to the clauses: most meet them, some nearly, some do not.
 * @returns cells of a row 村(社区), by its raw row and its township's place in the county's list
 */
export function villageFigures(seed: number): (raw: TableRow, township: number) => DraftRow['cells'] {
  const random = randomStream(seed, 'office-village-figures');
  return (raw, township) => {
    const isCommunity = raw['类别'] === '社区';
    const households = Number(raw['户数']);
    const committee = random.chance(0.07) ? 2 : Number(raw['治保会人数']);
    const posts = Math.max(1, Math.round(households / householdsPerPost(random)));
    const buildings = Number(raw['楼栋(院落)数']);
    const covered = random.chance(0.75) ? buildings : Math.round(buildings * random.between(0.6, 0.97));
    const auxiliaries = isCommunity && random.chance(0.06) ? 1 : Number(raw['辅警数']);
    return {
      村民小组数: raw['村民小组数'] === '' ? null : (raw['村民小组数'] ?? null),
      自然村数: raw['自然村数'] === '' ? null : (raw['自然村数'] ?? null),
      '楼栋(院落)数': isCommunity ? buildings : null,
      已覆盖楼栋数: isCommunity ? covered : null,
      辅警数: auxiliaries,
      治保会人数: township === TOWN_WITHOUT_COMMITTEES ? null : committee,
      信息员数: posts,
    };
  };
}

function householdsPerPost(random: Random): number {
  const share = random.next();
  const { least, most } = share < 0.1 ? POSTS_TOO_FEW : share < 0.17 ? POSTS_TOO_MANY : POSTS_IN_RANGE;
  return random.between(least, most);
}

/** A village or community by one of the names that offices use for it. */
export function officeName(random: Random, name: string, isCommunity: boolean): string {
  if (isCommunity) return random.chance(0.3) ? `${name}居委会` : name;
  return name + random.pick(['村委会', '村民委员会', name.endsWith('村') ? '' : '村']);
}
