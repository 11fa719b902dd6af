import type { RuleSwitch, RuleThreshold, StandardRule } from './standard-rule.ts';

const PER_CENT = { zh: '%', en: '%' } as const;

function wholePercent(zh: string, en: string): RuleThreshold {
  return { key: 'sharePercent', name: { zh, en }, unit: PER_CENT, value: 100, least: 1, most: 100 };
}

function count(key: string, value: number, name: RuleThreshold['name'], unit: RuleThreshold['unit']): RuleThreshold {
  return { key, name, unit, value, least: 1, most: 1000 };
}

const PEOPLE = { zh: '人', en: 'people' } as const;

const COMPOUND_WEIGHT: RuleSwitch = {
  key: 'weight',
  name: { zh: '加权', en: 'counted by' },
  values: [
    { value: 'compounds', name: { zh: '小区个数', en: 'compounds' } },
    { value: 'households', name: { zh: '户数', en: 'households' } },
    { value: 'devices', name: { zh: '设备数', en: 'devices' } },
  ],
};

const EQUIPPED: RuleSwitch = {
  key: 'equipped',
  name: { zh: '建成口径', en: 'counts as equipped' },
  values: [
    { value: 'accepted', name: { zh: '已验收', en: 'accepted' } },
    { value: 'built', name: { zh: '建成或已验收', en: 'built or accepted' } },
    {
      value: 'under-construction',
      name: { zh: '在建、建成或已验收', en: 'under construction, built or accepted' },
    },
  ],
};

const URBAN_RURAL: RuleSwitch = {
  key: 'urbanRural',
  name: { zh: '城乡划分', en: 'urban and rural units' },
  values: [
    {
      value: 'urban-rural-code',
      name: { zh: '按城乡分类代码（1xx 为城镇）', en: 'by urban-rural code (1xx is urban)' },
    },
    {
      value: 'unit-kind',
      name: { zh: '按单位类别（社区为城、村为乡）', en: 'by kind of unit (communities urban, villages rural)' },
    },
  ],
};

