import { type Random, randomStream } from './random.ts';

/** All names are put together from these syllables; no list of real places stands behind them. */
const FAMILY_NAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
);
const PLAIN_ENDINGS = [...Array.from('庄庄庄庄村村楼楼集营营寨圩桥店店湾堂坊台'), '家', '家', '围子', '老庄', '新庄'];
const HILL_ENDINGS = ['沟', '岭', '峪', '坡', '冲', '岗', '洼', '家山', '家湾', '家峪'];
const PREFIXES = ['', '', '', '', '大', '小', '前', '后', '东', '西', '南', '北', '上', '下', '老', '新'];
const SEAT_FIRST = Array.from('清永安双柳青泉万白石古平兴云丰澄沙松');
const SEAT_SECOND = Array.from('桥店集塘湖渡堰墩埠圩溪坊城河');
const HILL_SECOND = Array.from('岭峪岗峰');
const COMMUNITY_FIRST = [
  '朝阳',
  '文昌',
  '府前',
  '新华',
  '育才',
  '和平',
  '滨河',
  '迎宾',
  '民生',
  '锦程',
  '阳光',
  '学苑',
  '安居',
  '兴业',
  '锦绣',
  '花园',
  '康宁',
  '书院',
  '鼓楼',
  '春晖',
  '桃园',
  '金桂',
  '长安',
  '团结',
  '振兴',
  '胜利',
  '光明',
  '望河',
  '柳荫',
  '青年',
  '体育场',
  '丰泽',
  '汇景',
  '星河',
  '翠竹',
  '紫荆',
];

/** Gives out names, each at most once where it must be told apart. */
export interface Namer {
  /** A two-syllable name no other unit of the county has; in the hills it ends in a hill word. */
  readonly seat: (inHills: boolean) => string;
  /** A village's name, once in its township; the same name in another township is as common as in life. */
  readonly village: (township: string, inHills: boolean) => string;
  /** An urban community's name, once in the county. */
  readonly community: () => string;
}

/** Names drawn from the seed, in the order of asking. */
export function createNamer(seed: number): Namer {
  const random = randomStream(seed, 'names');
  const communities = random.shuffled(COMMUNITY_FIRST);
  const seatFirst = random.shuffled(SEAT_FIRST);
  const seatSecond = random.shuffled(SEAT_SECOND);
  const used = new Set<string>();
  let seats = 0;
  return {
    seat: (inHills) => {
      const second = inHills ? random.pick(HILL_SECOND) : seatSecond[seats % seatSecond.length];
      return `${seatFirst[seats++ % seatFirst.length]}${second}`;
    },
    village: (township, inHills) => {
      for (let attempt = 0; ; attempt++) {
        const name = villageName(random, inHills, attempt > 20);
        if (used.has(township + name)) continue;
        used.add(township + name);
        return name;
      }
    },
    community: () => {
      const name = communities.pop();
      if (name === undefined) throw new Error(`No more than ${COMMUNITY_FIRST.length} communities can be named.`);
      return `${name}社区`;
    },
  };
}

/** Two family names where one alone has been used up. */
function villageName(random: Random, inHills: boolean, double: boolean): string {
  const ending = random.pick(inHills ? HILL_ENDINGS : PLAIN_ENDINGS);
  const family = random.pick(FAMILY_NAMES) + (double ? random.pick(FAMILY_NAMES) : '');
  const prefix = ending.length > 1 ? '' : random.pick(PREFIXES);
  return `${prefix}${family}${ending === '家' ? '家庄' : ending}`;
}
