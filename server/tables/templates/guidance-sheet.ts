import type ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { FieldType, Template, Words } from './template.ts';
import { choicesOf } from './template-rows.ts';

const SHEET: Words = { zh: '填表说明', en: 'How to fill in' };

const GENERAL: readonly Words[] = [
  {
    zh: '带 * 的列必填，其余可空；空白表示不清楚，不表示 0。',
    en: 'Columns with * are required; blank means not known, never 0.',
  },
  { zh: '标有“示例”的一行导入时不读取，可以保留。', en: 'The row marked "Example" is not read and may stay.' },
  {
    zh: '只填汇总数，不得填写姓名、身份证号、手机号、住址到户等个人信息，否则整个文件不予接收。',
    en: 'Counts only: a file with names of people, ID numbers, telephone numbers or flat addresses is refused as a whole.',
  },
  {
    zh: '代码列已设为文本格式，请勿改成数字，以免十二位代码变成 3.7E+11。',
    en: 'Columns of codes are text; as numbers, twelve digits would become 3.7E+11.',
  },
  {
    zh: '坐标系必须如实填写：GCJ-02（高德、腾讯）和 BD-09（百度）与实地相差数百米，导入时统一换算，不会自动猜测。',
    en: 'State the true coordinate system: GCJ-02 and BD-09 are hundreds of metres off; nothing is guessed.',
  },
];

const COLUMNS: readonly Words[] = [
  { zh: '表', en: 'Table' },
  { zh: '填写项', en: 'Item' },
  { zh: '要求', en: 'Need' },
  { zh: '格式', en: 'Form' },
  { zh: '怎样填', en: 'Explanation' },
  { zh: '可选内容', en: 'Choices' },
];

const NEED = { required: { zh: '必填', en: 'required' }, optional: { zh: '选填', en: 'optional' } } as const;

const FORMS: Readonly<Record<FieldType, Words>> = {
  text: { zh: '文字', en: 'text' },
  code: { zh: '文本', en: 'text' },
  count: { zh: '整数', en: 'whole number' },
  decimal: { zh: '数字', en: 'number' },
  'yes-no': { zh: '是或否', en: 'yes or no' },
  word: { zh: '选一个', en: 'one choice' },
  'word-list': { zh: '可选多个', en: 'several choices' },
  date: { zh: '日期', en: 'date' },
  hours: { zh: '时段', en: 'hours' },
  longitude: { zh: '坐标', en: 'coordinate' },
  latitude: { zh: '坐标', en: 'coordinate' },
  crs: { zh: '坐标系', en: 'coordinate system' },
};

const WIDTHS = [18, 34, 8, 14, 70, 40];

/** Adds the sheet that explains every column of the templates. It holds no table that a reader could take for data. */
export function addGuidance(workbook: ExcelJS.Workbook, templates: readonly Template[], language: Language): void {
  const sheet = workbook.addWorksheet(SHEET[language]);
  sheet.addRow([SHEET[language]]).font = { bold: true, size: 16 };
  GENERAL.forEach((words, index) => {
    sheet.addRow([`${index + 1}. ${words[language]}`]);
  });
  sheet.addRow([]);
  sheet.addRow(COLUMNS.map((words) => words[language])).font = { bold: true };
  for (const template of templates) {
    for (const field of template.fields) {
      sheet.addRow([
        template[language],
        field[language],
        NEED[field.required ? 'required' : 'optional'][language],
        FORMS[field.type][language],
        field.note[language],
        choicesOf(field, language)?.join(language === 'zh' ? '、' : ', ') ?? '',
      ]);
    }
  }
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}
