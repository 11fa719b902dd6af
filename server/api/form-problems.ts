import type { Language } from '../language.ts';
import { echoed } from './echo.ts';
import { KEPT_TEXT_WORDS } from './kept-text.ts';
import { RequestError, type RequestProblem } from './problems.ts';

/** What can be wrong with a form, as against the files that come with it. */
const FORM_WORDS = {
  'field-missing': { zh: '缺少必填项', en: 'required and missing' },
  'field-twice': { zh: '该项出现两次', en: 'occurs twice' },
  'field-unknown': { zh: '没有这一项，或该项不是文件', en: 'there is no such field, or it takes no file' },
  'field-too-long': { zh: '文字过长', en: 'the text is too long' },
  ...KEPT_TEXT_WORDS,
  'file-name-unusable': {
    zh: '文件名缺失、过长或含有不能使用的字符',
    en: 'the name of the file is missing, too long or holds characters that cannot be used',
  },
  'file-name-twice': { zh: '有两个文件同名，请改名', en: 'two files have the same name; rename one' },
  'profile-unknown': { zh: '没有这个速度参数', en: 'there is no such speed profile' },
  'condition-unknown': { zh: '没有这个情景', en: 'there is no such condition' },
  'tags-malformed': {
    zh: '应为文件，或 place=village,hamlet 这样的 OSM 标签',
    en: 'should be a file, or OSM tags such as place=village,hamlet',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type FormRule = keyof typeof FORM_WORDS;

/** Gathers the problems of a form, so that its sender hears of all of them at once. */
export class FormProblems {
  private readonly problems: RequestProblem[] = [];

  add(field: string, rule: FormRule): void {
    this.problems.push({ column: columnOf(field), rule, text: FORM_WORDS[rule] });
  }

  has(field: string): boolean {
    return this.problems.some(({ column }) => column === columnOf(field));
  }

  /** @throws RequestError 400 where there is any problem */
  throwIfAny(): void {
    const [first] = this.problems;
    if (!first) return;
    const { column, text } = first;
    const words = { zh: `表单有问题（${column}：${text.zh}）`, en: `the form is not valid (${column}: ${text.en})` };
    throw new RequestError(400, 'form-invalid', words, this.problems);
  }
}

function columnOf(field: string): string {
  return `form/${echoed(field)}`;
}

/** The body is no form, or ends before the form does. */
export function formMalformed(): RequestError {
  return new RequestError(400, 'form-malformed', {
    zh: '表单不完整或已损坏',
    en: 'the form is damaged or cut short',
  });
}
