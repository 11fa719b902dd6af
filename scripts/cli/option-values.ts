import type { LonLat } from '../../geodata/units.ts';
import { positionProblem } from '../../server/files/position.ts';
import { BadValue } from './options.ts';

/** A path or another text, not empty. */
export function text(given: string): string {
  if (given.trim() === '') throw new BadValue({ zh: '不能为空', en: 'must not be empty' });
  return given;
}

/** A parser for one of a closed list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): (given: string) => Word {
  return (given) => {
    const word = words.find((candidate) => candidate === given);
    if (word !== undefined) return word;
    const list = words.join(', ');
    throw new BadValue({ zh: `“${given}”不在可选值之中：${list}`, en: `"${given}" is not one of ${list}` });
  };
}

/** A parser for a decimal number from `least`, or above it where `isOpen`. */
export function numberFrom(least: number, isOpen = false): (given: string) => number {
  return (given) => {
    const number = decimal(given);
    if (isOpen ? number > least : number >= least) return number;
    throw new BadValue({
      zh: `“${given}”应为${isOpen ? '大于' : '不小于'} ${least} 的数`,
      en: `"${given}" should be a number ${isOpen ? 'above' : 'from'} ${least}`,
    });
  };
}

/** A parser for a decimal number within bounds, both included. */
export function numberWithin(least: number, most: number): (given: string) => number {
  return (given) => {
    const number = decimal(given);
    if (number >= least && number <= most) return number;
    throw new BadValue({
      zh: `“${given}”应为 ${least} 至 ${most} 之间的数`,
      en: `"${given}" should be a number from ${least} to ${most}`,
    });
  };
}

/** A parser for a whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): (given: string) => number {
  const within = numberWithin(least, most);
  return (given) => {
    const number = within(given);
    if (Number.isInteger(number)) return number;
    throw new BadValue({ zh: `“${given}”应为整数`, en: `"${given}" should be a whole number` });
  };
}

/** Numbers above 0 between commas: `10,20,30`. */
export function positiveNumbers(given: string): number[] {
  return given.split(',').map(numberFrom(0, true));
}

/** `117.25,32.01`, degrees, longitude first. */
export function lonLat(given: string): LonLat {
  const [lon = Number.NaN, lat = Number.NaN, ...more] = given.split(',').map(decimal);
  const problem = more.length > 0 ? { rule: 'coordinate-not-number' } : positionProblem({ lon, lat });
  if (!problem) return [lon, lat];
  if (problem.rule === 'coordinates-swapped') {
    throw new BadValue({
      zh: `“${given}”经纬度疑似填反，应先经度后纬度`,
      en: `"${given}" looks swapped: longitude comes first`,
    });
  }
  throw new BadValue({
    zh: `“${given}”应为“经度,纬度”，十进制度数，如 117.25,32.01`,
    en: `"${given}" should be longitude,latitude in decimal degrees, such as 117.25,32.01`,
  });
}

/** NaN for anything but a plain decimal number: no exponent, no hexadecimal, no blank. */
function decimal(given: string): number {
  return /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(given) ? Number(given) : Number.NaN;
}
