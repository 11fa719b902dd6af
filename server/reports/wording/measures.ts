import { figureText } from '../../../geodata/figure-text.ts';
import type { Decimetres, Deciseconds } from '../../../geodata/units.ts';
import type { Language } from '../../language.ts';

const DECISECONDS_PER_MINUTE = 600;
const DECIMETRES_PER_KILOMETRE = 10_000;

/**
 * Minutes as a report shows them, without the unit: one decimal, and more only where rounding would put
 * the figure on the wrong side of the limit (29.998 is not 30.0).
 */
export function minutesText(ds: Deciseconds, limitDs?: Deciseconds): string {
  return figureText(ds / DECISECONDS_PER_MINUTE, limitDs === undefined ? undefined : limitDs / DECISECONDS_PER_MINUTE);
}

/** Kilometres, by the same rule. */
export function kilometresText(dm: Decimetres, limitDm?: Decimetres): string {
  return figureText(
    dm / DECIMETRES_PER_KILOMETRE,
    limitDm === undefined ? undefined : limitDm / DECIMETRES_PER_KILOMETRE,
  );
}

/** A time with its unit: `34.2 分钟`, `34.2 min`. */
export function minutesPhrase(ds: Deciseconds, language: Language, limitDs?: Deciseconds): string {
  return `${minutesText(ds, limitDs)} ${language === 'zh' ? '分钟' : 'min'}`;
}

/** A length with its unit: `28.9 公里`, `28.9 km`. */
export function kilometresPhrase(dm: Decimetres, language: Language, limitDm?: Decimetres): string {
  return `${kilometresText(dm, limitDm)} ${language === 'zh' ? '公里' : 'km'}`;
}

/** A limit, which is written without needless decimals: `30 分钟`. */
export function limitMinutes(ds: Deciseconds, language: Language): string {
  return `${ds / DECISECONDS_PER_MINUTE} ${language === 'zh' ? '分钟' : 'min'}`;
}

/** A limit: `30 公里`. */
export function limitKilometres(dm: Decimetres, language: Language): string {
  return `${dm / DECIMETRES_PER_KILOMETRE} ${language === 'zh' ? '公里' : 'km'}`;
}
