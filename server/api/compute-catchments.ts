import type { NearestStations } from '../../geodata/catchment/nearest-stations.ts';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import type { CellResolution } from '../../geodata/hexgrid/cells.ts';
import {
  type CountyCatchments,
  catchmentsRequest,
  countyCatchments,
  type RunCatchments,
} from '../counties/county-catchments.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import type { StoredNetwork } from '../db/networks.ts';
import type { AnswerContext } from './answer-county.ts';
import type { Services } from './services.ts';

/** A county on one of its networks. */
export interface CatchmentGround {
  readonly county: LoadedCounty;
  readonly network: StoredNetwork;
}

/** A county's catchments under a rule, in a thread of the heavy lane. */
export async function computeCatchments(
  { library, threads, shares }: Services,
  { county, network }: CatchmentGround,
  rule: CountingRule,
  resolution: CellResolution,
  { signal }: Pick<AnswerContext, 'signal'>,
): Promise<CountyCatchments> {
  const openable = await library.openable(county, network);
  const run: RunCatchments = (request) => threads.call('heavy', openable, 'catchments', request, signal);
  const shared = await shares.of(county, network, resolution);
  return countyCatchments(county.places, { rule, resolution }, run, shared);
}

/** Who is at each cell of these catchments soonest, under another rule: settlements are not decided again. */
export async function soonestAtCells(
  { library, threads }: Services,
  { county, network }: CatchmentGround,
  { places, shares }: CountyCatchments,
  rule: CountingRule,
  { signal }: Pick<AnswerContext, 'signal'>,
): Promise<NearestStations> {
  const openable = await library.openable(county, network);
  const request = { ...catchmentsRequest(places, shares, rule), settlements: [] };
  return (await threads.call('heavy', openable, 'catchments', request, signal)).cells;
}
