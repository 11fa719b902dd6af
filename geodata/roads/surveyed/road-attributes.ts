import { attributeKey, IGNORED, type RoadMapping, type WidthUnit } from './road-mapping.ts';

/** What the attributes of a line say. */
export interface RoadAttributes {
  /** OSM tags, `highway` among them. */
  readonly tags: Readonly<Record<string, string>>;
  readonly level: number;
}

/** A value that the mapping does not know, or that is no number where one is wanted. */
export interface AttributeProblem {
  readonly field: string;
  readonly rule:
    | 'road-class-missing'
    | 'road-class-unknown'
    | 'road-surface-unknown'
    | 'road-oneway-unknown'
    | 'road-bridge-unknown'
    | 'road-number';
  readonly value: string;
}

const METRES_PER_UNIT: Readonly<Record<WidthUnit, number>> = { m: 1, dm: 0.1, cm: 0.01 };
/** Marks of bridges and tunnels, with the level they mean. */
const LEVEL_OF_MARK: ReadonlyMap<string, number> = new Map([
  ...['', '0', '否', '无', 'no', 'false', 'n', '路基', '地面', '路'].map((mark) => [mark, 0] as const),
  ...[
    '1',
    '是',
    '有',
    'yes',
    'true',
    'y',
    '桥',
    '桥梁',
    '高架',
    '高架桥',
    '立交桥',
    '大桥',
    '中桥',
    '小桥',
    '特大桥',
    'bridge',
  ].map((mark) => [mark, 1] as const),
  ...['-1', '隧道', '下穿', '地道', 'tunnel'].map((mark) => [mark, -1] as const),
]);

/**
 * Turns a line's attributes into tags. An empty value says nothing, and so does a width or speed of 0, as which
 * shapefiles keep an empty number; everything else that is not understood is a problem.
 * @param classField the one of the mapping's that the file has
 * @returns undefined for a class that the mapping leaves out
 */
export function roadAttributes(
  properties: ReadonlyMap<string, string>,
  classField: string,
  mapping: RoadMapping,
): { attributes: RoadAttributes | undefined; problems: AttributeProblem[] } {
  const problems: AttributeProblem[] = [];
  const textOf = (field: string | undefined): string => (field === undefined ? '' : (properties.get(field) ?? ''));
  const wordOf = (
    field: string | undefined,
    table: ReadonlyMap<string, string>,
    rule: AttributeProblem['rule'],
  ): string | undefined => {
    const value = textOf(field);
    if (field === undefined || value === '') return undefined;
    const word = table.get(attributeKey(value));
    if (word === undefined) problems.push({ field, rule, value });
    return word;
  };
  const numberOf = (field: string | undefined): number | undefined => {
    const value = textOf(field);
    if (field === undefined || value === '') return undefined;
    const number = Number(value.normalize('NFKC'));
    if (Number.isFinite(number) && number >= 0) return number === 0 ? undefined : number;
    problems.push({ field, rule: 'road-number', value });
    return undefined;
  };
  const highway = wordOf(classField, mapping.classes, 'road-class-unknown');
  if (textOf(classField) === '') problems.push({ field: classField, rule: 'road-class-missing', value: '' });
  const width = numberOf(mapping.widthField);
  const level = levelOf(textOf(mapping.levelField), textOf(mapping.bridgeField), mapping, problems);
  const given: Readonly<Record<string, string | number | undefined>> = {
    highway,
    oneway: wordOf(mapping.onewayField, mapping.oneways, 'road-oneway-unknown'),
    surface: wordOf(mapping.surfaceField, mapping.surfaces, 'road-surface-unknown'),
    width: width === undefined ? undefined : rounded(width * METRES_PER_UNIT[mapping.widthUnit]),
    maxspeed: numberOf(mapping.speedField),
    name: textOf(mapping.nameField) || undefined,
    ref: textOf(mapping.refField) || undefined,
    bridge: level > 0 ? 'yes' : undefined,
    tunnel: level < 0 ? 'yes' : undefined,
    layer: level === 0 ? undefined : level,
  };
  if (problems.length > 0 || highway === IGNORED) return { attributes: undefined, problems };
  const tags = Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return { attributes: { tags, level }, problems };
}

/** A stated level outranks the mark of a bridge. */
function levelOf(level: string, mark: string, mapping: RoadMapping, problems: AttributeProblem[]): number {
  if (mapping.levelField !== undefined && level !== '') {
    const number = Number(level.normalize('NFKC'));
    if (Number.isInteger(number) && Math.abs(number) <= 9) return number;
    problems.push({ field: mapping.levelField, rule: 'road-number', value: level });
  }
  const known = LEVEL_OF_MARK.get(attributeKey(mark));
  if (known !== undefined) return known;
  problems.push({ field: mapping.bridgeField ?? '', rule: 'road-bridge-unknown', value: mark });
  return 0;
}

/** To the centimetre, so that 350 cm are 3.5 m. */
function rounded(metres: number): number {
  return Math.round(metres * 100) / 100;
}
