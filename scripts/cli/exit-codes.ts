import type { Words } from './words.ts';

/** What the command line ends with. Scripts rely on the numbers: add, never change. */
export const EXIT = { ok: 0, failure: 1, usage: 2, badInput: 3, noAnswer: 4, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The meaning of each exit code, as the help lists them. */
export const EXIT_WORDS: readonly (readonly [code: ExitCode, words: Words])[] = [
  [EXIT.ok, { zh: '成功', en: 'success' }],
  [EXIT.failure, { zh: '意外错误，或自检未通过', en: 'an unexpected failure, or a failed self-check' }],
  [EXIT.usage, { zh: '命令或选项有误', en: 'the command or its options are wrong' }],
  [
    EXIT.badInput,
    { zh: '输入文件有问题，或文件无法读写', en: 'an input file is bad, or a file cannot be read or written' },
  ],
  [
    EXIT.noAnswer,
    { zh: '算不出结果（没有可通行道路、不可达等）', en: 'there is no answer: no road, nothing reachable' },
  ],
  [EXIT.interrupted, { zh: '被 Ctrl-C 中断', en: 'interrupted by Ctrl-C' }],
];
