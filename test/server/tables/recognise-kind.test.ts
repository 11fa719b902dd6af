import { describe, expect, it } from 'vitest';
import { recogniseKind } from '../../../server/tables/recognise-kind.ts';
import { TABLE_KINDS } from '../../../server/tables/table-kind.ts';
import { TEMPLATES } from '../../../server/tables/templates/templates.ts';

function tableOf(headers: readonly string[], file = '报送.xlsx', title?: string) {
  const columns = headers.map((header, index) => ({ index, header }));
  return { file, columns, rows: [], ...(title === undefined ? {} : { title }) };
}

describe('a table', () => {
  it.each(TABLE_KINDS)('with the headers of the template of %s is recognised, and as nothing else', (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const found = recogniseKind(tableOf(TEMPLATES[kind].fields.map((field) => field[language])));
      expect(found?.kind).toBe(kind);
      expect(found?.ambiguous, JSON.stringify(found)).toBe(false);
    }
  });

  it.each(TABLE_KINDS)('with the required headers of %s alone is recognised, or its ambiguity is said', (kind) => {
    const required = TEMPLATES[kind].fields.filter((field) => field.required).map(({ zh }) => zh);
    const found = recogniseKind(tableOf(required));
    expect(found?.ambiguous === true || found?.kind === kind, JSON.stringify(found)).toBe(true);
  });

  it('of places with headers of its own office is recognised', () => {
    const headers = [
      '序号',
      '所名',
      '乡镇',
      '乡镇代码',
      '类别',
      '经度',
      '纬度',
      '坐标系',
      '在编',
      '在岗',
      '社区民警',
      '辅警',
      '日期X',
    ];
    expect(recogniseKind(tableOf(headers))?.kind).toBe('stations');
  });

  it('that could be of two kinds says so', () => {
    const found = recogniseKind(tableOf(['名称', '经度', '纬度', '坐标系']));
    expect(found === undefined || found.ambiguous, JSON.stringify(found)).toBe(true);
  });

  it('of nothing that a template knows is not recognised', () => {
    expect(recogniseKind(tableOf(['菜名', '价格', '产地']))).toBeUndefined();
    expect(recogniseKind(tableOf([]))).toBeUndefined();
  });

  it('of areas that shares a code and a name with a template is not recognised', () => {
    const ring = [
      [116, 31],
      [116.1, 31],
      [116.1, 31.1],
      [116, 31],
    ];
    const rows = [
      { row: 2, values: ['990321001', '城关镇'], geometry: { type: 'Polygon' as const, coordinates: [ring] } },
    ];
    expect(recogniseKind({ ...tableOf(['代码', '名称']), rows })).toBeUndefined();
  });

  it('is taken with its title where the headers leave little between two kinds', () => {
    const headers = ['编号', '名称', '所属社区代码', '户数', '经度', '纬度', '坐标系'];
    const plain = recogniseKind(tableOf(headers));
    const titled = recogniseKind(tableOf(headers, '报送.xlsx', '自然村情况统计表'));
    expect(titled?.kind).toBe('settlements');
    expect(titled?.score).toBeGreaterThan(plain?.score ?? 0);
  });
});
