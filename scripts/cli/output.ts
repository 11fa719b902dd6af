import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomically } from '../../server/files/atomic-file.ts';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';
import { text } from './option-values.ts';
import type { OptionTable } from './options.ts';

/** Where a verb's result goes that is a file's worth of text. */
export const OUTPUT_OPTIONS = {
  out: {
    value: 'FILE',
    parse: text,
    zh: '写入文件（完整写好才替换原文件），默认写到标准输出',
    en: 'write to a file, whole or not at all; default: standard output',
  },
} as const satisfies OptionTable;

/**
 * Refuses a result's path before any work is done: a folder that is missing or closed, a path that is a
 * folder, or one of the command's own inputs. Errors of the disk are Node's own.
 */
export async function checkOutput(
  path: string | undefined,
  inputs: readonly (string | undefined)[] = [],
): Promise<void> {
  if (path === undefined) return;
  await access(dirname(path), constants.W_OK);
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return;
  if ((await stat(target)).isDirectory()) {
    throw new CommandFailure(EXIT.badInput, {
      zh: `${path}: 是文件夹，不是文件`,
      en: `${path}: is a folder, not a file`,
    });
  }
  for (const input of inputs) {
    if (input === undefined || (await realpath(input).catch(() => undefined)) !== target) continue;
    throw new CommandFailure(EXIT.usage, {
      zh: `--out 与输入文件 ${input} 相同，不会覆盖输入`,
      en: `--out is the input file ${input}, which is not written over`,
    });
  }
}

/**
 * Hands over a result in pieces, so that no piece need be longer than a string may be: to a file,
 * whole or not at all, or to standard output.
 */
export async function writeResult(
  pieces: Iterable<string>,
  path: string | undefined,
  context: CommandContext,
): Promise<void> {
  if (path !== undefined) {
    await writeFileAtomically(path, Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))));
    context.note({ zh: `已写入 ${path}`, en: `written to ${path}` });
    return;
  }
  for (const piece of pieces) await context.print(piece);
}
