import { describe, expect, it } from 'vitest';
import { nearness } from '../../geodata/matching/nearness.ts';
import { normaliseVillageName, townshipStem } from '../../geodata/matching/village-name.ts';

describe('the name of a village without what offices add', () => {
  it.each([
    ['张庄', '张庄'],
    ['张庄村', '张庄'],
    ['张庄村委会', '张庄'],
    ['张庄村民委员会', '张庄'],
    ['张庄村村民委员会', '张庄'],
    ['张庄 村委会', '张庄'],
    ['张庄（村）', '张庄'],
    ['张庄(原李庄)村委会', '张庄'],
    ['【张庄】', '张庄'],
    ['張莊村', '张庄'],
    ['张庄自然村', '张庄'],
    ['张庄行政村', '张庄'],
    ['新丰社区居民委员会', '新丰'],
    ['新丰社区居委会', '新丰'],
    ['新丰社区', '新丰'],
    ['岗城居民委员会', '岗城'],
    ['3里村', '三里'],
    ['三里村', '三里'],
    ['十２里铺', '十二里铺'],
    ['12里铺', '十二里铺'],
    ['20里铺', '二十里铺'],
    ['李村', '李村'],
    ['李村村委会', '李村'],
    ['李村委会', '李村'],
    ['李村民委员会', '李村'],
    ['小庄', '小庄'],
    ['柴寨', '柴寨'],
    ['韩店', '韩店'],
    ['张家庄村民委员会', '张家庄'],
    ['', ''],
  ])('%s is %s', (name, expected) => {
    expect(normaliseVillageName(name)).toBe(expected);
  });

  it('leaves out the township in front, and nothing else', () => {
    expect(normaliseVillageName('杜集镇张庄村', '杜集镇')).toBe('张庄');
    expect(normaliseVillageName('杜集镇张庄村', '水湖镇')).toBe('杜集镇张庄');
    expect(normaliseVillageName('水湖社区', '水湖镇')).toBe('水湖');
    expect(normaliseVillageName('水湖镇社区', '水湖镇')).toBe('水湖镇');
    expect(normaliseVillageName('水湖镇', '水湖镇')).toBe('水湖镇');
  });

  it('stays what it is when it is normalised again', () => {
    for (const name of ['张庄村村民委员会', '3里村', '李村委会', '张庄(原李庄)', '新村社区居委会'])
      expect(normaliseVillageName(normaliseVillageName(name))).toBe(normaliseVillageName(name));
  });

  it.each([
    ['造甲乡', '造甲'],
    ['造甲镇', '造甲'],
    ['造甲街道', '造甲'],
    ['造甲街道办事处', '造甲'],
    ['造甲镇人民政府', '造甲'],
    ['镇', '镇'],
    ['义镇', '义镇'],
  ])('township %s has the stem %s', (township, stem) => {
    expect(townshipStem(township)).toBe(stem);
  });
});

describe('how near two names are', () => {
  it.each([
    ['张庄', '张庄', 'same-name'],
    ['张庄', '张家庄', 'family-infix'],
    ['闫庄', '阎庄', 'interchangeable-character'],
    ['代集', '戴集', 'interchangeable-character'],
    ['李岗', '大李岗', 'added-word'],
    ['水家湖农场', '水家湖茶场', 'one-character'],
    ['水家湖农场', '水家湖场', 'one-character'],
    ['王庄', '李庄', undefined],
    ['王庄', '王岗', undefined],
    ['东王庄', '西王庄', undefined],
    ['前三里桥', '后三里桥', undefined],
    ['第一生产队', '第二生产队', undefined],
    ['八里三', '八里', undefined],
    ['张庄', '大张家庄', undefined],
    ['', '', undefined],
    ['', '庄', undefined],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(nearness(a, b)?.reason).toBe(reason);
    expect(nearness(b, a)).toEqual(nearness(a, b));
  });
});
