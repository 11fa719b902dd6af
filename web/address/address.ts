import type { Language, RuleView } from '../api/answers.ts';
import { type CallTime, NOW } from './call-time.ts';
import { ruleFrom, ruleParameters } from './rule-choice.ts';
import { COUNTY, type Selection, selectionFrom, selectionText } from './selection.ts';
import { type WorkChoice, workFrom, workParameters } from './work-choice.ts';

/** Where the map looks. */
export interface Camera {
  readonly zoom: number;
  readonly lon: number;
  readonly lat: number;
}

/** All that a link to the page carries. It stands behind `#`, so that it stays in the browser. */
export interface Address {
  /** Undefined: the first county of the store. */
  readonly county: string | undefined;
  /** Undefined: the language that was used last. */
  readonly lang: Language | undefined;
  readonly rule: RuleView;
  readonly selection: Selection;
  readonly time: CallTime;
  readonly work: WorkChoice;
  /** Undefined: the whole county. */
  readonly camera: Camera | undefined;
}

/** Reads an address; what means nothing is left at its default. @param hash with or without `#` */
export function addressFrom(hash: string): Address {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const lang = parameters.get('lang');
  return {
    county: parameters.get('county') ?? undefined,
    lang: lang === 'zh' || lang === 'en' ? lang : undefined,
    rule: ruleFrom(parameters),
    selection: selectionFrom(parameters.get('select') ?? ''),
    time: timeFrom(parameters),
    work: workFrom(parameters),
    camera: cameraFrom(parameters.get('view')),
  };
}

/** The address as the part behind `#`. */
export function addressText({ county, lang, rule, selection, time, work, camera }: Address): string {
  const parameters = new URLSearchParams();
  if (county) parameters.set('county', county);
  if (lang) parameters.set('lang', lang);
  for (const [name, value] of ruleParameters(rule)) parameters.set(name, value);
  if (selection.kind !== COUNTY.kind) parameters.set('select', selectionText(selection));
  if (time.when !== NOW.when) parameters.set('time', time.when === 'at' ? time.at : time.when);
  if (time.workingDay !== undefined) parameters.set('workday', String(time.workingDay));
  for (const [name, value] of workParameters(work)) parameters.set(name, value);
  if (camera) parameters.set('view', `${camera.zoom.toFixed(2)}/${camera.lon.toFixed(5)}/${camera.lat.toFixed(5)}`);
  return parameters.toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');
}

function timeFrom(parameters: URLSearchParams): CallTime {
  const time = parameters.get('time') ?? '';
  const workday = parameters.get('workday');
  const workingDay = workday === null ? undefined : workday === 'true';
  if (time === 'day' || time === 'night') return { when: time, at: '', workingDay };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time)) return { when: 'at', at: time, workingDay };
  return { ...NOW, workingDay };
}

function cameraFrom(text: string | null): Camera | undefined {
  const [zoom, lon, lat] = (text ?? '').split('/').map(Number);
  if (zoom === undefined || lon === undefined || lat === undefined) return undefined;
  return zoom >= 0 && zoom <= 24 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? { zoom, lon, lat } : undefined;
}
