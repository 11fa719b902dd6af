import type { ResponseRule, Verdict } from '../travel/two-limit-rule.ts';

/**
 * Why a place is over the limit 超限原因, read off its certificate:
 * - `too-slow`: every route takes too long. - `too-long`: every route (or the straight distance) is too long.
 * - `too-slow-and-too-long`: neither of two alternative limits is kept. - `no-single-route`: some routes are
 *   quick enough and some short enough, none is both. - `no-route`: the roads do not lead there.
 * - `no-road`: no road within the snap limit.
 */
export type FailReason = 'too-slow' | 'too-long' | 'too-slow-and-too-long' | 'no-single-route' | 'no-route' | 'no-road';

/** The reason of a failed verdict under the rule that it was reached by; undefined for one that passes. */
export function failReason({ status, proof, fastest }: Verdict, { combine }: ResponseRule): FailReason | undefined {
  if (status !== 'fail') return undefined;
  if (proof === 'no-road' || proof === 'no-route') return proof;
  if (proof === 'quickest-within-length') return 'no-single-route';
  if (combine === 'or') return fastest ? 'too-slow-and-too-long' : 'no-route';
  return proof === 'fastest' ? 'too-slow' : 'too-long';
}
