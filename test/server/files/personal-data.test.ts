import { describe, expect, it } from 'vitest';
import { personalHeader, personalNumber, personalValue } from '../../../server/files/personal-data.ts';

describe('personalHeader', () => {
  it.each([
    '姓名',
    '户主姓名',
    '身份证号码',
    '公民身份号码',
    '联系 电话',
    '手机',
    '联系人',
    '警号',
    '家庭住址',
    '负责人',
    'phone',
    'contact:phone',
    'phoneNumber',
    'Mobile',
    'first_name',
    'idCard',
    'date_of_birth',
  ])('takes %s for personal', (header) => {
    expect(personalHeader(header)).toBe(true);
  });

  it.each([
    '名称',
    '派出所名称',
    '区划代码(12位)',
    '户数(口径:户籍/常住)',
    '在岗民警数',
    '治保会人数',
    '信息员数(汇总)',
    '所属乡镇街道',
    'name',
    'name:en',
    'addr:street',
    'officers',
    'households',
    'osm_node',
    'mobile_posts',
  ])('lets %s pass', (header) => {
    expect(personalHeader(header)).toBe(false);
  });
});

describe('personalNumber', () => {
  it('finds the numbers that a cell holds as a number, an ID number without its last digits too', () => {
    expect(personalNumber(13912345678)).toBe('personal-mobile');
    expect(personalNumber(371622199001011000)).toBe('personal-id-number');
  });

  it.each([0, -13912345678, 12, 371622001001, 39512345.678, 1e10, 1e300, Number.NaN])('lets %s pass', (value) => {
    expect(personalNumber(value)).toBeUndefined();
  });
});

describe('personalValue', () => {
  it.each([
    ['a date of birth at its place, the check digit wrong', '371622199001011230'],
    ['a check digit X', '11010519491231002X'],
    ['a small x', '11010519491231002x'],
    ['full-width digits', '３７１６２２１９９００１０１１２３０'],
    ['words around it', '证号:371622199001011230。'],
  ])('finds an ID number with %s', (_, text) => {
    expect(personalValue(text)).toBe('personal-id-number');
  });

  it('finds an ID number by its check digit alone, in every place by the weight that GB 11643-1999 gives it', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    weights.forEach((weight, place) => {
      const digits = `${'0'.repeat(place)}1${'0'.repeat(16 - place)}`;
      const right = '10X98765432'[weight % 11] ?? '';
      const wrong = right === '0' ? '1' : '0';
      expect(personalValue(digits + right)).toBe('personal-id-number');
      expect(personalValue(digits + wrong)).toBeUndefined();
    });
  });

  it.each(['13912345678', '139 1234 5678', '139-1234-5678', '+8613912345678', '电话13912345678转1', '86-19912345678'])(
    'finds the mobile number in %s',
    (text) => {
      expect(personalValue(text)).toBe('personal-mobile');
    },
  );

  it.each([
    ['spaces', '371622 19900101 1230', 'personal-id-number'],
    ['a dash between all digits', [...'371622199001011230'].join('-'), 'personal-id-number'],
    ['dashes of any length', '139—12345－678', 'personal-mobile'],
    ['dots', '139.1234.5678', 'personal-mobile'],
    ['wide spaces', '１３９　１２３４　５６７８', 'personal-mobile'],
    ['unseen characters', [...'13912345678'].join('\u200b'), 'personal-mobile'],
  ])('finds a number that was hidden with %s', (_, text, rule) => {
    expect(personalValue(text)).toBe(rule);
  });

  it.each(['幸福小区3号楼2单元', '中山路18号302室', '5栋1201', '阳光花园12幢 一单元', '人民路1号A座3室'])(
    'finds the flat in %s',
    (text) => {
      expect(personalValue(text)).toBe('personal-flat-address');
    },
  );

  it.each([
    ['a division code', '371622001001'],
    ['a unified social credit code', '91370000MA3C4XYZ1K'],
    ['eighteen digits without date or check digit', '100000000000000000'],
    ['a longer run of digits', '3716221990010112301'],
    ['the fraction of a coordinate', '117.13912345678'],
    ['a long fraction', '0.371622199001011230'],
    ['an OSM reference', 'node/13912345678'],
    ['a landline-like number', '05432261110'],
    ['a street address', '人民路18号'],
    ['a police room', '中山路7号警务室'],
    ['a date', '2024-12-31'],
    ['numbers in a row', '13 15 18 20 22 30'],
    ['degrees, minutes and seconds', '115 18 36.5 32 26 43.5'],
    ['a division code and a month', '371622001001 202412'],
    ['a gap in a longer number', '62139 1234 5678'],
    ['nothing', ''],
  ])('lets %s pass', (_, text) => {
    expect(personalValue(text)).toBeUndefined();
  });

  it.each(['1号', '1号 ', '1 ', '甲', '186 ', '1'])(
    'takes no longer than a cell is long: %j over and over',
    (piece) => {
      const start = performance.now();
      personalValue(piece.repeat((1 << 20) / piece.length));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
