import type { RuleSwitch, RuleThreshold, StandardRule } from './standard-rule.ts';

/** Which officers a station has: those who are there, or those who are paid there. */
const OFFICERS: RuleSwitch = {
  key: 'officers',
  name: { zh: '派出所民警口径', en: 'officers of a station' },
  values: [
    { value: 'on-duty', name: { zh: '在岗民警（借调出不计）', en: 'on duty (seconded away not counted)' } },
    { value: 'on-rolls', name: { zh: '在编民警（借调出计入）', en: 'on the rolls (seconded away counted)' } },
  ],
};

/** How a number in a clause is read. */
const COMPARISON: RuleSwitch = {
  key: 'comparison',
  name: { zh: '数量口径', en: 'the number is' },
  values: [
    { value: 'at-least', name: { zh: '不少于', en: 'at least' } },
    { value: 'exactly', name: { zh: '正好', en: 'exactly' } },
  ],
};

const OFFICERS_UNIT = { zh: '人', en: 'officers' } as const;
const PER_CENT = { zh: '%', en: '%' } as const;

function sharePercent(zh: string, en: string): RuleThreshold {
  return { key: 'sharePercent', name: { zh, en }, unit: PER_CENT, value: 40, least: 1, most: 100 };
}

/** Clauses 3 to 6b: where stations stand and how they are manned. */
export const STAFFING_RULES: readonly StandardRule[] = [
  {
    id: 'c3',
    clause: '3',
    title: { zh: '一乡一镇一街道一派出所', en: 'One station to every township-level unit' },
    text: {
      zh: '一乡一镇一街道一派出所，优化派出所设置。',
      en: 'One station to every township, town and subdistrict; the siting of stations is improved.',
    },
    formula: {
      zh: '每个乡级单位的辖区面内，派出所点位正好为 1 个',
      en: 'within the area of every township-level unit stands the point of exactly 1 station',
    },
    unit: 'township',
    lead: ['政工室'],
    responsible: ['治安大队'],
    deadline: '2023-06-30',
    enabled: true,
    switches: [
      {
        key: 'zones',
        name: { zh: '开发区等功能区', en: 'development zones and the like' },
        values: [
          { value: 'reported', name: { zh: '列出，不判定', en: 'listed, not judged' } },
          { value: 'counted', name: { zh: '与乡镇同样判定', en: 'judged as townships are' } },
        ],
      },
    ],
    thresholds: [],
  },
  {
    id: 'c4A',
    clause: '4',
    title: { zh: '派出所民警占县局民警比例', en: "Stations' share of the county's officers" },
    text: {
      zh: '派出所民警占县局民警总数不低于 40%（红线）；借调人员清退。',
      en: "Officers at stations are at least 40 % of the county's officers (a hard minimum); secondments end.",
    },
    formula: { zh: '各派出所民警之和 ÷ 县局民警总数', en: 'sum of officers at stations / officers of the county' },
    unit: 'station',
    lead: ['政工室'],
    responsible: ['治安大队'],
    enabled: true,
    switches: [OFFICERS],
    thresholds: [sharePercent('最低占比', 'least share')],
  },
  {
    id: 'c4B',
    clause: '4',
    title: { zh: '社区民警占派出所民警比例', en: "Community officers' share of stations' officers" },
    text: {
      zh: '社区民警占派出所民警不低于 40%（红线）。',
      en: "Community officers are at least 40 % of stations' officers (a hard minimum).",
    },
    formula: {
      zh: '全县社区民警之和 ÷ 派出所民警之和；逐所另列',
      en: 'sum of community officers / sum of officers at stations, over the county; each station beside it',
    },
    unit: 'station',
    lead: ['政工室'],
    responsible: ['治安大队'],
    enabled: true,
    switches: [OFFICERS],
    thresholds: [sharePercent('最低占比', 'least share')],
  },
  {
    id: 'c4C',
    clause: '4',
    title: { zh: '每所在编在岗民警', en: 'Officers on the rolls and on duty at each station' },
    text: {
      zh: '每个派出所在编在岗民警不少于 5 人。',
      en: 'Every station has at least 5 officers on the rolls and on duty.',
    },
    formula: {
      zh: '每所在岗民警数 ≥ 5（辅警、借调出不计）',
      en: 'officers on duty at each station >= 5 (auxiliaries and officers seconded away not counted)',
    },
    unit: 'station',
    lead: ['政工室'],
    responsible: ['治安大队'],
    enabled: true,
    switches: [OFFICERS],
    thresholds: [
      {
        key: 'officers',
        name: { zh: '每所最少民警', en: 'least officers at a station' },
        unit: OFFICERS_UNIT,
        value: 5,
        least: 1,
        most: 1000,
      },
    ],
  },
  {
    id: 'c5',
    clause: '5',
    title: { zh: '一社区两辅警、一村一辅警', en: 'Two auxiliaries to a community, one to a village' },
    text: {
      zh: '一社区两辅警，一村一辅警；暂不具备条件的村由治保会主任兼任警务助理。',
      en: 'Two auxiliaries to a community, one to a village; else the head of the public-security committee of a village is its police assistant.',
    },
    formula: {
      zh: '达标单位 ÷ 全部村（社区）：村辅警 ≥ 1，社区辅警 ≥ 2；含警务助理（仅限村）的比例另列',
      en: 'units that meet / all units: village auxiliaries >= 1, community auxiliaries >= 2; the rate with police assistants (villages only) beside it',
    },
    unit: 'village',
    lead: ['辅警管理处'],
    responsible: ['治安大队'],
    enabled: true,
    switches: [
      COMPARISON,
      {
        key: 'assistant',
        name: { zh: '警务助理', en: 'police assistant' },
        values: [
          { value: 'not-counted', name: { zh: '不替代辅警', en: 'does not stand in for an auxiliary' } },
          {
            value: 'stands-in',
            name: {
              zh: '在村可替代辅警（社区不可）',
              en: 'stands in for the auxiliary of a village (never of a community)',
            },
          },
        ],
      },
    ],
    thresholds: [
      {
        key: 'villageAuxiliaries',
        name: { zh: '每村辅警', en: 'auxiliaries of a village' },
        unit: { zh: '人', en: 'auxiliaries' },
        value: 1,
        least: 1,
        most: 100,
      },
      {
        key: 'communityAuxiliaries',
        name: { zh: '每社区辅警', en: 'auxiliaries of a community' },
        unit: { zh: '人', en: 'auxiliaries' },
        value: 2,
        least: 1,
        most: 100,
      },
    ],
  },
  {
    id: 'c6a',
    clause: '6',
    title: { zh: '两队一室', en: 'Two teams, one room' },
    text: {
      zh: '民警 15 人以上、民警与辅警达到 1:2 的派出所设立两队一室；至少 1 个建制镇（乡）派出所完成。',
      en: 'A station of 15 officers or more with officers to auxiliaries at 1:2 sets up two teams and one room; at least 1 station of a town (or township) has done so.',
    },
    formula: {
      zh: '每所：民警 ≥ 15 且 辅警 ≥ 2×民警；全县：已设且符合条件的镇（乡）派出所 ≥ 1',
      en: 'a station: officers >= 15 and auxiliaries >= 2 x officers; the county: stations of towns (townships) that have set up and qualify >= 1',
    },
    unit: 'station',
    lead: ['治安大队'],
    responsible: ['指挥中心'],
    enabled: true,
    switches: [
      {
        key: 'ratio',
        name: { zh: '民警与辅警之比', en: 'officers to auxiliaries' },
        values: [
          {
            value: 'at-least',
            name: { zh: '每名民警辅警不少于规定数', en: 'at least so many auxiliaries an officer' },
          },
          { value: 'exactly', name: { zh: '每名民警辅警正好为规定数', en: 'exactly so many auxiliaries an officer' } },
        ],
      },
      {
        key: 'villageAuxiliaries',
        name: { zh: '社区驻村辅警', en: 'auxiliaries bound to villages' },
        values: [
          { value: 'counted', name: { zh: '计入辅警', en: 'counted' } },
          { value: 'not-counted', name: { zh: '不计入辅警', en: 'not counted' } },
        ],
      },
      {
        key: 'seats',
        name: { zh: '镇（乡）派出所', en: 'stations of towns and townships' },
        values: [
          { value: 'towns-and-townships', name: { zh: '镇和乡', en: 'of towns and of townships' } },
          { value: 'towns', name: { zh: '仅建制镇', en: 'of designated towns only' } },
        ],
      },
    ],
    thresholds: [
      {
        key: 'officers',
        name: { zh: '最少民警', en: 'least officers' },
        unit: OFFICERS_UNIT,
        value: 15,
        least: 1,
        most: 1000,
      },
      {
        key: 'auxiliariesPerOfficer',
        name: { zh: '每名民警辅警', en: 'auxiliaries an officer' },
        unit: { zh: '人', en: 'auxiliaries' },
        value: 2,
        least: 1,
        most: 100,
      },
      {
        key: 'stations',
        name: { zh: '最少镇（乡）派出所', en: 'least stations of towns (townships)' },
        unit: { zh: '个', en: 'stations' },
        value: 1,
        least: 1,
        most: 1000,
      },
    ],
  },
  {
    id: 'c6b',
    clause: '6',
    title: { zh: '两队一室警力 4:4:2', en: 'Two teams and one room manned 4:4:2' },
    text: {
      zh: '社区警务队、案件办理队、综合指挥室警力按 4:4:2 配备，社区民警不低于派出所警力的 40%。',
      en: "Community team, case team and command room are manned 4:4:2; community officers are at least 40 % of the station's strength.",
    },
    formula: {
      zh: '社区民警 ≥ ⌈2P÷5⌉，其余按 2:1（最大余数法）分配给案件办理队和综合指挥室，并列出差额',
      en: 'community officers >= ceil(2P / 5); the rest is shared 2:1 by largest remainder between case team and command room, and what is lacking is listed',
    },
    unit: 'station',
    lead: ['治安大队'],
    responsible: ['指挥中心'],
    enabled: true,
    switches: [
      {
        key: 'base',
        name: { zh: '警力基数', en: 'strength P' },
        values: [
          { value: 'officers', name: { zh: '民警', en: 'officers' } },
          {
            value: 'officers-and-auxiliaries',
            name: {
              zh: '民警和辅警（社区队含驻村辅警）',
              en: 'officers and auxiliaries (village auxiliaries being community team)',
            },
          },
        ],
      },
      {
        key: 'leaders',
        name: { zh: '所领导', en: "station's leaders" },
        values: [
          { value: 'in-base', name: { zh: '计入基数（在岗民警）', en: 'in P (officers on duty)' } },
          {
            value: 'not-in-base',
            name: { zh: '不计入基数（两队一室民警之和）', en: 'not in P (officers of the teams and the room)' },
          },
        ],
      },
      {
        key: 'split',
        name: { zh: '判定', en: 'judged by' },
        values: [
          { value: 'community-share', name: { zh: '社区民警占比', en: "the community officers' share" } },
          {
            value: 'whole-split',
            name: {
              zh: '社区民警占比，且各队与 4:4:2 目标相差不超过允许值',
              en: 'that share, and every team within the tolerance of its 4:4:2 target',
            },
          },
        ],
      },
      {
        key: 'scope',
        name: { zh: '判定范围', en: 'stations judged' },
        values: [
          { value: 'two-teams', name: { zh: '已设两队一室的派出所', en: 'those with two teams and one room' } },
          { value: 'all', name: { zh: '全部派出所', en: 'all' } },
        ],
      },
    ],
    thresholds: [
      sharePercent('社区民警最低占比', 'least share of community officers'),
      {
        key: 'toleranceOfficers',
        name: { zh: '各队允许偏差', en: 'tolerance of a team' },
        unit: OFFICERS_UNIT,
        value: 1,
        least: 0,
        most: 100,
      },
    ],
  },
];
