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

export type Option = FlagOption | ValueOption<unknown>;

/** A verb's options by name, without the dashes. Parsing, help and error messages are all made from it. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What a table's options come to: a boolean for a flag, undefined for a value that is neither given, required nor defaulted. */
export type OptionValues<Table extends OptionTable> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

type ValueOf<Entry extends Option> =
  Entry extends ValueOption<infer Value>
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
