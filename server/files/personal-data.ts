import type { ProblemRule } from './problem-words.ts';

/**
 * Hubshed holds headcounts, never people (DOMAIN.md sections 0.10 and 4). A file with a column or a
 * cell that looks personal is refused as a whole. The checks look at shape alone: they catch the
 * table that was exported with one column too many, not a determined smuggler.
 */
const PERSONAL_HEADER_ZH =
  /姓名|身份证|公民身份|证件号|手机|电话|联系人|联系方式|警号|住址|(?:家庭|居住|户籍)地址|户主|负责人|填表人|审核人|^(?:所长|副所长|教导员|指导员|队长|主任|书记|村长|网格员|信息员)$|出生|生日|微信|邮箱|籍贯/;
const PERSONAL_HEADER_EN = new RegExp(
  String.raw`\b(?:(?:tele|cell)?phone|mobile(?: (?:no|number))?$|e ?mail|contact|surname|(?:first|last|full|given) name` +
    String.raw`|id card|id number|identity|passport|badge|home address|birth ?(?:day|date)|date of birth|householder)\b`,
);

/** Whether a header or a property's name announces personal data: 姓名, 联系电话, `phoneNumber`. */
export function personalHeader(header: string): boolean {
  const words = header
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return PERSONAL_HEADER_ZH.test(words.replace(/\s/g, '')) || PERSONAL_HEADER_EN.test(words.replace(/[^a-z]+/g, ' '));
}

/** The fraction of a coordinate may run to any length: digits after a decimal point are not looked at. */
const NOT_INSIDE_A_NUMBER = String.raw`(?<!\d)(?<!\d\.)`;
const ID_NUMBER = new RegExp(String.raw`${NOT_INSIDE_A_NUMBER}\d{17}[\dXx](?![\dA-Za-z])`, 'g');
/** OSM node numbers have grown to eleven digits; `node/13912345678` names no telephone. */
const MOBILE = new RegExp(
  String.raw`${NOT_INSIDE_A_NUMBER}(?<!(?:node|way|relation)/)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)`,
);
const NUMERAL = '[\\dA-Za-z一二三四五六七八九十甲乙丙丁]';
/** Bounded, since without bounds a cell of 1 MB that repeats `1号` would take a quarter of an hour. */
const FLAT_ADDRESS = new RegExp(
  String.raw`${NUMERAL}\s{0,9}单元|\d\s{0,9}[号栋幢座].{0,99}${NUMERAL}\s{0,9}室|\d\s{0,9}[栋幢座]\s{0,9}\d{3,4}(?!\d)`,
);

/** What people put between the digits of a number to make it easy to read, or hard to find. */
const GAP = '[-\\u2010-\\u2015\\u2212_ ]{0,2}';
const NOT_BEHIND_A_NUMBER = String.raw`(?<!\d)(?<!\d[-. ])`;
const SPACED_MOBILE = new RegExp(
  String.raw`${NOT_BEHIND_A_NUMBER}(?=(1${GAP}[3-9](?:${GAP}\d){9})(?!\d))|(?<!\d)(1[3-9]\d\.\d{4}\.\d{4})(?!\d)`,
  'g',
);
const SPACED_ID_NUMBER = new RegExp(String.raw`(?<!\d)(?=((?:\d${GAP}){17}[\dXx])(?![\dA-Za-z]))`, 'g');
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** More than this many pieces are a list of numbers, except digits that each stand alone. */
const MOST_PIECES = 5;

/**
 * The rule that a cell's text breaks, if it looks like an 18-digit ID number (GB 11643-1999: a real
 * date of birth or a right check digit; with gaps between the digits a date of birth), a Chinese mobile
 * number, or an address down to the flat. Twelve-digit division codes pass.
 */
export function personalValue(text: string): ProblemRule | undefined {
  const plain = text.normalize('NFKC').replace(UNSEEN, '');
  if ((plain.match(ID_NUMBER) ?? []).some(isIdNumber) || hasSpacedIdNumber(plain)) return 'personal-id-number';
  if (MOBILE.test(plain) || hasSpacedMobile(plain)) return 'personal-mobile';
  return FLAT_ADDRESS.test(plain) ? 'personal-flat-address' : undefined;
}

/** As `personalValue`, of a number: an ID number keeps 15 digits of its 18 as one, and the date of birth is in them. */
export function personalNumber(value: number): ProblemRule | undefined {
  return Number.isInteger(value) && value >= 1e10 && value < 1e18 ? personalValue(String(value)) : undefined;
}

function hasSpacedIdNumber(text: string): boolean {
  for (const [, found = ''] of text.matchAll(SPACED_ID_NUMBER)) {
    if (isInPieces(found) && hasBirthDate(withoutGaps(found))) return true;
  }
  return false;
}

function hasSpacedMobile(text: string): boolean {
  for (const [, spaced, dotted] of text.matchAll(SPACED_MOBILE)) {
    if (dotted !== undefined || (spaced !== undefined && isInPieces(spaced))) return true;
  }
  return false;
}

function isInPieces(number: string): boolean {
  const pieces = number.split(/[^\dXx]+/).length;
  return (pieces > 1 && pieces <= MOST_PIECES) || pieces === withoutGaps(number).length;
}

function withoutGaps(number: string): string {
  return number.replace(/[^\dXx]/g, '');
}

function isIdNumber(digits: string): boolean {
  return hasBirthDate(digits) || hasRightCheckDigit(digits);
}

function hasBirthDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO 7064 MOD 11-2, as GB 11643-1999 uses it: the weight of a digit is 2 to the power of its place from the right. */
function hasRightCheckDigit(digits: string): boolean {
  let sum = 0;
  for (const digit of digits.slice(0, 17)) sum = (sum + Number(digit)) * 2;
  return '10X98765432'[sum % 11] === digits.slice(17).toUpperCase();
}
