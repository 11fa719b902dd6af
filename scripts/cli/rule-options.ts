import { type CellResolution, DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import type { Combine, DistanceMetric, ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import { numberWithin, oneOf } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';

const COMBINES: readonly Combine[] = ['and', 'or', 'distance', 'time'];
const METRICS: readonly DistanceMetric[] = ['road', 'straight'];

/** The response rule 统计口径, clause 6 of the standard by default. */
export const RULE_OPTIONS = {
  'max-km': {
    value: 'KM',
    parse: numberWithin(0.1, 1000),
    default: '30',
    zh: '出警半径（公里，含）',
    en: 'response radius, km, inclusive',
  },
  'max-minutes': {
    value: 'MIN',
    parse: numberWithin(0.1, 1440),
    default: '30',
    zh: '行车时间（分钟，不含）',
    en: 'driving time, minutes, exclusive',
  },
  combine: {
    value: 'WORD',
    parse: oneOf(COMBINES),
    default: 'and',
    zh: '两项限制：and 且、or 或、distance 仅距离、time 仅时间',
    en: 'how the limits combine: and, or, distance (only), time (only)',
  },
  metric: {
    value: 'WORD',
    parse: oneOf(METRICS),
    default: 'road',
    zh: '距离：road 路网、straight 直线',
    en: 'distance along the road or in a straight line',
  },
} as const satisfies OptionTable;

export function responseRule(values: OptionValues<typeof RULE_OPTIONS>): ResponseRule {
  return {
    limitDm: Math.round(values['max-km'] * 10_000),
    limitDs: Math.round(values['max-minutes'] * 600),
    combine: values.combine,
    metric: values.metric,
  };
}

/** H3 resolution of hexagons. */
export const RESOLUTION_OPTIONS = {
  resolution: {
    value: 'N',
    parse: (given: string): CellResolution => Number(oneOf(['7', '8', '9'])(given)) as CellResolution,
    default: String(DEFAULT_CELL_RESOLUTION),
    zh: '六边形格网级别：7、8、9',
    en: 'H3 resolution: 7, 8 or 9',
  },
} as const satisfies OptionTable;
