import { parseArgs } from 'node:util';
import { UsageFailure } from './failures.ts';
import { parseArgsOptions } from './global-options.ts';
import { nearestName } from './nearest-name.ts';
import {
  BadValue,
  type OperandOption,
  type Option,
  type OptionTable,
  type OptionValues,
  type RepeatedOption,
  type ValueOption,
} from './options.ts';
import type { Words } from './words.ts';

/**
 * The values of a verb's options. A value may begin with one dash (`--from -3.7,40.4`), not with two.
 * @param verb whose help a failure points to; undefined: the overview
 * @throws UsageFailure with every problem of the command line: unknown and repeated options, missing
 * and bad values, missing options, bare words that the verb does not take
 */
export function parseOptions<Table extends OptionTable>(
  args: readonly string[],
  table: Table,
  verb: string | undefined,
): OptionValues<Table> {
  const problems: Words[] = [];
  const { given, lists, words } = readGiven(args, table, problems);
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    if ('flag' in option) values[name] = given.has(name);
    else if ('operands' in option) values[name] = readOperands(option, words, problems);
    else if ('repeats' in option) values[name] = readList(name, option, lists.get(name) ?? [], problems);
    else values[name] = readValue(name, option, given, problems);
  }
  if (problems.length > 0) throw new UsageFailure(problems, verb);
  return values as OptionValues<Table>;
}

/** Option -> its text, '' for a flag. An option whose value is missing stands there as undefined. */
type Given = Map<string, string | undefined>;

/** A command line, sorted: options given once, those that may be repeated, and bare words. */
interface CommandLine {
  readonly given: Given;
  readonly lists: Map<string, string[]>;
  readonly words: string[];
}

function readGiven(args: readonly string[], table: OptionTable, problems: Words[]): CommandLine {
  const given: Given = new Map();
  const lists = new Map<string, string[]>();
  const words: string[] = [];
  const takesWords = Object.values(table).some((option) => 'operands' in option);
  const { tokens } = parseArgs({ args: [...args], options: parseArgsOptions(table), strict: false, tokens: true });
  let unknownAt: number | undefined;
  for (const token of tokens) {
    // The word after an option nobody knows is most likely its value.
    if (token.kind === 'positional' && unknownAt !== token.index - 1) {
      if (takesWords) words.push(token.value);
      else problems.push(strayWord(token.value));
    }
    if (token.kind !== 'option') continue;
    const option = namedOption(table, token.name);
    const problem = option ? optionProblem(token, option, given) : unknownOption(token.rawName, optionNames(table));
    if (problem) problems.push(problem);
    if (!option) unknownAt = token.index;
    if (option && 'repeats' in option && !problem) {
      lists.set(token.name, [...(lists.get(token.name) ?? []), token.value ?? '']);
    } else given.set(token.name, problem ? undefined : (token.value ?? ''));
  }
  return { given, lists, words };
}

type NamedOption = Exclude<Option, OperandOption>;

/** The option of a name; bare words have none. */
function namedOption(table: OptionTable, name: string): NamedOption | undefined {
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  return option && 'operands' in option ? undefined : option;
}

function optionNames(table: OptionTable): string[] {
  return Object.keys(table).filter((name) => namedOption(table, name) !== undefined);
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function optionProblem(token: OptionToken, option: NamedOption, given: Given): Words | undefined {
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

function readValue(name: string, option: ValueOption<unknown>, given: Given, problems: Words[]): unknown {
  const text = given.has(name) ? given.get(name) : option.default;
  if (text === undefined) {
    if (option.required && !given.has(name)) {
      problems.push({ zh: `缺少 --${name} ${option.value}`, en: `--${name} ${option.value} is required` });
    }
    return undefined;
  }
  return parsedText(name, option, text, problems);
}

function readList(name: string, option: RepeatedOption<unknown>, texts: readonly string[], problems: Words[]): unknown {
  return texts.map((text) => parsedText(name, option, text, problems));
}

function readOperands({ operands, least, most }: OperandOption, words: readonly string[], problems: Words[]): unknown {
  if (words.length < least) problems.push({ zh: `缺少 ${operands}`, en: `${operands} is missing` });
  for (const word of words.slice(most)) problems.push(strayWord(word));
  return words;
}

function parsedText(
  name: string,
  { parse }: RepeatedOption<unknown> | ValueOption<unknown>,
  text: string,
  problems: Words[],
): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    problems.push({ zh: `--${name}：${error.words.zh}`, en: `--${name}: ${error.words.en}` });
    return undefined;
  }
}
