/**
 * The name of a village or community without what offices add to it, for comparing: 张庄村, 张庄村委会, `张庄 村民委员会` and
 * 杜集镇张庄村 (of 杜集镇) are all 张庄. Width, spaces, brackets and marks go, digits become 一二三, and characters of the
 * traditional script that have one simplified form take it. What makes a name stays: 庄, 寨, 店, 郢, 圩 are never stripped,
 * and 李村 keeps its 村, since at least two characters are left. 张家庄 is not 张庄: see `nearness`.
 * @param township of the unit, as its table writes it; its full name or its stem is taken off the front
 */
export function normaliseVillageName(name: string, township?: string): string {
  const folded = simplified(name.normalize('NFKC'));
  const plain = lettersOf(folded.replace(BRACKETED, '')) || lettersOf(folded);
  return withoutSuffixes(withoutTownship(plain.replace(/\d+/g, chineseNumber), township));
}

/**
 * The stem of a township's name, for comparing: 造甲乡, 造甲镇 and 造甲街道办事处 are all 造甲, since townships became towns
 * and towns subdistricts. A stem has at least two characters.
 */
export function townshipStem(township: string): string {
  const plain = lettersOf(simplified(township.normalize('NFKC')));
  const stem = plain.replace(/(人民政府|政府)$/, '').replace(/(街道办事处|街道办|办事处|街道|地区|民族乡|乡|镇)$/, '');
  return Array.from(stem).length >= 2 ? stem : plain;
}

/** Longest first: what a name may end with without being another place. */
const SUFFIXES = [
  '社区居民委员会',
  '社区村民委员会',
  '社区居委会',
  '社区村委会',
  '村民委员会',
  '居民委员会',
  '村委会',
  '居委会',
  '行政村',
  '自然村',
  '社区',
  '村',
];
const FEWEST_CHARACTERS = 2;
/** What stands in brackets is a remark, 张庄(原李庄), unless the whole name does. */
const BRACKETED = /[([{〔【<《][^)\]}〕】>》]*[)\]}〕】>》]/g;

/** Takes off suffix after suffix, 张庄村村民委员会, as long as two characters are left. */
function withoutSuffixes(name: string): string {
  const suffix = SUFFIXES.find((end) => name.endsWith(end) && lengthOf(name) - lengthOf(end) >= FEWEST_CHARACTERS);
  if (suffix !== undefined) return withoutSuffixes(name.slice(0, -suffix.length));
  // 李村委会 is the committee of 李村.
  return name.replace(/^(.)村(?:民委员会|委会)$/u, '$1村').replace(/^(.)社区居(?:民委员会|委会)$/u, '$1社区');
}

function withoutTownship(name: string, township: string | undefined): string {
  if (township === undefined) return name;
  const full = lettersOf(simplified(township.normalize('NFKC')));
  if (full === '' || !name.startsWith(full)) return name;
  const rest = name.slice(full.length);
  // 水湖镇社区 is a community of its own, not one without a name.
  return lengthOf(withoutSuffixes(rest)) >= FEWEST_CHARACTERS && !SUFFIXES.includes(rest) ? rest : name;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

const DIGITS = '零一二三四五六七八九';

/** 3 is 三 and 12 is 十二; longer numbers are read digit by digit. */
function chineseNumber(digits: string): string {
  const number = Number(digits);
  if (digits.length > 2 || digits.startsWith('0'))
    return Array.from(digits, (digit) => DIGITS.charAt(Number(digit))).join('');
  if (number < 10) return DIGITS.charAt(number);
  const tens = Math.floor(number / 10);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${number % 10 === 0 ? '' : DIGITS.charAt(number % 10)}`;
}

/** Traditional and variant forms in village names, each with its one simplified form (通用规范汉字表). */
const TRADITIONAL =
  '莊東劉張陳楊趙吳孫馬鄭馮許鄧蕭葉蘇盧鄉鎮橋灣溝嶺廟樓寶龍興華國灘窪閘壩頭雙兩萬後邨壋圍園場溫韓鄒閻賈顧謝錢魯黃倉廣羅譚蔣豐澗寧學嶽聯勝紅長門關陽陰魚鳳雞貴義榮飛廠鐵銀塢墳';
const SIMPLIFIED =
  '庄东刘张陈杨赵吴孙马郑冯许邓萧叶苏卢乡镇桥湾沟岭庙楼宝龙兴华国滩洼闸坝头双两万后村垱围园场温韩邹阎贾顾谢钱鲁黄仓广罗谭蒋丰涧宁学岳联胜红长门关阳阴鱼凤鸡贵义荣飞厂铁银坞坟';

const SIMPLIFIED_OF: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (character, index) => [character, SIMPLIFIED.charAt(index)] as const),
);

function simplified(text: string): string {
  return Array.from(text, (character) => SIMPLIFIED_OF.get(character) ?? character).join('');
}
