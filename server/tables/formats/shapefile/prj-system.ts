import { parseReferenceSystem } from '../../../../geodata/georeference/parse-reference-system.ts';
import { referenceSystemCode } from '../../../../geodata/georeference/reference-system.ts';

/**
 * The reference system that a `.prj` states: by its code where its definition is understood, since names leave out
 * whether eastings begin with the zone; else by the name it gives itself. Undefined where the text is no WKT.
 */
export function prjSystem(text: string): string | undefined {
  const system = parseReferenceSystem(text);
  if (system) return referenceSystemCode(system);
  return /^\s*[A-Z_]+\s*\[\s*"([^"]+)"/i.exec(text)?.[1];
}
