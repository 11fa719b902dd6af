import { GeodataError, type GeodataErrorCode } from '../../geodata/errors.ts';
import { StoreError, type StoreErrorCode } from '../../server/db/store-error.ts';
import type { Language } from '../../server/language.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { CommandFailure, UsageFailure } from './failures.ts';
import { inputProblemLines } from './input-problem-lines.ts';
import type { Words } from './words.ts';

/** What the user hears of a failed command, and what the command ends with. */
export interface FailureReport {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

type Data = GeodataError['data'];

/** What `unknown-id` may be about. */
const KIND_WORDS: Readonly<Record<string, string>> = { station: '派出所', settlement: '居民点', profile: '速度参数' };

/** The one table from the engine's error codes to exit codes and sentences. */
const GEODATA_FAILURES: Readonly<Record<GeodataErrorCode, { exitCode: ExitCode; words: (data: Data) => Words }>> = {
  'osm-malformed': {
    exitCode: EXIT.badInput,
    words: (data) => ({
      zh: `${fileOf(data)}不是有效的 OSM PBF 文件，或已损坏（字节 ${data['byteOffset']}：${data['reason']}）`,
      en: `${fileOf(data)}not a valid OSM PBF file, or damaged (byte ${data['byteOffset']}: ${data['reason']})`,
    }),
  },
  'osm-unsupported': {
    exitCode: EXIT.badInput,
    words: (data) => ({
      zh: `${fileOf(data)}OSM PBF 文件用了不支持的特性（字节 ${data['byteOffset']}：${data['feature']}）`,
      en: `${fileOf(data)}the OSM PBF file uses an unsupported feature (byte ${data['byteOffset']}: ${data['feature']})`,
    }),
  },
  'network-malformed': { exitCode: EXIT.badInput, words: networkMalformedWords },
  'network-empty': {
    exitCode: EXIT.noAnswer,
    words: (data) => ({
      zh: `${fileOf(data)}文件中没有 ${data['profile']} 可通行的道路`,
      en: `${fileOf(data)}the file holds no road open to profile ${data['profile']}`,
    }),
  },
  'input-invalid': {
    exitCode: EXIT.badInput,
    words: (data) => ({ zh: `${fileOf(data)}文件内容有问题`, en: `${fileOf(data)}the content is not valid` }),
  },
  'snap-too-far': {
    exitCode: EXIT.noAnswer,
    words: (data) => ({
      zh: `${data['point']} 附近${limitWords(data, ' 米内', '')}没有道路`,
      en: `there is no road${limitWords(data, ' m', ' within ')} near ${data['point']}`,
    }),
  },
  'unknown-id': {
    exitCode: EXIT.usage,
    words: (data) => ({
      zh: `没有名为“${data['id']}”的${KIND_WORDS[String(data['kind'])] ?? '对象'}`,
      en: `no ${data['kind']} is called "${data['id']}"`,
    }),
  },
  'folder-foreign': {
    exitCode: EXIT.badInput,
    words: (data) => ({
      zh: `${data['folder']}: 其中有不是批处理写入的文件（${data['found']}），不会覆盖或删除`,
      en: `${data['folder']}: holds ${data['found']}, which no batch wrote; nothing is written over or deleted`,
    }),
  },
  'limit-exceeded': {
    exitCode: EXIT.noAnswer,
    words: (data) => ({
      zh: `规模超出上限：${data['actual']}，最多 ${data['limit']}`,
      en: `too large: ${data['actual']}, at most ${data['limit']}`,
    }),
  },
};

/** Errors of the operating system that are about the user's file, not about this program. */
const FILE_FAILURES: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '文件或文件夹不存在', en: 'no such file or folder' },
  EACCES: { zh: '没有访问权限', en: 'permission denied' },
  EPERM: { zh: '没有操作权限', en: 'operation not permitted' },
  EISDIR: { zh: '是文件夹，不是文件', en: 'is a folder, not a file' },
  EEXIST: { zh: '已存在同名文件', en: 'a file of that name exists already' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘空间不足', en: 'no space left on the disk' },
};

/** Words a failure for people. What nobody foresaw keeps its own message, with exit code 1. */
export function failureReport(error: unknown, language: Language): FailureReport {
  if (error instanceof UsageFailure) return usageReport(error, language);
  if (error instanceof CommandFailure) return { exitCode: error.exitCode, lines: [error.words[language]] };
  if (error instanceof GeodataError) return geodataReport(error, language);
  if (error instanceof StoreError) return storeReport(error, language);
  const { code = '', path = '' } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  const fileWords = Object.hasOwn(FILE_FAILURES, code) ? FILE_FAILURES[code] : undefined;
  if (fileWords) return { exitCode: EXIT.badInput, lines: [fileOf({ file: path }) + fileWords[language]] };
  const message = error instanceof Error ? error.message : String(error);
  const words: Words = { zh: `意外错误：${message}`, en: `unexpected failure: ${message}` };
  return { exitCode: EXIT.failure, lines: [words[language]] };
}

/** What a user can do something about; everything else is ours, and keeps its message. */
const STORE_FAILURES: Readonly<Partial<Record<StoreErrorCode, (data: Data) => Words>>> = {
  'folder-in-use': (data) => ({
    zh: `${data['folder']}: 正由进程 ${data['pid'] ?? ''} 使用，同时只能有一个`,
    en: `${data['folder']}: process ${data['pid'] ?? ''} works in it; one at a time`,
  }),
  busy: () => ({ zh: '该县正由他人写入，请稍后再试', en: 'somebody else is writing this county; try again later' }),
  'connection-lost': () => ({ zh: '连不上数据库', en: 'the database cannot be reached' }),
  'schema-mismatch': () => ({ zh: '数据库由更新的版本创建', en: 'the store was made by a newer version' }),
};

function storeReport(error: StoreError, language: Language): FailureReport {
  const words = STORE_FAILURES[error.code]?.(error.data);
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
  const { exitCode, words } = GEODATA_FAILURES[error.code];
  const hasList = Array.isArray(error.data['problems']);
  return { exitCode, lines: hasList ? inputProblemLines(error, language) : [words(error.data)[language]] };
}

/** A saved network either is damaged or was built with another profile than the one asked for. */
function networkMalformedWords(data: Data): Words {
  const { built, asked, reason } = data;
  if (asked === undefined) {
    return {
      zh: `${fileOf(data)}不是可用的路网文件（${reason}）`,
      en: `${fileOf(data)}not a usable road network (${reason})`,
    };
  }
  return {
    zh: `${fileOf(data)}路网按 ${built} 构建，与要求的 ${asked} 不符`,
    en: `${fileOf(data)}the network was built with ${built}, not with ${asked} as asked`,
  };
}

function fileOf({ file }: Data): string {
  return typeof file === 'string' && file !== '' ? `${file}: ` : '';
}

/** The snap limit between two texts, or nothing where there is none. */
function limitWords({ limitMetres }: Data, after: string, before: string): string {
  return Number.isFinite(limitMetres) ? `${before}${before === '' ? ' ' : ''}${limitMetres}${after}` : '';
}
