import type { CommandIo, TextSink } from '../../scripts/cli/command-context.ts';
import { main } from '../../scripts/cli.ts';

/** What one command line came to. */
export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A sink that remembers what was written. */
export function textSink(isTTY = false): TextSink & { readonly text: () => string } {
  const pieces: string[] = [];
  return {
    isTTY,
    text: () => pieces.join(''),
    write(piece, done) {
      pieces.push(piece);
      done();
    },
  };
}

/** Runs a command line in this process, in English unless it or `io` says otherwise. */
export async function runCommand(argv: readonly string[], io: Partial<CommandIo> = {}): Promise<CommandOutcome> {
  const [stdout, stderr] = [textSink(), textSink()];
  const env = { HUBSHED_LANG: 'en' };
  const code = await main(argv, { stdout, stderr, env, signal: new AbortController().signal, ...io });
  return { code, out: stdout.text(), err: stderr.text() };
}
