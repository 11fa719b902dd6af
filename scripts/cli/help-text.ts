import type { Language } from '../../server/language.ts';
import { displayWidth } from '../../server/reports/display-width.ts';
import { EXIT_WORDS } from './exit-codes.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import type { Option, OptionTable } from './options.ts';
import type { Verb } from './verb.ts';

const HEADINGS = {
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  global: { zh: '通用选项', en: 'Options of every command' },
  exit: { zh: '退出码', en: 'Exit codes' },
  examples: { zh: '示例', en: 'Examples' },
} as const;

const PURPOSE = {
  zh: 'Hubshed：基于真实路网的农村派出所出警时空分析',
  en: 'Hubshed: coverage and dispatch analysis for rural police stations, on real roads',
} as const;

const STREAMS = {
  zh: '结果写到标准输出，提示和进度写到标准错误。',
  en: 'Results go to standard output, notes and progress to standard error.',
} as const;

const MORE = {
  zh: '某一命令的帮助：hubshed help <命令>',
  en: 'Help for one command: hubshed help <command>',
} as const;

/** The help of the whole program: its commands, the global options and the exit codes. */
export function overviewText(verbs: readonly Verb[], language: Language): string {
  return [
    PURPOSE[language],
    section(HEADINGS.usage[language], ['  hubshed <command> [options]']),
    section(HEADINGS.commands[language], twoColumns(verbs.map((verb) => [calledAs(verb), verb.summary[language]]))),
    section(HEADINGS.global[language], optionLines(GLOBAL_OPTIONS, language)),
    section(HEADINGS.exit[language], twoColumns(EXIT_WORDS.map(([code, words]) => [String(code), words[language]]))),
    `${STREAMS[language]}\n${MORE[language]}`,
  ].join('\n\n');
}

/** The help of one verb. */
export function verbText(verb: Verb, language: Language): string {
  return [
    `hubshed ${calledAs(verb)}: ${verb.summary[language]}`,
    section(HEADINGS.usage[language], [`  hubshed ${calledAs(verb)} ${requiredOptions(verb.options)}[options]`]),
    ...(verb.details ? [verb.details[language]] : []),
    section(HEADINGS.options[language], optionLines(verb.options, language)),
    section(HEADINGS.global[language], optionLines(GLOBAL_OPTIONS, language)),
    section(
      HEADINGS.examples[language],
      verb.examples.map((example) => `  hubshed ${example}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function calledAs({ name, action }: Verb): string {
  return action === undefined ? name : `${name} ${action}`;
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${heading}:`, ...lines].join('\n');
}

function requiredOptions(options: OptionTable): string {
  return Object.entries(options)
    .filter(([, option]) => 'operands' in option || ('required' in option && option.required))
    .map(([name, option]) => `${optionHeader(name, option)} `)
    .join('');
}

function optionLines(options: OptionTable, language: Language): string[] {
  return twoColumns(
    Object.entries(options).map(([name, option]) => [
      optionHeader(name, option),
      option[language] + remark(option, language),
    ]),
  );
}

function optionHeader(name: string, option: Option): string {
  if ('operands' in option) return option.operands;
  return 'flag' in option ? `--${name}` : `--${name} ${option.value}`;
}

function remark(option: Option, language: Language): string {
  if ('flag' in option || 'operands' in option) return '';
  if ('repeats' in option) return language === 'zh' ? '（可多次给出）' : ' (may be repeated)';
  if (option.required) return language === 'zh' ? '（必填）' : ' (required)';
  if (option.default === undefined) return '';
  return language === 'zh' ? `（默认 ${option.default}）` : ` (default ${option.default})`;
}

function twoColumns(rows: readonly (readonly [term: string, description: string])[]): string[] {
  const width = Math.max(0, ...rows.map(([term]) => displayWidth(term)));
  return rows.map(([term, description]) => `  ${term}${' '.repeat(width - displayWidth(term))}  ${description}`);
}
