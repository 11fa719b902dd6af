import { describe, expect, it } from 'vitest';
import { checkTable } from '../../../../server/tables/check-table.ts';
import type { CellValue } from '../../../../server/tables/grid.ts';
import type { TableKind } from '../../../../server/tables/table-kind.ts';
import { tableLike } from './table-of.ts';

/** What the check makes of one cell beside the template's example: its findings, and the property it fills. */
async function checkedCell(kind: TableKind, key: string, value: CellValue, property = key, beside = {}) {
  const { rows, findings } = await checkTable(tableLike(kind, [{ ...beside, [key]: value }]), kind);
  const item = rows[0]?.item as unknown as Record<string, unknown> | undefined;
  return {
    findings: findings.map(({ level, rule }) => `${level} ${rule}`),
    found: item?.[property],
    isGood: rows.length === 1,
  };
}

describe('a count', () => {
  it.each([
    [60, 60, []],
    ['60', 60, []],
    [' 60 ', 60, []],
    ['60.0', 60, []],
    ['６０', 60, ['repair full-width']],
    ['1,234', 1234, ['repair thousands-separator']],
    ['1，234', 1234, ['repair full-width', 'repair thousands-separator']],
    ['60户', 60, ['repair unit-behind-number']],
    ['60 户', 60, ['repair unit-behind-number']],
    ['0.6万', 6000, ['repair unit-multiplied']],
    ['1〇0', 100, ['repair ideographic-zero']],
    ['—', undefined, ['repair blank-mark']],
    ['', undefined, []],
    [null, undefined, []],
  ])('written %j is read as %j', async (value, found, findings) => {
    expect(await checkedCell('settlements', 'households', value, 'households', { population: null })).toEqual({
      found,
      findings,
      isGood: true,
    });
  });

  it.each([
    ['约60', 'count-not-number'],
    ['六十', 'count-not-number'],
    ['60人', 'count-not-number'],
    ['6e1', 'count-not-number'],
    ['1,23', 'count-not-number'],
    ['0x10', 'count-not-number'],
    [true, 'count-not-number'],
    [-3, 'count-negative'],
    ['-3', 'count-negative'],
    ['－3', 'count-negative'],
    [2.5, 'count-fraction'],
    ['2.5', 'count-fraction'],
    [1e9, 'number-range'],
  ])('written %j is refused as %s', async (value, rule) => {
    const { findings, isGood } = await checkedCell('settlements', 'households', value, 'households', {
      population: null,
    });
    expect(findings).toContain(`error ${rule}`);
    expect(isGood).toBe(false);
  });
});

describe('a date', () => {
  it.each([
    ['2024-06-30', []],
    ['2024年6月30日', ['repair date-as-text']],
    ['2024.6.30', ['repair date-as-text']],
    ['2024/6/30', ['repair date-as-text']],
    ['2024/06/30 0:00:00', ['repair date-as-text']],
    ['20240630', ['repair date-as-text']],
    [20240630, ['repair date-as-text']],
    [45473, ['repair date-serial']],
    ['45473', ['repair date-serial']],
    ['２０２４年６月３０日', ['repair full-width', 'repair date-as-text']],
    ['二〇二四年六月三十日', ['repair date-as-text']],
  ])('written %j is 30 June 2024', async (value, findings) => {
    expect(await checkedCell('units', 'asOf', value)).toEqual({ found: '2024-06-30', findings, isGood: true });
  });

  it.each([
    ['2024-02-30', 'date-impossible'],
    ['2023年2月29日', 'date-impossible'],
    ['2024年6月', 'date-incomplete'],
    ['2024.6', 'date-incomplete'],
    [2024.6, 'date-incomplete'],
    ['二〇二四年一二月三日', 'date-impossible'],
    ['去年底', 'date-malformed'],
    ['24-6-30', 'date-malformed'],
    [12, 'date-malformed'],
  ])('written %j is refused as %s', async (value, rule) => {
    expect(await checkedCell('units', 'asOf', value)).toMatchObject({ findings: [`error ${rule}`], isGood: false });
  });

  it('numbered by a spreadsheet is the day that Excel means, from 2000 to 2099', async () => {
    for (let serial = 36_526; serial <= 73_050; serial += 997) {
      const expected = new Date(Date.UTC(2000, 0, 1) + (serial - 36_526) * 86_400_000).toISOString().slice(0, 10);
      expect((await checkedCell('units', 'asOf', serial)).found).toBe(expected);
    }
  });
});

describe('a code', () => {
  it.each([
    ['990321100201', []],
    [990321100201, ['repair code-as-number']],
    ['990321100201.0', ['repair code-format']],
    ["'990321100201", ['repair code-format']],
    ['990321 100 201', ['repair code-format']],
    ['９９０３２１１００２０１', ['repair full-width']],
  ])('written %j keeps its twelve digits', async (value, findings) => {
    expect(await checkedCell('units', 'code', value)).toEqual({ found: '990321100201', findings, isGood: true });
  });

  it.each([
    ['9.90321E+11', 'error code-rounded'],
    ['9.90321e11', 'error code-rounded'],
    [9.5, 'error code-rounded'],
    ['99032110020A', 'error code-not-digits'],
    ['9903211002', 'doubt code-digits'],
    ['990321100000', 'doubt code-not-village'],
  ])('written %j is found out as %s', async (value, finding) => {
    const { findings, isGood } = await checkedCell('units', 'code', value);
    expect(findings).toEqual([finding]);
    expect(isGood).toBe(finding.startsWith('doubt'));
  });

  it('of an office may be any text', async () => {
    expect(await checkedCell('settlements', 'id', 'ZR-07')).toEqual({ found: 'ZR-07', findings: [], isGood: true });
    expect(await checkedCell('settlements', 'id', 17)).toEqual({ found: '17', findings: [], isGood: true });
    expect(await checkedCell('settlements', 'id', null)).toMatchObject({ found: '990321100201-东庄', findings: [] });
  });
});

