import { GeodataError, type GeodataErrorCode } from '../../geodata/errors.ts';
import { StoreError } from '../../server/db/store-error.ts';
import type { Language } from '../../server/language.ts';
import {
  FILE_FAILURE_WORDS,
  fileOf,
  GEODATA_FAILURE_WORDS,
  STORE_FAILURE_WORDS,
} from '../../server/reports/wording/failure-words.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { CommandFailure, UsageFailure } from './failures.ts';
import { inputProblemLines } from './input-problem-lines.ts';
import type { Words } from './words.ts';

/** What the user hears of a failed command, and what the command ends with. */
export interface FailureReport {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

/** The one table from the engine's error codes to exit codes. */
const EXIT_OF_FAILURE: Readonly<Record<GeodataErrorCode, ExitCode>> = {
  'osm-malformed': EXIT.badInput,
  'osm-unsupported': EXIT.badInput,
  'network-malformed': EXIT.badInput,
  'network-empty': EXIT.noAnswer,
  'input-invalid': EXIT.badInput,
  'snap-too-far': EXIT.noAnswer,
  'unknown-id': EXIT.usage,
  'folder-foreign': EXIT.badInput,
  'limit-exceeded': EXIT.noAnswer,
};

/** Words a failure for people. What nobody foresaw keeps its own message, with exit code 1. */
export function failureReport(error: unknown, language: Language): FailureReport {
  if (error instanceof UsageFailure) return usageReport(error, language);
  if (error instanceof CommandFailure) return { exitCode: error.exitCode, lines: [error.words[language]] };
  if (error instanceof GeodataError) return geodataReport(error, language);
  if (error instanceof StoreError) return storeReport(error, language);
  const { code = '', path = '' } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  const fileWords = Object.hasOwn(FILE_FAILURE_WORDS, code) ? FILE_FAILURE_WORDS[code] : undefined;
  if (fileWords) return { exitCode: EXIT.badInput, lines: [fileOf({ file: path }) + fileWords[language]] };
  const message = error instanceof Error ? error.message : String(error);
  const words: Words = { zh: `意外错误：${message}`, en: `unexpected failure: ${message}` };
  return { exitCode: EXIT.failure, lines: [words[language]] };
}

function storeReport(error: StoreError, language: Language): FailureReport {
  const words = STORE_FAILURE_WORDS[error.code]?.(error.data);
  if (words) return { exitCode: EXIT.badInput, lines: [words[language]] };
  const zh = `数据库错误（${error.code}）：${error.message}`;
  const en = `the store failed (${error.code}): ${error.message}`;
  return { exitCode: EXIT.failure, lines: [language === 'zh' ? zh : en] };
}

function usageReport({ problems, verb }: UsageFailure, language: Language): FailureReport {
  const help = `hubshed help${verb === undefined ? '' : ` ${verb}`}`;
  const hint: Words = { zh: `详见 ${help}`, en: `see ${help}` };
  return { exitCode: EXIT.usage, lines: [...problems, hint].map((words) => words[language]) };
}

function geodataReport(error: GeodataError, language: Language): FailureReport {
  const exitCode = EXIT_OF_FAILURE[error.code];
  const hasList = Array.isArray(error.data['problems']);
  return {
    exitCode,
    lines: hasList ? inputProblemLines(error, language) : [GEODATA_FAILURE_WORDS[error.code](error.data)[language]],
  };
}
