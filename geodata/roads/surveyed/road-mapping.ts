import { UNPAVED_SURFACES } from '../profiles/rural.ts';
import { SURFACE_KMH } from '../profiles/surface.ts';
import { ROAD_CLASSES } from '../road-class.ts';

/** How the attributes of surveyed lines become OSM tags. Keys of tables are compared by `attributeKey`. */
export interface RoadMapping {
  /** The first of these that the file has. */
  readonly classFields: readonly string[];
  /** To a value of `highway`, or `IGNORED`. */
  readonly classes: ReadonlyMap<string, string>;
  readonly widthField?: string | undefined;
  readonly widthUnit: WidthUnit;
  readonly surfaceField?: string | undefined;
  /** To a value of `surface`. */
  readonly surfaces: ReadonlyMap<string, string>;
  readonly onewayField?: string | undefined;
  /** To a value of `oneway`. */
  readonly oneways: ReadonlyMap<string, Oneway>;
  readonly nameField?: string | undefined;
  readonly refField?: string | undefined;
  /** Speed limit, km/h. */
  readonly speedField?: string | undefined;
  /** Whether a line is a bridge or a tunnel, in words. */
  readonly bridgeField?: string | undefined;
  /** Level of a line, a whole number, 0 on the ground. */
  readonly levelField?: string | undefined;
}

export type WidthUnit = 'm' | 'dm' | 'cm';
export type Oneway = 'yes' | 'no' | '-1';

/** In `RoadMapping.classes`: such lines are no roads and are left out, counted. */
export const IGNORED = 'ignore';

/** What a mapping file may call a class: administrative ranks, and further words for what has none. */
const HIGHWAY_OF_RANK: Readonly<Record<string, string>> = {
  motorway: 'motorway',
  'slip-road': 'motorway_link',
  national: 'trunk',
  provincial: 'primary',
  county: 'secondary',
  township: 'tertiary',
  village: 'unclassified',
  street: 'residential',
  service: 'service',
  track: 'track',
  [IGNORED]: IGNORED,
};

/**
 * The usual names and codes of classes. By administrative rank as OSM China tags them (DOMAIN.md section 6); where a
 * survey has the technical class 技术等级 instead, the rank whose roads are usually built that way (JTG B01).
 */
const USUAL_CLASSES: Readonly<Record<string, readonly string[]>> = {
  motorway: ['高速', '高速公路', '国家高速', '省级高速', '高速道路'],
  motorway_link: ['匝道', '高速匝道', '互通匝道'],
  trunk: ['国道', '普通国道', 'G', '一级', '一级公路'],
  primary: ['省道', '普通省道', 'S', '二级', '二级公路'],
  secondary: ['县道', 'X', '三级', '三级公路'],
  tertiary: ['乡道', '乡镇道路', 'Y', '四级', '四级公路'],
  unclassified: ['村道', '村路', 'C', '等外', '等外公路', '等外路', '专用公路', '专用道', 'Z'],
  residential: ['街道', '城市道路', '城镇道路', '居住区道路', '街巷'],
  service: ['内部道路', '小区道路'],
  track: ['机耕路', '机耕道', '田间道', '生产路'],
};

const USUAL_SURFACES: Readonly<Record<string, readonly string[]>> = {
  concrete: ['水泥', '水泥路', '水泥混凝土', '混凝土', '砼'],
  asphalt: ['沥青', '沥青路', '沥青混凝土', '柏油', '柏油路'],
  gravel: ['砂石', '砂石路', '碎石', '碎石路', '砾石', '石子路'],
  dirt: ['土路', '土', '素土', '泥土', '泥结碎石土路'],
  paving_stones: ['砖', '砖铺', '石板', '块石', '条石'],
  unpaved: ['未铺装', '无铺装', '未硬化'],
  paved: ['铺装', '已硬化', '硬化'],
};

const USUAL_ONEWAYS: Readonly<Record<Oneway, readonly string[]>> = {
  no: ['双向', '双向通行', '否', '0', 'no', 'false', 'B', 'N'],
  yes: ['单向', '正向', '单行', '单向通行', '顺向', '是', '1', 'yes', 'true', 'F', 'FT', 'Y'],
  '-1': ['反向', '逆向', '-1', 'T', 'TF', '反向通行'],
};

/** Fields by which surveys usually call the class, most telling first. */
const USUAL_CLASS_FIELDS = [
  '行政等级',
  '道路等级',
  '公路等级',
  '等级',
  '技术等级',
  'XZDJ',
  'DLDJ',
  'JSDJ',
  'class',
  'highway',
];

/** Words that stand as they are: OSM's own. */
const OSM_CLASSES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ROAD_CLASSES.filter((name) => !['other', 'ferry', 'shuttle_train'].includes(name)).map((name) => [name, [name]]),
);
const OSM_SURFACES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['asphalt', 'concrete', 'paved', ...SURFACE_KMH.keys(), ...UNPAVED_SURFACES].map((name) => [name, [name]]),
);

