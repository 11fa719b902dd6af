import { SNAP_LIMIT_METRES } from '../../../geodata/catchment/county-places.ts';
import type { CountingRule, CountingScope } from '../../../geodata/grouping/counting-rule.ts';
import type { Provenance } from '../../../geodata/grouping/provenance.ts';
import type { Condition } from '../../../geodata/roads/profiles/conditions.ts';
import { CONNECTOR_METRES } from '../../../geodata/travel/off-road.ts';
import { MARGINAL_SHARE, type ResponseRule } from '../../../geodata/travel/two-limit-rule.ts';
import type { Language } from '../../language.ts';
import { limitKilometres, limitMinutes } from './measures.ts';

/** A line of a report's head: what it is about, and what was chosen. */
export type LabelledText = readonly [label: string, text: string];

const CONDITION_WORDS: Readonly<Record<Condition, Readonly<Record<Language, string>>>> = {
  base: { zh: '基准（白天、干燥）', en: 'base (by day, dry)' },
  night: { zh: '夜间', en: 'night' },
  rain: { zh: '小雨', en: 'light rain' },
  'heavy-rain': { zh: '大雨', en: 'heavy rain' },
  snow: { zh: '雪', en: 'snow' },
  ice: { zh: '冰冻、大雾', en: 'ice or fog' },
};

const SCOPE_WORDS: Readonly<Record<CountingScope, (share: number) => Readonly<Record<Language, string>>>> = {
  station: () => ({
    zh: '站到站（只以成员派出所判定；居民点指标仅供参考）',
    en: 'station to station (member stations alone decide; figures of settlements are for reference)',
  }),
  administrative: () => ({ zh: '全部行政村（社区）', en: 'all administrative villages and communities' }),
  settlements: () => ({
    zh: '全部居民点（已载入的自然村、行政村、社区）',
    en: 'all settlements loaded (natural villages, administrative villages, communities)',
  }),
  share: (share) => ({
    zh: `加权达标率不低于 ${share}%`,
    en: `settlements with at least ${share}% of the weight`,
  }),
};

/** The counting rule 统计口径, line by line, as it stands next to every number. */
export function countingLines(counting: CountingRule, language: Language): LabelledText[] {
  const scope = SCOPE_WORDS[counting.scope](counting.sharePercent ?? 100)[language];
  const condition = CONDITION_WORDS[counting.condition][language];
  const marginal = Math.round(MARGINAL_SHARE * 100);
  return language === 'zh'
    ? [
        ['达标标准', limitsText(counting, language)],
        ['统计范围', scope],
        ['情景', condition],
        ['临界', `达标，但没有一条路线低于起作用的限值的 ${marginal}%`],
      ]
    : [
        ['Rule', limitsText(counting, language)],
        ['Scope', scope],
        ['Condition', condition],
        ['Near the limit', `meets, but no route uses less than ${marginal}% of the limits in force`],
      ];
}

/** Which limits hold and how they are combined: the metric and 且 / 或 / 仅距离 / 仅时间. */
export function limitsText({ limitDm, limitDs, combine, metric }: ResponseRule, language: Language): string {
  const length = limitKilometres(limitDm, language);
  const time = limitMinutes(limitDs, language);
  if (language === 'zh') {
    const short = `${metric === 'road' ? '路网里程' : '直线距离'}不超过 ${length}`;
    const quick = `行车时间少于 ${time}`;
    if (combine === 'distance') return `${short}（仅距离）`;
    if (combine === 'time') return `${quick}（仅时间）`;
    if (combine === 'or') return `${short}，或${quick}`;
    return `${short}，且${quick}${metric === 'road' ? '（由同一条路线同时满足）' : ''}`;
  }
  const short = `${metric === 'road' ? 'road length' : 'straight distance'} at most ${length}`;
  const quick = `driving time under ${time}`;
  if (combine === 'distance') return `${short} (distance alone)`;
  if (combine === 'time') return `${quick} (time alone)`;
  if (combine === 'or') return `${short} or ${quick}`;
  return `${short} and ${quick}${metric === 'road' ? ', by one and the same route' : ''}`;
}

/** What the result was made of, line by line: profile, estimated legs, road network, dataset. */
export function provenanceLines(
  { profile, offRoad, networkHash, dataset }: Provenance,
  language: Language,
): LabelledText[] {
  const { detourFactor, kmh } = offRoad;
  const speed = Number(kmh.toFixed(2));
  return language === 'zh'
    ? [
        ['速度参数', profile],
        [
          '路外连接',
          `直线距离 × ${detourFactor}，时速 ${speed} 公里，计入结果（估算）；超过 ${CONNECTOR_METRES} 米的称虚拟连接线；不接入高速公路；超过 ${SNAP_LIMIT_METRES} 米的不接入`,
        ],
        ['路网', `SHA-256 ${networkHash}`],
        ['数据集', dataset ?? '—'],
      ]
    : [
        ['Speed profile', profile],
        [
          'Off-road legs',
          `straight distance x ${detourFactor} at ${speed} km/h, counted (estimated); beyond ${CONNECTOR_METRES} m a virtual connector; never to a motorway; none beyond ${SNAP_LIMIT_METRES} m`,
        ],
        ['Road network', `SHA-256 ${networkHash}`],
        ['Dataset', dataset ?? '—'],
      ];
}

/** The same where an OSRM server drove: its speeds and its roads are its own. @param source its address */
export function osrmLines(
  { offRoad, dataset }: Pick<Provenance, 'offRoad' | 'dataset'>,
  source: string,
  language: Language,
): LabelledText[] {
  const { detourFactor, kmh } = offRoad;
  const speed = Number(kmh.toFixed(2));
  return language === 'zh'
    ? [
        ['行车时间', `取自 OSRM 服务器 ${source}，用它自己的道路和速度，不随情景变化`],
        ['路外连接', `直线距离 × ${detourFactor}，时速 ${speed} 公里（估算）；超过 ${SNAP_LIMIT_METRES} 米的不接入`],
        ['数据集', dataset ?? '—'],
      ]
    : [
        ['Driving times', `from the OSRM server ${source}, by its own roads and speeds, whatever the condition`],
        [
          'Off-road legs',
          `straight distance x ${detourFactor} at ${speed} km/h (estimated); none beyond ${SNAP_LIMIT_METRES} m`,
        ],
        ['Dataset', dataset ?? '—'],
      ];
}

/** `标签：内容`, one a line. */
export function labelledText(lines: readonly LabelledText[], language: Language): string {
  return lines.map(([label, text]) => `${label}${language === 'zh' ? '：' : ': '}${text}`).join('\n');
}
