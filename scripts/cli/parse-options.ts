import { parseArgs } from 'node:util';
import { UsageFailure } from './failures.ts';
import { parseArgsOptions } from './global-options.ts';
import { nearestName } from './nearest-name.ts';
import { BadValue, type Option, type OptionTable, type OptionValues } from './options.ts';
import type { Words } from './words.ts';

/**
 * The values of a verb's options. A value may begin with one dash (`--from -3.7,40.4`), not with two.
 * @param verb whose help a failure points to; undefined: the overview
 * @throws UsageFailure with every problem of the command line: unknown and repeated options, missing
 * and bad values, missing options, bare words
 */
export function parseOptions<Table extends OptionTable>(
  args: readonly string[],
  table: Table,
  verb: string | undefined,
): OptionValues<Table> {
  const problems: Words[] = [];
  const given = readGiven(args, table, problems);
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    values[name] = 'flag' in option ? given.has(name) : readValue(name, option, given, problems);
  }
  if (problems.length > 0) throw new UsageFailure(problems, verb);
  return values as OptionValues<Table>;
}

/** Option -> its text, '' for a flag. An option whose value is missing stands there as undefined. */
type Given = Map<string, string | undefined>;

function readGiven(args: readonly string[], table: OptionTable, problems: Words[]): Given {
  const given: Given = new Map();
  const { tokens } = parseArgs({ args: [...args], options: parseArgsOptions(table), strict: false, tokens: true });
  let unknownAt: number | undefined;
  for (const token of tokens) {
    // The word after an option nobody knows is most likely its value.
    if (token.kind === 'positional' && unknownAt !== token.index - 1) problems.push(strayWord(token.value));
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    const problem = option ? optionProblem(token, option, given) : unknownOption(token.rawName, Object.keys(table));
    if (problem) problems.push(problem);
    if (!option) unknownAt = token.index;
    given.set(token.name, problem ? undefined : (token.value ?? ''));
  }
  return given;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function optionProblem(token: OptionToken, option: Option, given: Given): Words | undefined {
  const { rawName, value, inlineValue } = token;
  if (given.has(token.name)) return { zh: `${rawName}：只能给一次`, en: `${rawName}: given more than once` };
  if ('flag' in option) {
    return value === undefined ? undefined : { zh: `${rawName}：不带值`, en: `${rawName}: takes no value` };
  }
  if (value !== undefined && (inlineValue || !value.startsWith('--'))) return undefined;
  return { zh: `${rawName}：缺少值 ${option.value}`, en: `${rawName}: the value ${option.value} is missing` };
}

function unknownOption(rawName: string, names: readonly string[]): Words {
  const meant = nearestName(rawName.replace(/^-+/, ''), names);
  return {
    zh: `没有选项 ${rawName}${meant ? `，是否要用 --${meant}？` : ''}`,
    en: `there is no option ${rawName}${meant ? `; did you mean --${meant}?` : ''}`,
  };
}

function strayWord(word: string): Words {
  return { zh: `多余的参数“${word}”`, en: `"${word}" belongs to no option` };
}

type ValueEntry = Exclude<Option, { readonly flag: true }>;

function readValue(name: string, option: ValueEntry, given: Given, problems: Words[]): unknown {
  const text = given.has(name) ? given.get(name) : option.default;
  if (text === undefined) {
    if (option.required && !given.has(name)) {
      problems.push({ zh: `缺少 --${name} ${option.value}`, en: `--${name} ${option.value} is required` });
    }
    return undefined;
  }
  try {
    return option.parse(text);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    problems.push({ zh: `--${name}：${error.words.zh}`, en: `--${name}: ${error.words.en}` });
    return undefined;
  }
}
