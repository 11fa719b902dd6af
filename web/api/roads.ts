import { answerOf, api } from './client.ts';
import type { CountyQuestion } from './questions.ts';
import type { components } from './schema.d.ts';

export type RoadsReport = components['schemas']['RoadsReportAnswer'];

/** Lengths against the official ones, islands, dead ends, settlements far from a road. */
export function readRoadsReport({ code, version, lang }: CountyQuestion, signal: AbortSignal): Promise<RoadsReport> {
  const params = { path: { code }, query: { version, lang } };
  return answerOf(api().GET('/api/counties/{code}/roads/report', { params, signal }));
}
