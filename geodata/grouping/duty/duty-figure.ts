/** What is counted, and the label of every part of a sum. */
export type DutyMeasure =
  | 'officers'
  | 'auxiliaries'
  | 'vehicles'
  | 'rooms'
  | 'round-the-clock-rooms'
  /** Officers on the day shift, on the night shift, as the roster asks. */
  | 'day-posts'
  | 'night-posts'
  /** Officers that command, response and case work bind, and those left for the villages; together all officers. */
  | 'command'
  | 'response'
  | 'cases'
  | 'villages'
  /** Officers that command and response, and case work, lack. */
  | 'duty-shortfall'
  | 'case-shortfall'
  /** Together all vehicles. */
  | 'vehicles-on-duty'
  | 'vehicles-free'
  | 'vehicle-shortfall';

export const DUTY_MEASURES: readonly DutyMeasure[] = [
  'officers',
  'auxiliaries',
  'vehicles',
  'rooms',
  'round-the-clock-rooms',
  'day-posts',
  'night-posts',
  'command',
  'response',
  'cases',
  'villages',
  'duty-shortfall',
  'case-shortfall',
  'vehicles-on-duty',
  'vehicles-free',
  'vehicle-shortfall',
];

/** One number of a sum: what it counts, and at which station. */
export interface DutyPart {
  readonly label: DutyMeasure;
  readonly stationId: string;
  readonly value: number;
}

/** A number that a figure needs and nobody has reported: what it is, and of which station. */
export interface MissingPart {
  readonly label: DutyMeasure;
  readonly stationId: string;
}

/** A whole number with the parts that it is the sum of. */
export interface DutyFigure {
  /** Undefined where a part is missing: what is unknown is never 0. */
  readonly value: number | undefined;
  /** Those that are known. */
  readonly parts: readonly DutyPart[];
  /** Each once. */
  readonly missing: readonly MissingPart[];
}

/** One figure a measure. */
export type DutyFigures = Readonly<Record<DutyMeasure, DutyFigure>>;

/** @throws Error where the number is not whole */
export function knownFigure(label: DutyMeasure, stationId: string, value: number): DutyFigure {
  if (!Number.isSafeInteger(value))
    throw new Error(`${label} of station ${stationId} is ${value}, not a whole number.`);
  return { value, parts: [{ label, stationId, value }], missing: [] };
}

/** @param missing at least one, what the figure would need */
export function unknownFigure(missing: readonly MissingPart[]): DutyFigure {
  return { value: undefined, parts: [], missing: unique(missing) };
}

/** The sum, of all parts of all figures. Of no figures: 0. */
export function sumFigures(figures: readonly DutyFigure[]): DutyFigure {
  const parts = figures.flatMap((figure) => figure.parts);
  const missing = unique(figures.flatMap((figure) => figure.missing));
  return { value: missing.length > 0 ? undefined : totalOf(parts), parts, missing };
}

/** Measure by measure. */
export function sumAllFigures(all: readonly DutyFigures[]): DutyFigures {
  return figuresBy((measure) => sumFigures(all.map((figures) => figures[measure])));
}

export function figuresBy(figureOf: (measure: DutyMeasure) => DutyFigure): DutyFigures {
  return Object.fromEntries(DUTY_MEASURES.map((measure) => [measure, figureOf(measure)])) as Record<
    DutyMeasure,
    DutyFigure
  >;
}

export function totalOf(parts: readonly DutyPart[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** What a figure less another comes to: its parts, and those of the other with their signs turned. */
export function differenceOf(figure: DutyFigure, less: DutyFigure): DutyFigure {
  const turned = less.parts.map((part) => ({ ...part, value: part.value === 0 ? 0 : -part.value }));
  return sumFigures([figure, { ...less, parts: turned }]);
}

function unique(missing: readonly MissingPart[]): MissingPart[] {
  const seen = new Map(missing.map((part) => [JSON.stringify([part.label, part.stationId]), part]));
  return [...seen.values()];
}
