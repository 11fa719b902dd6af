import type { Coord } from './answers.ts';
import { answerOf, api } from './client.ts';
import type { CountyQuestion } from './questions.ts';
import type { components } from './schema.d.ts';

export type CoverageHexagons = components['schemas']['CoverageHexagonsAnswer'];
export type CoverageCell = components['schemas']['CoverageCellView'];

/** Households in equipped and networked compounds, and the density of volunteer posts, by hexagon. */
export function readCoverageHexagons(
  { code, version, lang }: CountyQuestion,
  signal: AbortSignal,
): Promise<CoverageHexagons> {
  const params = { path: { code }, query: { version, lang } };
  return answerOf(api().GET('/api/counties/{code}/coverage/hexagons', { params, signal }));
}

/** How far a compound's video system is. */
export const COMPOUND_STATES = ['networked', 'accepted', 'built', 'construction', 'none', 'not-due'] as const;
export type CompoundState = (typeof COMPOUND_STATES)[number];

/** A compound as a point: of its video system only the state. */
export interface CompoundPoint {
  readonly id: string;
  readonly name: string;
  readonly state: CompoundState;
  readonly coord: Coord;
}

interface CompoundFeature {
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The county's compounds that have a point; one of unknown place is on no map. */
export async function readCompounds(
  { code, version, lang }: CountyQuestion,
  signal: AbortSignal,
): Promise<readonly CompoundPoint[]> {
  const { features } = await answerOf<{ readonly features: readonly CompoundFeature[] }>(
    api().GET('/api/counties/{code}/coverage/video', {
      params: { path: { code }, query: { version, lang, by: 'compound' } },
      headers: { Accept: 'application/geo+json' },
      signal,
    }),
  );
  return features.flatMap(({ geometry, properties }) => {
    const coord = geometry ? firstPosition(geometry.coordinates) : undefined;
    if (!coord) return [];
    return { id: String(properties['id']), name: String(properties['name'] ?? ''), state: stateOf(properties), coord };
  });
}

function stateOf(properties: CompoundFeature['properties']): CompoundState {
  const has = (key: string): boolean => Number(properties[key] ?? 0) > 0;
  if (has('notDue')) return 'not-due';
  if (has('B2')) return 'networked';
  if (has('B1')) return 'accepted';
  if (has('built')) return 'built';
  return has('Bc') ? 'construction' : 'none';
}

/** Of a point itself, of an area a corner. */
function firstPosition(coordinates: unknown): Coord | undefined {
  if (!Array.isArray(coordinates)) return undefined;
  const [lon, lat] = coordinates as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : firstPosition(lon);
}
