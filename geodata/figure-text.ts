/** Enough for a single decimetre in a kilometre. */
const MOST_DIGITS = 4;

/**
 * A figure with one decimal, and more only where rounding would put it on the wrong side of its limit: 29.998 is
 * not 30.0 where 30 is the limit.
 */
export function figureText(value: number, limit?: number): string {
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const text = value.toFixed(digits);
    if (limit === undefined || Math.sign(Number(text) - limit) === Math.sign(value - limit)) return text;
  }
  return value.toFixed(MOST_DIGITS);
}

/**
 * A share in per cent with one decimal, and more where rounding would show all or nothing that is not:
 * 99.97 % is not 100.0 %. Undefined where there is nothing to take a share of, which is not 100 %.
 */
export function percentText(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  const percent = (100 * part) / whole;
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const text = percent.toFixed(digits);
    const isTrue = (Number(text) === 100) === (part === whole) && (Number(text) === 0) === (part === 0);
    if (isTrue) return `${text}%`;
  }
  return `${percent.toFixed(MOST_DIGITS)}%`;
}
