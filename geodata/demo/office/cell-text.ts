const FULL_WIDTH_ZERO = 0xff10;

/** A count in full-width digits, as an input method leaves them: １２３. */
export function fullWidth(count: number): string {
  return String(count).replace(/\d/g, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit)));
}

/** A count with thousands separators: 2,154. */
export function separated(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Degrees as degrees, minutes and seconds to a hundredth, which is 0.3 m: 117°05′34.22″. */
export function degreesMinutesSeconds(degrees: number): string {
  const hundredths = Math.round(degrees * 360_000);
  const minutes = Math.floor(hundredths / 6_000);
  const seconds = ((hundredths % 6_000) / 100).toFixed(2);
  const pad = (text: string | number, length: number): string => String(text).padStart(length, '0');
  return `${Math.floor(minutes / 60)}°${pad(minutes % 60, 2)}′${pad(seconds, 5)}″`;
}
