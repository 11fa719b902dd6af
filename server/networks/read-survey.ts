import { inputInvalid } from '../../geodata/errors.ts';
import { type NodedLines, nodeLines } from '../../geodata/roads/surveyed/node-lines.ts';
import type { Metres } from '../../geodata/units.ts';
import { conversionFrom, readRoadLines } from './read-road-lines.ts';

/** Surveyed roads and how to understand them. Plain values: they cross to a thread as they are. */
export interface SurveySource {
  /** GeoJSON, or a zipped shapefile (`.zip`). */
  readonly roads: string;
  /** A table of classes, JSON. Default: the usual names. */
  readonly roadClasses?: string | undefined;
  /** Reference system in words, as `parseReferenceSystem` takes it. Default: what the file declares, else degrees. */
  readonly roadsCrs?: string | undefined;
  /** Default `JOIN_TOLERANCE_METRES`. */
  readonly joinMetres?: Metres | undefined;
}

export interface Survey {
  readonly noded: NodedLines;
  readonly featureLines: number;
  /** Features that the table of classes leaves out. */
  readonly ignoredFeatures: number;
}

/**
 * Reads surveyed roads and joins them.
 * @throws GeodataError `input-invalid` with every problem of the file or for a reference system not known
 */
export async function readSurvey({ roads, roadClasses, roadsCrs, joinMetres }: SurveySource): Promise<Survey> {
  const toWgs84 = roadsCrs === undefined ? undefined : conversionFrom(roadsCrs);
  if (roadsCrs !== undefined && !toWgs84) {
    throw inputInvalid(roads, [{ row: 1, column: '--crs', rule: 'crs-unsupported' }], 1);
  }
  const { lines, ignoredFeatures } = await readRoadLines(roads, { classesFile: roadClasses, toWgs84 });
  const noded = nodeLines(lines, joinMetres);
  return { noded, featureLines: lines.length, ignoredFeatures };
}
