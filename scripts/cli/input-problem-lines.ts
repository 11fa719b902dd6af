import type { GeodataError, InputProblem } from '../../geodata/errors.ts';
import { problemText } from '../../server/files/problem-words.ts';
import type { Language } from '../../server/language.ts';
import type { Words } from './words.ts';

/** Rules of the files that only the command line reads, beside those of `server/files/problem-words.ts`. */
const COMMAND_RULES = {
  'points-missing': {
    zh: '缺少成员 points：[经度,纬度] 的非空列表',
    en: 'the member points, a list of [longitude,latitude] with at least one, is missing',
  },
  'sources-missing': {
    zh: '缺少成员 sources：points 中序号（从 0 起）的非空列表',
    en: 'the member sources, a list of positions in points (from 0) with at least one, is missing',
  },
  'point-not-pair': { zh: '不是 [经度,纬度] 两个数', en: 'not a pair of numbers [longitude,latitude]' },
  'source-not-index': { zh: '不是从 0 起的整数序号', en: 'not a whole number from 0' },
  'source-beyond-points': { zh: '序号超出 points 的范围', en: 'points has no member of this number' },
} as const satisfies Record<string, Words>;

export type CommandRule = keyof typeof COMMAND_RULES;

/** The problems of an `input-invalid` error as lines for people, the file first and what is not listed last. */
export function inputProblemLines(error: GeodataError, language: Language): string[] {
  const { file, problems, problemCount } = error.data as unknown as InputInvalidData;
  const unlisted = problemCount - problems.length;
  return [
    language === 'zh' ? `${file}：发现 ${problemCount} 处问题` : `${file}: ${problemCount} problem(s)`,
    ...problems.map((problem) => `  ${lineOf(problem, language)}`),
    ...(unlisted > 0 ? [language === 'zh' ? `  ……另有 ${unlisted} 处未列出` : `  ... and ${unlisted} more`] : []),
  ];
}

/** What `inputInvalid` puts into its data. */
interface InputInvalidData {
  readonly file: string;
  readonly problems: readonly InputProblem[];
  readonly problemCount: number;
}

/** `problemText` prints a rule it does not know as it stands. */
function lineOf(problem: InputProblem, language: Language): string {
  const words: Words | undefined = isCommandRule(problem.rule) ? COMMAND_RULES[problem.rule] : undefined;
  return problemText(words ? { ...problem, rule: words[language] } : problem, language);
}

function isCommandRule(rule: string): rule is CommandRule {
  return Object.hasOwn(COMMAND_RULES, rule);
}
