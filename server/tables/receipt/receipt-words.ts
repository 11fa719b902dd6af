import type { Language } from '../../language.ts';
import type { FindingLevel } from '../finding.ts';

type Words = Readonly<Record<Language, string>>;

/** Name of the sheet that a receipt begins with. */
export const RECEIPT_SHEET: Words = { zh: '校验回执', en: 'Check receipt' };

/** Header of the column that a receipt adds. */
export const REASON_HEADER: Words = { zh: '校验结果', en: 'Check result' };

/** Header of the row numbers of the user's file, where the receipt shows some of its rows only. */
export const ORIGINAL_ROW_HEADER: Words = { zh: '原行号', en: 'Original row' };

export const LEVEL_WORDS: Readonly<Record<FindingLevel, Words>> = {
  error: { zh: '错误', en: 'Error' },
  doubt: { zh: '疑问', en: 'Doubt' },
  repair: { zh: '已修正', en: 'Repaired' },
};

export const LEVEL_MEANINGS: Readonly<Record<FindingLevel, Words>> = {
  error: { zh: '红色：该行不能导入，请改正', en: 'red: the row is kept out, put it right' },
  doubt: { zh: '黄色：请核对，不影响导入', en: 'amber: look again, the row is taken' },
  repair: { zh: '蓝色：读取时已自动修正，请知悉', en: 'blue: put right when read' },
};

/** Fill of a cell, ARGB. */
export const LEVEL_COLOURS: Readonly<Record<FindingLevel, string>> = {
  error: 'FFFFC7CE',
  doubt: 'FFFFEB9C',
  repair: 'FFBDD7EE',
};

/** The worst first. */
export const LEVELS: readonly FindingLevel[] = ['error', 'doubt', 'repair'];

export const LIST_HEADERS = {
  zh: ['级别', '工作表', '行', '列', '原因'],
  en: ['Level', 'Sheet', 'Row', 'Column', 'Reason'],
} as const;

export const NOTES = {
  file: { zh: '文件', en: 'File' },
  privacy: {
    zh: '文件中疑似含有个人信息，整个文件未接收，也未保存。请删除下列单元格或列后重新提交。',
    en: 'The file seems to hold personal data. It was refused as a whole and not stored. Remove these cells or columns.',
  },
  list: {
    zh: '只列出前 {most} 条，其余 {rest} 条见各工作表的“校验结果”列。',
    en: 'The first {most} are listed; for the other {rest} see the column "Check result" of each sheet.',
  },
  shortList: {
    zh: '只列出前 {most} 条，另有 {rest} 条未列出；请改正后重新校验。',
    en: 'The first {most} are listed, {rest} more are not; put these right and check again.',
  },
  excerpt: {
    zh: '原文件过大（超过 {most} 个单元格），本回执只含有问题的行，并注明原行号；请在原文件中按行号改正。',
    en: 'The file is too large (more than {most} cells): this receipt has the rows concerned only, with their row numbers.',
  },
  excerptRows: {
    zh: '有问题的行过多，另有 {rest} 行未列入。',
    en: 'There are too many such rows: {rest} more are left out.',
  },
  converted: {
    zh: '原文件不是工作簿，已按原行号转成工作簿；请在原文件中改正，或改正本表后导入。',
    en: 'The file was no workbook; its rows were put into one under their row numbers.',
  },
  lost: {
    zh: '原工作簿中的图表、透视表、宏等未带入本回执，请勿用回执代替原文件。',
    en: 'Charts, pivot tables and macros of the workbook are not in this receipt: do not put it in place of the file.',
  },
} as const;
