import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { TABLE_KINDS } from '../../../../server/tables/table-kind.ts';
import { TEMPLATES } from '../../../../server/tables/templates/templates.ts';
import type { ApiUnderTest } from './api-under-test.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The templates that offices fill in. */
export function describeTemplates(api: ApiUnderTest): void {
  describe('templates', () => {
    const sheetsOf = async (bytes: Buffer): Promise<string[]> => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
      return workbook.worksheets.map(({ name }) => name);
    };

    it('are listed with their fields, names in both languages and notes', async () => {
      const { templates } = await api().json<{ templates: { kind: string; fields: { key: string }[] }[] }>(
        '/api/templates',
      );
      expect(templates.map(({ kind }) => kind)).toEqual([...TABLE_KINDS]);
      expect(templates[0]?.fields.map(({ key }) => key)).toEqual(TEMPLATES.stations.fields.map(({ key }) => key));
    });

    it('come as XLSX or CSV, by format or by Accept', async () => {
      const plain = await api().ask('/api/templates/units?lang=zh');
      expect(plain.headers['content-type']).toBe(XLSX);
      expect(plain.headers['content-disposition']).toContain(
        encodeURIComponent(`${TEMPLATES.units.zh}.xlsx`).replace(/[()]/g, ''),
      );
      expect((await sheetsOf(plain.bytes))[0]).toBe(TEMPLATES.units.zh);
      const csv = await api().ask('/api/templates/units?format=csv&lang=zh');
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      const accepted = await api().ask('/api/templates/units?lang=zh', { headers: { accept: 'text/csv' } });
      expect(accepted.text).toBe(csv.text);
      expect((await api().ask('/api/templates/units', { headers: { accept: 'image/png' } })).status).toBe(406);
      expect((await api().ask('/api/templates/cars')).status).toBe(400);
    });

    it('come all in one workbook', async () => {
      const { bytes } = await api().ask('/api/templates/all.xlsx?lang=en');
      expect(await sheetsOf(bytes)).toEqual(expect.arrayContaining(TABLE_KINDS.map((kind) => TEMPLATES[kind].en)));
    });
  });
}