describe('words', () => {
  it.each([
    ['是', true, []],
    ['yes', true, []],
    [true, true, []],
    ['有', true, ['repair word-read']],
    ['√', true, ['repair word-read']],
    [1, true, ['repair word-read']],
    ['否', false, []],
    ['无', false, ['repair word-read']],
    ['×', false, ['repair word-read']],
  ])('of yes and no: %j is %j', async (value, found, findings) => {
    expect(await checkedCell('units', 'policeAssistant', value)).toEqual({ found, findings, isGood: true });
  });

  it.each([
    ['compounds', 'state', '已建成', 'built', ['repair word-read']],
    ['compounds', 'state', '验收', 'accepted', []],
    ['compounds', 'kind', null, 'other', []],
    ['units', 'kind', '居委会', 'community', ['repair word-read']],
    ['units', 'urbanRuralCode', 220, '220', []],
    ['rooms', 'kinds', '农村、7×24', ['rural', 'round-the-clock'], []],
    ['rooms', 'kinds', '农村警务室/样板', ['rural', 'model'], ['repair word-read']],
    ['road-lengths', 'rank', '县', 'county', ['repair word-read']],
  ] as const)('of %s: %s written %j is %j', async (kind, key, value, found, findings) => {
    expect(await checkedCell(kind, key, value)).toEqual({ found, findings, isGood: true });
  });

  it('that no list has are refused, and are not repeated', async () => {
    const { findings } = await checkTable(tableLike('compounds', [{ state: '张三说快了' }]), 'compounds');
    expect(findings).toMatchObject([
      { level: 'error', rule: 'word-unknown', data: { words: '未建、在建、建成、验收' } },
    ]);
    expect(JSON.stringify(findings)).not.toContain('张三');
  });

  it('of a name lose spaces that spread it and full-width letters', async () => {
    expect(await checkedCell('units', 'name', ' 张　庄 村 ')).toEqual({
      found: '张庄村',
      findings: ['repair spaces-in-text'],
      isGood: true,
    });
    expect(await checkedCell('units', 'name', '第３村（东）')).toEqual({
      found: '第3村（东）',
      findings: ['repair full-width'],
      isGood: true,
    });
    expect(await checkedCell('units', 'name', '张\u0000庄')).toMatchObject({ findings: ['error text-unusable'] });
    expect(await checkedCell('units', 'name', '庄'.repeat(201))).toMatchObject({ findings: ['error text-long'] });
  });
});

describe('hours', () => {
  it.each([
    ['0-8', 0, 8, []],
    ['８－２０', 8, 20, ['repair full-width']],
    ['20:00-24:00', 20, 24, []],
    ['8时至20时', 8, 20, []],
    ['2026-08-20', 8, 20, ['repair hours-from-date']],
  ])('written %j are from %i to %i', async (value, from, to, findings) => {
    expect(await checkedCell('incidents', 'hours', value, 'fromHour')).toEqual({ found: from, findings, isGood: true });
    expect(await checkedCell('incidents', 'hours', value, 'toHour')).toMatchObject({ found: to });
  });

  it.each(['20-8', '8-8', '20-25', '夜间', 8, '2026-12-08'])('written %j are refused', async (value) => {
    expect(await checkedCell('incidents', 'hours', value)).toMatchObject({ findings: ['error hours-impossible'] });
  });
});

describe('a figure of the county', () => {
  it.each([
    ['治安信息员专项经费', 20, '万元', 200_000],
    ['治安信息员专项经费', 200_000, '元', 200_000],
    ['治安信息员专项经费', '20万元', null, 200_000],
    ['治安信息员专项经费', '20.55万元', '万元', 205_500],
    ['治安信息员专项经费(万元)', 20.3, null, 203_000],
    ['治安信息员专项经费（元）', 200_000, null, 200_000],
  ])('%s %j %j is %i yuan', async (indicator, value, unit, yuan) => {
    const { rows } = await checkTable(tableLike('county', [{ indicator, value, unit }]), 'county');
    expect(rows[0]?.item).toEqual({ informantFundsYuan: yuan, asOf: '2024-06-30' });
  });

  it.each([
    ['治安信息员专项经费', 20, null, 'error money-unit-missing'],
    ['治安信息员专项经费', '20.55', '元', 'error money-fraction'],
    ['县局民警总数', 20.5, '人', 'error count-fraction'],
  ])('%s %j %j is refused as %s', async (indicator, value, unit, finding) => {
    expect((await checkedCell('county', 'value', value, 'value', { indicator, unit })).findings).toEqual([finding]);
  });

  it('counts officers in persons', async () => {
    const table = tableLike('county', [{ indicator: '县局民警总数', value: '298人', unit: '人' }]);
    expect((await checkTable(table, 'county')).rows[0]?.item).toEqual({ officers: 298, asOf: '2024-06-30' });
  });
});
