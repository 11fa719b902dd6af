import type { Gap, GapKind, GapPlace, Shortage } from '../../../geodata/coverage/gap.ts';
import { figureText } from '../../../geodata/figure-text.ts';
import type { CountyGap } from '../../counties/county-gaps.ts';
import type { Language } from '../../language.ts';

type Words = Readonly<Record<Language, string>>;

export const GAP_KIND_WORDS: Readonly<Record<GapKind, Words>> = {
  response: { zh: '出警', en: 'response' },
  officers: { zh: '民警', en: 'officers' },
  'video-equip': { zh: '智安小区建设', en: 'compounds to equip' },
  'video-network': { zh: '智安小区联网', en: 'compounds to connect' },
  volunteers: { zh: '治安信息员', en: 'safety informants' },
  auxiliaries: { zh: '辅警', en: 'auxiliaries' },
};

export const GAP_PLACE_WORDS: Readonly<Record<GapPlace['kind'], Words>> = {
  settlement: { zh: '居民点', en: 'settlement' },
  cell: { zh: '六边形', en: 'hexagon' },
  unit: { zh: '村（社区）', en: 'village or community' },
  station: { zh: '派出所', en: 'station' },
};

/** What is short, as a sentence without a full stop. */
export function gapReason(gap: Gap, language: Language): string {
  return gap.shortages.map((shortage) => reasonOf(gap, shortage)[language]).join(SEMICOLON[language]);
}

/** What would close it, as a sentence without a full stop. */
export function gapClosing(gap: Gap, language: Language): string {
  return gap.shortages.map((shortage) => closingOf(gap, shortage)[language]).join(SEMICOLON[language]);
}

/** Why it ranks where it does: its points, and what other weights make of its rank. */
export function gapRankText({ rank, score, parts, stability }: CountyGap, language: Language): string {
  const { bestRank, worstRank, vectors } = stability;
  const { kind, severity, households } = parts;
  return language === 'zh'
    ? `第 ${rank} 位：类别 ${kind} + 程度 ${severity} + 户数 ${households} = ${score} 分；权重逐项减半、加倍（${vectors} 种）时为第 ${bestRank} 至 ${worstRank} 位`
    : `rank ${rank}: kind ${kind} + severity ${severity} + households ${households} = ${score} points; ranks ${bestRank} to ${worstRank} as each weight is halved and doubled (${vectors} ways)`;
}

const SEMICOLON: Words = { zh: '；', en: '; ' };

function reasonOf({ kind }: Gap, { value, threshold, unit }: Shortage): Words {
  if (unit === 'seconds') return timeReason(value, threshold);
  if (unit === 'metres') {
    const [far, limit] = [figureText((value ?? 0) / 1000, threshold / 1000), threshold / 1000];
    return {
      zh: `支援里程 ${far} 公里，超过 ${limit} 公里`,
      en: `support comes from ${far} km, more than ${limit} km`,
    };
  }
  const have = value ?? 0;
  const words: Readonly<Record<Exclude<GapKind, 'response'>, Words>> = {
    officers: {
      zh: `民警 ${have} 人，少于 ${threshold} 人`,
      en: `${have} officer(s), fewer than ${threshold}`,
    },
    'video-equip': {
      zh: `应建小区 ${threshold} 个，建成 ${have} 个`,
      en: `${have} of ${threshold} compounds due are equipped`,
    },
    'video-network': {
      zh: `建成小区 ${threshold} 个，联网 ${have} 个`,
      en: `${have} of ${threshold} equipped compounds are connected`,
    },
    volunteers:
      unit === 'buildings'
        ? { zh: `楼栋（院落）${threshold} 个，覆盖 ${have} 个`, en: `${have} of ${threshold} buildings have a post` }
        : { zh: `信息员 ${have} 人，少于 ${threshold} 人`, en: `${have} post(s), fewer than ${threshold}` },
    auxiliaries: {
      zh: `辅警 ${have} 人，少于 ${threshold} 人`,
      en: `${have} auxiliary(ies), fewer than ${threshold}`,
    },
  };
  return kind === 'response' ? timeReason(value, threshold) : words[kind];
}

function timeReason(value: number | undefined, threshold: number): Words {
  if (value === undefined) return { zh: '道路不通，支援无法到达', en: 'no road leads there: support does not arrive' };
  const [minutes, limit] = [figureText(value / 60, threshold / 60), threshold / 60];
  if (value < threshold) {
    return {
      zh: `最快路线 ${minutes} 分钟，但没有同时满足里程和时间的路线`,
      en: `the fastest route takes ${minutes} min, but no single route is both short and quick enough`,
    };
  }
  return {
    zh: `支援行车 ${minutes} 分钟，未少于 ${limit} 分钟`,
    en: `support drives ${minutes} min, not under ${limit} min`,
  };
}

function closingOf({ kind }: Gap, { toClose, closedBy }: Shortage): Words {
  if (toClose === undefined) {
    return {
      zh: '不能用分钟数或公里数表示，需改善道路或布点',
      en: 'no number of minutes: a road or another site is needed',
    };
  }
  const words: Readonly<Record<Shortage['closedBy'], Words>> = {
    minutes: { zh: `缩短行车 ${toClose} 分钟`, en: `${toClose} min less to drive` },
    kilometres: { zh: `缩短里程 ${toClose} 公里`, en: `${toClose} km less to drive` },
    compounds:
      kind === 'video-network'
        ? { zh: `再联网 ${toClose} 个小区`, en: `connect ${toClose} more compound(s)` }
        : { zh: `再建成并联网 ${toClose} 个小区`, en: `equip and connect ${toClose} more compound(s)` },
    posts: { zh: `增加信息员 ${toClose} 人`, en: `${toClose} more post(s)` },
    buildings: { zh: `再覆盖楼栋（院落）${toClose} 个`, en: `posts for ${toClose} more building(s)` },
    officers: { zh: `增加民警 ${toClose} 人`, en: `${toClose} more officer(s)` },
    auxiliaries: { zh: `增加辅警 ${toClose} 人`, en: `${toClose} more auxiliary(ies)` },
  };
  return words[closedBy];
}
