import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import type { CellResolution } from '../../geodata/hexgrid/cells.ts';
import { type CountyCatchments, countyCatchments, type RunCatchments } from '../counties/county-catchments.ts';
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
