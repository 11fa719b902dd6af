/** What the desk is used for: response times, the scorecard, the list of gaps, the county's data. */
export const PANELS = ['response', 'scorecard', 'gaps', 'data'] as const;
export type PanelName = (typeof PANELS)[number];

/** What the hexagons show. */
export const MEASURES = ['response', 'equipped', 'networked', 'volunteers'] as const;
export type MeasureName = (typeof MEASURES)[number];

/** The part of an address that says what the desk is used for, and where in it one is. */
export interface WorkChoice {
  readonly panel: PanelName;
  readonly measure: MeasureName;
  /** The clause of the scorecard whose units are open. */
  readonly clause: string | undefined;
  /** The unit or the gap whose place is marked on the map: by its id. */
  readonly place: string | undefined;
  /** Gaps of this kind alone; undefined: of all. */
  readonly gapKind: string | undefined;
  /** Gaps of this township alone; undefined: of all. */
  readonly gapTownship: string | undefined;
  /** The delivery of files that is under way. */
  readonly intake: string | undefined;
}

/** Response times, as the page opens. */
export const DEFAULT_WORK: WorkChoice = {
  panel: 'response',
  measure: 'response',
  clause: undefined,
  place: undefined,
  gapKind: undefined,
  gapTownship: undefined,
  intake: undefined,
};

const TEXTS = [
  ['clause', 'clause'],
  ['place', 'place'],
  ['gap', 'gapKind'],
  ['in', 'gapTownship'],
  ['intake', 'intake'],
] as const;

/** Reads the choice from an address; what means nothing is left at its default. */
export function workFrom(parameters: URLSearchParams): WorkChoice {
  const texts = Object.fromEntries(TEXTS.map(([name, key]) => [key, parameters.get(name) || undefined]));
  return {
    ...DEFAULT_WORK,
    ...texts,
    panel: PANELS.find((panel) => panel === parameters.get('panel')) ?? DEFAULT_WORK.panel,
    measure: MEASURES.find((measure) => measure === parameters.get('measure')) ?? DEFAULT_WORK.measure,
  };
}

/** What differs from the default, as parameters of an address. */
export function workParameters(work: WorkChoice): readonly (readonly [name: string, value: string])[] {
  return [
    ...(work.panel === DEFAULT_WORK.panel ? [] : [['panel', work.panel] as const]),
    ...(work.measure === DEFAULT_WORK.measure ? [] : [['measure', work.measure] as const]),
    ...TEXTS.flatMap(([name, key]) => {
      const value = work[key];
      return value === undefined ? [] : [[name, value] as const];
    }),
  ];
}
