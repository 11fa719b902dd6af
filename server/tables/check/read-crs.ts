import { parseReferenceSystem } from '../../../geodata/georeference/parse-reference-system.ts';
import type { ReferenceSystem } from '../../../geodata/georeference/reference-system.ts';
import type { CellReader } from './cell-report.ts';

/** Systems named so far; a file names few, and what names none is not kept. */
const SYSTEMS = new Map<string, ReferenceSystem>();
const MOST_SYSTEMS = 1_000;

/** Reads 坐标系: the text as it stands, if it names a reference system that can be converted. */
export const readCrs: CellReader = (value, report) => {
  const text = String(value).trim();
  if (referenceSystem(text)) return text;
  report('error', 'crs-unsupported');
  return undefined;
};

/** The reference system that a text names; undefined where it names none. Remembers what it has parsed. */
export function referenceSystem(text: string): ReferenceSystem | undefined {
  const known = SYSTEMS.get(text);
  if (known) return known;
  const system = parseReferenceSystem(text);
  if (system && SYSTEMS.size < MOST_SYSTEMS) SYSTEMS.set(text, system);
  return system;
}
