import type { DemoCounty } from '../county.ts';
import { compoundsFile } from './compounds-file.ts';
import type { OfficeCell, OfficeFile } from './office-file.ts';

const CLAIMED = 'CGCS2000';
const SHIFTED = 'GCJ-02';

/** The compounds as `officeFiles` has them, in GCJ-02, every row claiming CGCS2000: to be caught by their shift. */
export function mislabelledCompounds(county: DemoCounty): OfficeFile {
  const { file } = compoundsFile(county);
  if (file.format !== 'xlsx') return file;
  const relabelled = (cell: OfficeCell): OfficeCell => {
    if (cell === SHIFTED) return CLAIMED;
    return typeof cell === 'string' && cell.includes(SHIFTED) ? '注：中心点坐标为2000国家大地坐标系。' : cell;
  };
  const sheets = file.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(relabelled)) }));
  return { ...file, name: '小区（坐标系填错）.xlsx', sheets };
}

/**
 * A table of the kind that is refused whole: volunteers one a row. There is nobody in it: the cells are made here, and
 * no calendar has the birthday and no ID number the digits.
 */
export function personalTable({ townships }: DemoCounty): OfficeFile {
  const header = ['序号', '所属乡镇街道', '姓名', '身份证号'];
  const rows = townships.map(({ name }, index) => [index + 1, name, '某'.repeat(2), '9'.repeat(18)]);
  const sheet = { name: '花名册', rows: [header, ...rows], merges: [] };
  return { format: 'xlsx', name: '信息员花名册.xlsx', office: '情报大队', sheets: [sheet] };
}
