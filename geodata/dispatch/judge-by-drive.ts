import type { RouteCost } from '../travel/route-cost.ts';
import { type ResponseRule, tightened, type Verdict } from '../travel/two-limit-rule.ts';

/** What is known of a drive under the rule. */
export interface Judgement {
  /** Undefined where it is not known, or known only to be no fail. */
  readonly status: Verdict['status'] | undefined;
  /** Undefined where it is not known. */
  readonly withinRule: boolean | undefined;
}

/**
 * What the fastest route alone proves about the rule, for drives of an engine that gives no verdict. A
 * route that is quick enough but too long proves nothing, as a shorter one may pass; with straight
 * distance the length is not known. What is not proved is left undefined: never a guess, and never other
 * than `TwoLimitRule.decide`.
 * @param drive the fastest route, off-road legs included; undefined: the road network does not lead there
 */
export function judgeByDrive(drive: RouteCost | undefined, rule: ResponseRule): Judgement {
  const withinRule = isWithin(drive, rule);
  if (withinRule === undefined) return { status: undefined, withinRule };
  if (!withinRule) return { status: 'fail', withinRule };
  const isPlain = isWithin(drive, tightened(rule));
  if (isPlain === undefined) return { status: undefined, withinRule };
  return { status: isPlain ? 'pass' : 'marginal', withinRule };
}

function isWithin(drive: RouteCost | undefined, rule: ResponseRule): boolean | undefined {
  const quick = drive !== undefined && drive.ds < rule.limitDs;
  const short = isShort(drive, rule);
  switch (rule.combine) {
    case 'and':
      return quick && short;
    case 'or':
      return quick || short;
    case 'distance':
      return short;
    case 'time':
      return quick;
  }
}

/** Whether any route is short enough, as far as the fastest tells. */
function isShort(drive: RouteCost | undefined, { limitDm, metric }: ResponseRule): boolean | undefined {
  if (metric === 'straight') return undefined;
  if (!drive) return false;
  return drive.dm <= limitDm ? true : undefined;
}
