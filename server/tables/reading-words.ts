import type { Language } from '../language.ts';

const ACCEPTED = {
  zh: '可导入：.xlsx、.csv、.geojson、.json、Shapefile 打包的 .zip',
  en: 'accepted are .xlsx, .csv, .geojson, .json and a .zip of a Shapefile',
} as const;

/**
 * What can be wrong with a file before its table is held against a template: the rule's key and its wording, without
 * a full stop. Keys are stable, as those of `server/files/problem-words.ts` and `finding-words.ts` beside this are.
 */
export const READING_WORDS = {
  'format-unknown': {
    zh: `无法识别的文件类型；${ACCEPTED.zh}`,
    en: `the type of the file is not known; ${ACCEPTED.en}`,
  },
  'format-document': {
    zh: `这不是表格文件；${ACCEPTED.zh}`,
    en: `the file is a document, not a table; ${ACCEPTED.en}`,
  },
  'workbook-old': {
    zh: '这是旧版 .xls 或 .et 文件，请用 WPS 或 Excel 另存为“.xlsx”后再导入',
    en: 'the file is an old .xls or .et workbook; save it as .xlsx and import it again',
  },
  'workbook-encrypted': {
    zh: '工作簿设有打开密码，请取消密码并另存为“.xlsx”后再导入',
    en: 'the workbook is encrypted; save it as .xlsx without a password and import it again',
  },
  'workbook-binary': {
    zh: '这是二进制 .xlsb 工作簿，请另存为“.xlsx”后再导入',
    en: 'the file is a binary .xlsb workbook; save it as .xlsx and import it again',
  },
  'workbook-web-page': {
    zh: '文件内容其实是网页，请用 WPS 或 Excel 打开并另存为“.xlsx”后再导入',
    en: 'the file is really a web page; open it in a spreadsheet program, save it as .xlsx and import it again',
  },
  geopackage: {
    zh: '不支持 GeoPackage，请导出为 GeoJSON 或 Shapefile（打包为 .zip）后再导入',
    en: 'GeoPackage is not read; export it as GeoJSON or as a zipped Shapefile and import that',
  },
  'content-empty': { zh: '文件中没有内容', en: 'the file is empty' },
  'zip-damaged': {
    zh: '文件已损坏或不完整，请重新导出后再导入',
    en: 'the file is damaged or cut off; export it again',
  },
  'zip-encrypted': {
    zh: '压缩包设有密码，请取消密码后再导入',
    en: 'the zip has a password; remove it and import again',
  },
  'zip-without-table': {
    zh: `压缩包中没有可导入的数据；${ACCEPTED.zh}`,
    en: `the zip holds nothing that is read; ${ACCEPTED.en}`,
  },
  'workbook-damaged': {
    zh: '工作簿内容已损坏，请用 WPS 或 Excel 打开并另存后再导入',
    en: 'the content of the workbook is damaged; open it in a spreadsheet program, save it and import it again',
  },
  'content-too-large': {
    zh: '文件展开后过大，请拆分后再导入',
    en: 'the file is too large once unpacked; divide it and import the parts',
  },
  'cells-too-many': {
    zh: '单元格过多（超过 500 万个），请拆分或删除表外内容后再导入',
    en: 'the file has more than 5 million cells; divide it, or delete what lies far from the table',
  },
  'columns-too-many': {
    zh: '列数过多（超过 16384 列），请检查分隔符或删除表外内容',
    en: 'the row has more than 16,384 columns; look at the separators, or delete what lies far from the table',
  },
  'text-too-long': {
    zh: '单元格文字过长（超过 32767 个字符）',
    en: 'a text of the row is longer than 32,767 characters',
  },
  'text-encoding-unknown': {
    zh: '文字编码无法识别（支持 UTF-8、GBK/GB18030、带标记的 UTF-16），请另存为“CSV UTF-8”后再导入',
    en: 'the encoding of the text is not known (UTF-8, GBK/GB18030 and UTF-16 with its mark are); save it as "CSV UTF-8"',
  },
  'quote-open': { zh: '引号没有闭合', en: 'a quotation mark is never closed' },
  'quote-misplaced': { zh: '引号位置不对', en: 'a quotation mark stands in the wrong place' },
  'geojson-malformed': { zh: '不是有效的 JSON', en: 'not valid JSON' },
  'geojson-not-collection': { zh: '不是 GeoJSON 要素集合', en: 'not a GeoJSON FeatureCollection' },
  'geojson-not-feature': { zh: '不是 GeoJSON 要素', en: 'not a GeoJSON Feature' },
  'geojson-geometry': { zh: '几何图形的结构不对', en: 'the geometry is not built as GeoJSON wants it' },
  'shapefile-incomplete': {
    zh: 'Shapefile 不完整：同名的 .shp 和 .dbf 必须都在压缩包中',
    en: 'the Shapefile is not whole: its .shp and .dbf of one name must both be in the zip',
  },
  'layer-damaged': { zh: 'Shapefile 已损坏，请重新导出', en: 'the Shapefile is damaged; export it again' },
  'shapefile-encoding': {
    zh: '.cpg 或 .dbf 写明的文字编码无法使用，请用 UTF-8 或 GBK 重新导出',
    en: 'the encoding that the .cpg or .dbf states cannot be used; export it as UTF-8 or GBK',
  },
  'table-missing': { zh: '文件中没有找到表格', en: 'no table was found in the file' },
  'sheet-hidden': {
    zh: '工作表是隐藏的，其中的表格也已读取',
    en: 'the sheet is hidden; its table was read all the same',
  },
  'table-empty': { zh: '表头下面没有数据行', en: 'there is no row of data below the header' },
  'cell-error-value': {
    zh: '单元格是公式错误值（如 #REF!），请更正',
    en: 'the cell holds an error of a formula such as #REF!; correct it',
  },
  'formula-without-value': {
    zh: '公式没有保存计算结果，请用 WPS 或 Excel 打开、重新计算并保存',
    en: 'the formula has no stored result; open the workbook in a spreadsheet program, recalculate and save it',
  },
  'cell-number-unreadable': { zh: '单元格的数值无法读取', en: 'the number in the cell cannot be read' },
  'date-outside-calendar': { zh: '日期超出可用范围', en: 'the date lies outside the calendar' },
  'merge-filled-down': {
    zh: '纵向合并的单元格，已把内容填到每一行',
    en: 'the cell is merged over several rows; its content was filled into each of them',
  },
  'merge-number-filled-down': {
    zh: '数字单元格纵向合并，每一行都按这个数读取，请核对是否重复计算',
    en: 'a number is merged over several rows and was read for each of them; make sure that it is not counted twice',
  },
  'merge-across': {
    zh: '横向合并的单元格跨了几列，无法判断内容属于哪一列，请拆分',
    en: 'the cell is merged across columns; which of them its content belongs to cannot be told; divide it',
  },
  'header-missing': { zh: '该列有内容但没有表头', en: 'the column has content but no header' },
  'as-of-incomplete': {
    zh: '表头上方的截止日期没有写到日，未采用',
    en: 'the as-of date above the table names no day, and was not taken',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type ReadingRule = keyof typeof READING_WORDS;

/** Whether a rule is one of reading a file. */
export function isReadingRule(rule: string): rule is ReadingRule {
  return Object.hasOwn(READING_WORDS, rule);
}
