import type { Attack } from './attack.ts';
import { bisectShare } from './bisect-share.ts';
import { intersectVerdicts, invertDerivedFigures, narrowByVerdicts } from './derived.ts';
import {
  combineVersions,
  comparePlans,
  differenceTotals,
  subtractResolutions,
  subtractVersions,
} from './differences.ts';
import { compareForms, readDirectly } from './direct.ts';

/** Every attack by what it does. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'reading a value beside its name': readDirectly,
  'comparing the forms of a list': compareForms,
  'subtracting lists from totals': differenceTotals,
  'solving the sums of all versions': combineVersions,
  'subtracting a version from another': subtractVersions,
  'comparing plans and rules': comparePlans,
  'subtracting hexagons of one size from those of another': subtractResolutions,
  'inverting figures made of secrets': invertDerivedFigures,
  'intersecting verdicts and needs': intersectVerdicts,
  'narrowing by verdicts below the thresholds': narrowByVerdicts,
  'halving a share until its verdict turns': bisectShare,
};
