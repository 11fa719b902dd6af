import type { ExitCode } from './exit-codes.ts';
import type { Words } from './words.ts';

/** Ends the command with an exit code and a sentence for people. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;
  readonly words: Words;

  constructor(exitCode: ExitCode, words: Words) {
    super(words.en);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
    this.words = words;
  }
}

/** A command line that cannot be followed, with all of its problems at once. */
export class UsageFailure extends Error {
  readonly problems: readonly Words[];
  /** The command whose help answers the question. */
  readonly verb: string | undefined;

  constructor(problems: readonly Words[], verb?: string) {
    super(problems.map(({ en }) => en).join('; '));
    this.name = 'UsageFailure';
    this.problems = problems;
    this.verb = verb;
  }
}