/** Clauses 6c to 21: what reaches, covers and joins the people of the county. */
export const COVERAGE_RULES: readonly StandardRule[] = [
  {
    id: 'c6c',
    clause: '6',
    title: { zh: '中心派出所出警半径', en: 'Reach of central stations' },
    text: {
      zh: '临近农村派出所组成协作组，由中心派出所集约用警，保持建制不变；出警半径在 30 公里以内（行车少于 30 分钟）。',
      en: 'Neighbouring rural stations form a cooperation group around a central station, establishments unchanged; the response radius is within 30 km (under 30 min of driving).',
    },
    formula: {
      zh: '达标协作组 ÷ 全部协作组；每组按测算时的统计口径：默认每个居民点里程 ≤ 30.0 公里且行车 < 30.0 分钟',
      en: 'groups that meet / all groups; each under the counting rule it was evaluated with: by default every settlement at <= 30.0 km and < 30.0 min',
    },
    unit: 'group',
    lead: ['治安大队'],
    responsible: ['指挥中心'],
    enabled: true,
    switches: [],
    thresholds: [],
  },
  {
    id: 'c12-coverage',
    clause: '12',
    title: { zh: '智安小区覆盖率', en: 'Smart-security compounds: coverage' },
    text: {
      zh: '新建小区全覆盖，智安小区覆盖率达到 100%。',
      en: 'Every new compound is equipped; coverage of compounds reaches 100 %.',
    },
    formula: {
      zh: '建成（已验收）的应建小区 ÷ 应建小区；在建的不计入',
      en: 'compounds due that are accepted / compounds due; those under construction do not count',
    },
    unit: 'compound',
    lead: ['通信科'],
    responsible: ['治安大队', '情报大队'],
    deadline: '2023-12-31',
    enabled: true,
    switches: [EQUIPPED, COMPOUND_WEIGHT],
    thresholds: [wholePercent('最低覆盖率', 'least coverage')],
  },
  {
    id: 'c12-network',
    clause: '12',
    title: { zh: '智安小区联网率', en: 'Smart-security compounds: networked' },
    text: {
      zh: '智安小区联网率达到 100%，数据接入智慧安防小区管控平台。',
      en: 'All equipped compounds are connected to the platform.',
    },
    formula: {
      zh: '接入平台的建成小区 ÷ 建成（已验收）小区',
      en: 'accepted compounds connected to the platform / accepted compounds',
    },
    unit: 'compound',
    lead: ['通信科'],
    responsible: ['治安大队', '情报大队'],
    deadline: '2023-12-31',
    enabled: true,
    switches: [
      EQUIPPED,
      {
        key: 'denominator',
        name: { zh: '分母', en: 'out of' },
        values: [
          { value: 'equipped', name: { zh: '建成小区', en: 'compounds equipped' } },
          { value: 'due', name: { zh: '应建小区', en: 'compounds due' } },
        ],
      },
      COMPOUND_WEIGHT,
    ],
    thresholds: [wholePercent('最低联网率', 'least networked rate')],
  },
  {
    id: 'c15-rural',
    clause: '15',
    title: { zh: '农村治安信息员', en: 'Safety informants in the countryside' },
    text: { zh: '农村每 10 至 20 户 1 名治安信息员。', en: 'One safety informant to 10 to 20 rural households.' },
    formula: {
      zh: '达标单位 ÷ 农村单位：信息员 ≥ ⌈户数÷20⌉；超过 max(1, ⌈户数÷10⌉) 的标为偏多',
      en: 'units that meet / rural units: posts >= ceil(households / 20); more than max(1, ceil(households / 10)) is marked as surplus',
    },
    unit: 'village',
    lead: ['情报大队'],
    responsible: ['治安大队', '警务保障室'],
    deadline: '2024-12-31',
    enabled: true,
    switches: [URBAN_RURAL],
    thresholds: [],
  },
  {
    id: 'c15-urban',
    clause: '15',
    title: { zh: '城市治安信息员', en: 'Safety informants in town' },
    text: {
      zh: '城市每个楼栋或小型院落至少 1 名治安信息员。',
      en: 'At least one safety informant to every building or small courtyard in town.',
    },
    formula: { zh: '已覆盖楼栋（院落） ÷ 全部楼栋（院落）', en: 'buildings (courtyards) covered / all of them' },
    unit: 'village',
    lead: ['情报大队'],
    responsible: ['治安大队', '警务保障室'],
    deadline: '2024-12-31',
    enabled: true,
    switches: [URBAN_RURAL],
    thresholds: [wholePercent('最低覆盖率', 'least coverage')],
  },
  {
    id: 'c15-analysts',
    clause: '15',
    title: { zh: '情报分析员', en: 'Analysts' },
    text: { zh: '每个派出所 1 至 2 名情报分析员。', en: 'Every station has one or two analysts.' },
    formula: { zh: '1 ≤ 每所情报分析员 ≤ 2', en: '1 <= analysts of a station <= 2' },
    unit: 'station',
    lead: ['情报大队'],
    responsible: ['治安大队', '警务保障室'],
    deadline: '2024-12-31',
    enabled: true,
    switches: [],
    thresholds: [
      count('leastAnalysts', 1, { zh: '最少分析员', en: 'least analysts' }, PEOPLE),
      count('mostAnalysts', 2, { zh: '最多分析员', en: 'most analysts' }, PEOPLE),
    ],
  },
  {
    id: 'c15-funds',
    clause: '15',
    title: { zh: '治安信息员专项经费', en: 'Funds for safety informants' },
    text: { zh: '专项经费每年不少于 20 万元。', en: 'Funds of at least 200,000 yuan a year.' },
    formula: { zh: '全县专项经费 ≥ 200000 元/年', en: "the county's funds >= 200,000 yuan a year" },
    unit: 'county',
    lead: ['情报大队'],
    responsible: ['治安大队', '警务保障室'],
    deadline: '2024-12-31',
    enabled: true,
    switches: [
      {
        key: 'funds',
        name: { zh: '经费口径', en: 'the amount is' },
        values: [
          { value: 'per-county', name: { zh: '全县', en: 'of the county' } },
          {
            value: 'per-station',
            name: { zh: '每所（全县经费 ÷ 派出所数）', en: "per station (the county's funds / stations)" },
          },
        ],
      },
    ],
    thresholds: [
      {
        key: 'yuan',
        name: { zh: '最低经费', en: 'least funds' },
        unit: { zh: '元/年', en: 'yuan a year' },
        value: 200_000,
        least: 1,
        most: 1_000_000_000,
      },
    ],
  },
  {
    id: 'c19',
    clause: '19',
    title: { zh: '专（兼）职法制员', en: 'Legal reviewers' },
    text: {
      zh: '派出所配备专（兼）职法制员（条文未写人数）。',
      en: 'Stations have full-time or part-time legal reviewers (the clause gives no number).',
    },
    formula: { zh: '每所法制员 ≥ 1', en: 'legal reviewers of a station >= 1' },
    unit: 'station',
    lead: ['法制大队'],
    responsible: [],
    enabled: false,
    switches: [],
    thresholds: [count('legalReviewers', 1, { zh: '最少法制员', en: 'least legal reviewers' }, PEOPLE)],
  },
  {
    id: 'c20',
    clause: '20',
    title: { zh: '样板警务室', en: 'Model police rooms' },
    text: {
      zh: '打造 2 个（城区、农村）以上样板警务室。',
      en: 'At least 2 model police rooms (in town and in the country).',
    },
    formula: {
      zh: '样板警务室 ≥ 2，其中城区 ≥ 1、农村 ≥ 1',
      en: 'model police rooms >= 2, of which in town >= 1 and in the country >= 1',
    },
    unit: 'room',
    lead: ['治安大队'],
    responsible: ['户政大队', '指挥中心'],
    deadline: '2023',
    enabled: true,
    switches: [
      {
        key: 'rooms',
        name: { zh: '数量口径', en: 'the number is' },
        values: [
          { value: 'in-total', name: { zh: '城乡合计', en: 'of town and country together' } },
          { value: 'each', name: { zh: '城、乡分别', en: 'of each of them' } },
        ],
      },
    ],
    thresholds: [count('rooms', 2, { zh: '最少样板警务室', en: 'least model rooms' }, { zh: '个', en: 'rooms' })],
  },
  {
    id: 'c21',
    clause: '21',
    title: { zh: '治保会人数', en: 'Public-security committees' },
    text: {
      zh: '村（居）治保会不少于 3 人。',
      en: 'The public-security committee of every village and community has at least 3 members.',
    },
    formula: { zh: '达标单位 ÷ 全部村（社区）：治保会人数 ≥ 3', en: 'units that meet / all units: members >= 3' },
    unit: 'village',
    lead: ['治安大队'],
    responsible: [],
    enabled: true,
    switches: [],
    thresholds: [count('committeeMembers', 3, { zh: '最少人数', en: 'least members' }, PEOPLE)],
  },
];
