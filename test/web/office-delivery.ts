import type { DemoCounty } from '../../geodata/demo/county.ts';
import type { OfficeFile } from '../../geodata/demo/office/office-file.ts';
import { officeFiles } from '../../geodata/demo/office/office-files.ts';
import { personalTable } from '../../geodata/demo/office/refused-files.ts';
import { wgs84ToGcj02 } from '../../geodata/georeference/shifted-degrees.ts';
import { bytesOf, type NamedBytes } from '../../server/counties/demo-office-files.ts';

/** The file that says CGCS2000 and is not. */
export const SHIFTED = '自然村.csv';

/** The ten files of the offices, unsorted, one with GCJ-02 called CGCS2000, and a list of people. */
export async function deliveryFiles(of: DemoCounty): Promise<NamedBytes[]> {
  const described = officeFiles(of).map((file) => (file.name === SHIFTED ? shifted(file) : file));
  return Promise.all(
    [...described, personalTable(of)]
      .reverse()
      .map(async (file) => ({ name: file.name, bytes: await bytesOf(of, file) })),
  );
}

/** The ten files as the offices send them. */
export function officeFileBytes(of: DemoCounty): Promise<NamedBytes[]> {
  return Promise.all(officeFiles(of).map(async (file) => ({ name: file.name, bytes: await bytesOf(of, file) })));
}

/** A header that no template knows, for 信息员数. */
export const ODD_HEADER = '信息员合计人数栏甲';

/** The file of villages with its column 信息员数 under that header, in both sheets. */
export async function oddVillages(of: DemoCounty): Promise<NamedBytes> {
  const file = officeFiles(of).find(({ name }) => name.startsWith('村（社区）'));
  if (file?.format !== 'xlsx') throw new Error('There is no workbook of villages.');
  const sheets = file.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell === '信息员数' ? ODD_HEADER : cell))),
  }));
  return { name: file.name, bytes: await bytesOf(of, { ...file, sheets }) };
}

/** A table of places moved to GCJ-02; it still says CGCS2000. */
function shifted(file: OfficeFile): OfficeFile {
  if (file.format !== 'csv') throw new Error(`${file.name} is no CSV.`);
  const [header = [], ...rows] = file.rows;
  const [lonAt, latAt] = [header.indexOf('经度'), header.indexOf('纬度')];
  const moved = rows.map((row) => {
    const [lon, lat] = [Number(row[lonAt]), Number(row[latAt])];
    if (!(lon > 0 && lat > 0)) return row;
    const [east, north] = wgs84ToGcj02([lon, lat]);
    return row.map((cell, at) => (at === lonAt ? east : at === latAt ? north : cell));
  });
  return { ...file, rows: [header, ...moved] };
}
