import type ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { FieldType, Template, TemplateField, Words } from './template.ts';
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

const WIDTH = 120;

/**
 * Adds the sheet that explains every column of the templates, a sentence a row in one column: laid out as a table, its
 * names of columns would be headers to a reader.
 */
export function addGuidance(workbook: ExcelJS.Workbook, templates: readonly Template[], language: Language): void {
  const sheet = workbook.addWorksheet(SHEET[language]);
  sheet.getColumn(1).width = WIDTH;
  sheet.addRow([SHEET[language]]).font = { bold: true, size: 16 };
  GENERAL.forEach((words, index) => {
    sheet.addRow([`${index + 1}. ${words[language]}`]);
  });
  for (const template of templates) {
    sheet.addRow([]);
    sheet.addRow([language === 'zh' ? `【${template.zh}】各列怎样填` : `[${template.en}] column by column`]).font = {
      bold: true,
    };
    for (const field of template.fields) sheet.addRow([fieldSentence(field, language)]);
  }
  sheet.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' };
  });
}

/** `户数（必填，整数）：…。可填：…` */
function fieldSentence(field: TemplateField, language: Language): string {
  const need = NEED[field.required ? 'required' : 'optional'][language];
  const form = FORMS[field.type][language];
  const choices = choicesOf(field, language);
  if (language === 'en') {
    return `${field.en} (${need}, ${form}): ${field.note.en}.${choices ? ` Choices: ${choices.join(', ')}.` : ''}`;
  }
  return `${field.zh}（${need}，${form}）：${field.note.zh}。${choices ? `可填：${choices.join('、')}。` : ''}`;
}
