import type { Words } from './words.ts';

/** An option without a value: `--json`. */
export interface FlagOption extends Words {
  readonly flag: true;
}

/** An option with a value. `zh` and `en` describe it in the help. */
export interface ValueOption<Value> extends Words {
  /** Stands for the value in the help: FILE. */
  readonly value: string;
  /** Throws `BadValue` for a text it cannot accept. */
  readonly parse: (text: string) => Value;
  /** Parsed like a text given by the user. */
  readonly default?: string;
  readonly required?: true;
}

/** An option with a value that may be given any number of times: `--crs a.csv=GCJ-02 --crs BD-09`. */
export interface RepeatedOption<Value> extends Words {
  /** Stands for the value in the help. */
  readonly value: string;
  /** Throws `BadValue` for a text it cannot accept. */
  readonly parse: (text: string) => Value;
  readonly repeats: true;
}

/** Bare words behind the verb, of which a verb has one entry at most: `check FILES...`. */
export interface OperandOption extends Words {
  /** Stands for the words in the help: FILES... */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
}

export type Option = FlagOption | ValueOption<unknown> | RepeatedOption<unknown> | OperandOption;

/** A verb's options by name, without the dashes. Parsing, help and error messages are all made from it. */
export type OptionTable = Readonly<Record<string, Option>>;

/**
 * What a table's options come to: a boolean for a flag, a list for bare words and for what may be repeated, undefined
 * for a value that is neither given, required nor defaulted.
 */
export type OptionValues<Table extends OptionTable> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

type ValueOf<Entry extends Option> = Entry extends OperandOption
  ? readonly string[]
  : Entry extends RepeatedOption<infer Value>
    ? readonly Value[]
    : Entry extends ValueOption<infer Value>
      ? Entry extends { readonly default: string } | { readonly required: true }
        ? Value
        : Value | undefined
      : boolean;

/** A text that an option cannot take, with the reason for people. */
export class BadValue extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'BadValue';
    this.words = words;
  }
}