/** What a value of an attribute is compared by: full-width and half-width forms, case and spaces make no difference. */
export function attributeKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** The usual names of everything; of fields only the class is looked for. */
export const DEFAULT_ROAD_MAPPING: RoadMapping = {
  classFields: USUAL_CLASS_FIELDS,
  classes: tableOf(USUAL_CLASSES, OSM_CLASSES),
  widthUnit: 'm',
  surfaces: tableOf(USUAL_SURFACES, OSM_SURFACES),
  oneways: tableOf(USUAL_ONEWAYS, {}),
};

/** What is wrong with a mapping file: the member and the reason's key. */
export interface MappingProblem {
  readonly member: string;
  readonly rule: 'road-mapping-member' | 'road-mapping-value';
}

const FIELDS = [
  'widthField',
  'surfaceField',
  'onewayField',
  'nameField',
  'refField',
  'speedField',
  'bridgeField',
  'levelField',
] as const;
const TABLES = ['classes', 'surfaces', 'oneways'] as const;
const WIDTH_UNITS: readonly string[] = ['m', 'dm', 'cm'] satisfies WidthUnit[];

/**
 * Reads a mapping: `{"classField": "等级", "classes": {"国道": "national"}, "widthField": "路宽", "widthUnit": "m",
 * "surfaceField", "surfaces", "onewayField", "oneways", "nameField", "refField", "speedField", "bridgeField",
 * "levelField"}`, every member optional. Its tables come before the usual names, which stay valid.
 * @param json out of `JSON.parse`
 */
export function parseRoadMapping(json: unknown): { mapping: RoadMapping; problems: MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const root = isRecord(json) ? json : {};
  if (!isRecord(json)) problems.push({ member: '*', rule: 'road-mapping-value' });
  const known: readonly string[] = ['classField', 'widthUnit', ...FIELDS, ...TABLES];
  for (const member of Object.keys(root)) {
    if (!known.includes(member)) problems.push({ member, rule: 'road-mapping-member' });
  }
  const textOf = (member: string): string | undefined => {
    const value = root[member];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    problems.push({ member, rule: 'road-mapping-value' });
    return undefined;
  };
  const classField = textOf('classField');
  const widthUnit = textOf('widthUnit') ?? 'm';
  if (!WIDTH_UNITS.includes(widthUnit)) problems.push({ member: 'widthUnit', rule: 'road-mapping-value' });
  const fields = Object.fromEntries(FIELDS.map((member) => [member, textOf(member)]));
  const tableFor = <Value extends string>(
    member: (typeof TABLES)[number],
    usual: ReadonlyMap<string, Value>,
    meaningOf: (word: string) => Value | undefined,
  ): ReadonlyMap<string, Value> => new Map([...usual, ...ownTable(root[member], member, meaningOf, problems)]);
  const mapping: RoadMapping = {
    ...DEFAULT_ROAD_MAPPING,
    ...fields,
    classFields: classField === undefined ? USUAL_CLASS_FIELDS : [classField],
    widthUnit: widthUnit as WidthUnit,
    classes: tableFor(
      'classes',
      DEFAULT_ROAD_MAPPING.classes,
      (word) => HIGHWAY_OF_RANK[word] ?? (word in OSM_CLASSES ? word : undefined),
    ),
    surfaces: tableFor('surfaces', DEFAULT_ROAD_MAPPING.surfaces, (word) => (word in OSM_SURFACES ? word : undefined)),
    oneways: tableFor('oneways', DEFAULT_ROAD_MAPPING.oneways, (word) =>
      word in USUAL_ONEWAYS ? (word as Oneway) : undefined,
    ),
  };
  return { mapping, problems };
}

function ownTable<Value extends string>(
  table: unknown,
  member: string,
  meaningOf: (word: string) => Value | undefined,
  problems: MappingProblem[],
): [string, Value][] {
  if (table === undefined) return [];
  if (!isRecord(table)) {
    problems.push({ member, rule: 'road-mapping-value' });
    return [];
  }
  return Object.entries(table).flatMap(([value, word]): [string, Value][] => {
    const meaning = typeof word === 'string' ? meaningOf(word.trim()) : undefined;
    if (meaning !== undefined) return [[attributeKey(value), meaning]];
    problems.push({ member: `${member}.${value}`, rule: 'road-mapping-value' });
    return [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tableOf<Value extends string>(
  ...tables: readonly Readonly<Partial<Record<Value, readonly string[]>>>[]
): ReadonlyMap<string, Value> {
  return new Map(
    tables.flatMap((table) =>
      (Object.entries(table) as [Value, readonly string[]][]).flatMap(([meaning, names]) =>
        names.map((name): [string, Value] => [attributeKey(name), meaning]),
      ),
    ),
  );
}
