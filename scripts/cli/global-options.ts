import { parseArgs } from 'node:util';
import type { Language } from '../../server/language.ts';
import type { CommandStyle } from './command-context.ts';
import { oneOf } from './option-values.ts';
import type { OptionTable } from './options.ts';

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** Options of every command, before or after its name. */
export const GLOBAL_OPTIONS = {
  lang: {
    value: LANGUAGES.join('|'),
    parse: oneOf(LANGUAGES),
    zh: '语言（默认 zh，或取环境变量 HUBSHED_LANG）',
    en: 'language (default: environment variable HUBSHED_LANG, else zh)',
  },
  json: { flag: true, zh: '结果以 JSON 输出', en: 'results as JSON' },
  quiet: { flag: true, zh: '不显示提示和进度', en: 'no notes and no progress' },
  help: { flag: true, zh: '显示帮助', en: 'show help' },
  version: { flag: true, zh: '显示版本', en: 'show the version' },
} as const satisfies OptionTable;

/** What a command line says before its verb is known. */
export interface Invocation extends CommandStyle {
  readonly help: boolean;
  readonly version: boolean;
  /** The first bare word. */
  readonly verb: string | undefined;
  /** Everything else, in its order, the global options included. */
  readonly rest: readonly string[];
}

/** Reads the global options and the verb, forgiving everything else: it also serves to word the errors. */
export function readInvocation(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Invocation {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parseArgsOptions(GLOBAL_OPTIONS),
    strict: false,
    tokens: true,
  });
  const options = new Map(tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value]] : [])));
  const verb = tokens.find(({ kind }) => kind === 'positional');
  return {
    language: languageOf(options.get('lang')) ?? languageOf(env['HUBSHED_LANG']) ?? 'zh',
    json: options.has('json'),
    quiet: options.has('quiet'),
    help: options.has('help') || options.has('h'),
    version: options.has('version'),
    verb: verb && argv[verb.index],
    rest: argv.filter((_, index) => index !== verb?.index),
  };
}

/** Also takes a locale such as `en_US.UTF-8`, as an environment may hold one. */
function languageOf(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => text?.toLowerCase().split(/[-_.]/)[0] === language);
}

/** An option table in the form that `node:util` wants. */
export function parseArgsOptions(table: OptionTable): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, option]) =>
      'operands' in option ? [] : [[name, { type: 'flag' in option ? 'boolean' : 'string' }]],
    ),
  );
}
