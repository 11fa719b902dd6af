import type { Payload } from '../payload.ts';
import { DEVICE_COORDS } from '../secret-county.ts';

/** Some 20 metres: a rounded position tells as much. */
const NEAR_DEGREES = 0.0002;

/** Texts in which a number near a device's longitude stands within a hundred characters of one near its latitude. */
export function textsWithDevices(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const numbers = [...text.matchAll(/-?\d{2,3}\.\d{3,}/g)].map((match) => ({
      value: Number(match[0]),
      at: match.index,
    }));
    const found = numbers.find(({ value, at }, index) =>
      DEVICE_COORDS.some(
        ([lon, lat]) =>
          Math.abs(value - lon) < NEAR_DEGREES &&
          numbers
            .slice(Math.max(0, index - 2), index + 3)
            .some((other) => Math.abs(other.at - at) < 100 && Math.abs(other.value - lat) < NEAR_DEGREES),
      ),
    );
    return found ? [text.slice(Math.max(0, found.at - 40), found.at + 60)] : [];
  });
}

export function payloadsWithDevices(payloads: readonly Payload[]): string[] {
  return textsWithDevices(payloads.map(({ text }) => text));
}
