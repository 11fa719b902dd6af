import type { CommandContext } from './command-context.ts';
import type { OptionTable, OptionValues } from './options.ts';
import type { Words } from './words.ts';

/** A command of the command line. Takes bare words only where its options have an entry for them. */
export interface Verb {
  readonly name: string;
  /** A second word that the command line must say after the name: `roads report`. */
  readonly action?: string;
  /** One line for the list of commands. */
  readonly summary: Words;
  /** What the list of options cannot say: file formats, defaults that depend on each other. */
  readonly details?: Words;
  readonly options: OptionTable;
  /** Command lines without the program's name. */
  readonly examples: readonly string[];
  /** Throws `CommandFailure`, `UsageFailure` or `GeodataError` where there is no result. */
  run(values: OptionValues<OptionTable>, context: CommandContext): Promise<void>;
}

interface TypedVerb<Table extends OptionTable> extends Omit<Verb, 'options' | 'run'> {
  readonly options: Table;
  run(values: OptionValues<Table>, context: CommandContext): Promise<void>;
}

/** A verb whose `run` receives the values of its own options with their own types. */
export function defineVerb<const Table extends OptionTable>(verb: TypedVerb<Table>): Verb {
  return verb;
}
