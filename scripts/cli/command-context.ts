import type { Language } from '../../server/language.ts';
import type { Words } from './words.ts';

/** The world outside a command. Tests bring their own. */
export interface CommandIo {
  readonly stdout: TextSink;
  /** Progress is drawn only where this is a terminal. */
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface TextSink {
  readonly isTTY?: boolean;
  write(text: string, done: (error?: Error | null) => void): unknown;
}

/** What the global options say. */
export interface CommandStyle {
  readonly language: Language;
  /** Results as JSON. */
  readonly json: boolean;
  /** No notes and no progress. */
  readonly quiet: boolean;
}

/** What a verb talks through. */
export interface CommandContext extends CommandStyle {
  readonly env: CommandIo['env'];
  readonly signal: AbortSignal;
  /** Writes a result to standard output, a line end after it where it has none. */
  print(text: string): Promise<void>;
  /** Says something about the result on standard error. */
  note(words: Words): void;
  /** Shows how far a long step has come, on a terminal only; `done` out of `total`. */
  progress(step: Words, done: number, total: number): void;
}

const PROGRESS_INTERVAL_MS = 100;
const CLEAR_LINE = '\r\u001B[K';

/** The context of one run of a verb. */
export function createContext({ stdout, stderr, env, signal }: CommandIo, style: CommandStyle): CommandContext {
  const showsProgress = stderr.isTTY === true && !style.quiet;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  const say = (text: string): void => {
    stderr.write(text, ignoreOutcome);
  };
  const clear = (): void => {
    if (isDrawn) say(CLEAR_LINE);
    isDrawn = false;
  };
  return {
    language: style.language,
    json: style.json,
    quiet: style.quiet,
    env,
    signal,
    print(text) {
      clear();
      return writeText(stdout, text.endsWith('\n') ? text : `${text}\n`);
    },
    note(words) {
      clear();
      if (!style.quiet) say(`${words[style.language]}\n`);
    },
    progress(step, done, total) {
      if (!showsProgress) return;
      if (done >= total) return clear();
      if (performance.now() - drawnAt < PROGRESS_INTERVAL_MS) return;
      drawnAt = performance.now();
      isDrawn = true;
      say(`${CLEAR_LINE}${step[style.language]} ${done}/${total}`);
    },
  };
}

/** Writes and waits until the text is handed over; rejects where it cannot be. */
export function writeText(sink: TextSink, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Where standard error is gone, there is nobody left to tell. */
function ignoreOutcome(): void {}
