import type { GeodataErrorCode } from '../../../geodata/errors.ts';
import type { StoreErrorCode } from '../../db/store-error.ts';
import type { Language } from '../../language.ts';

type Words = Readonly<Record<Language, string>>;

/** What an error carries beside its code. */
export type FailureData = Readonly<Record<string, unknown>>;

/** What `unknown-id` may be about. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  'rule version': '规则版本',
  county: '县',
  version: '数据版本',
  condition: '情景（该版数据没有为它建路网）',
  station: '派出所',
  settlement: '居民点',
  plan: '编组方案',
  profile: '速度参数',
  network: '路网',
  result: '已存结果',
  tile: '瓦片',
  delivery: '提交',
  file: '文件',
};

/** What the engine's errors say to people, by code; `data` is the error's own. */
export const GEODATA_FAILURE_WORDS: Readonly<Record<GeodataErrorCode, (data: FailureData) => Words>> = {
  'osm-malformed': (data) => ({
    zh: `${fileOf(data)}不是有效的 OSM PBF 文件，或已损坏（字节 ${data['byteOffset']}：${data['reason']}）`,
    en: `${fileOf(data)}not a valid OSM PBF file, or damaged (byte ${data['byteOffset']}: ${data['reason']})`,
  }),
  'osm-unsupported': (data) => ({
    zh: `${fileOf(data)}OSM PBF 文件用了不支持的特性（字节 ${data['byteOffset']}：${data['feature']}）`,
    en: `${fileOf(data)}the OSM PBF file uses an unsupported feature (byte ${data['byteOffset']}: ${data['feature']})`,
  }),
  'network-malformed': networkMalformedWords,
  'network-empty': (data) => ({
    zh: `${fileOf(data)}文件中没有 ${data['profile']} 可通行的道路`,
    en: `${fileOf(data)}the file holds no road open to profile ${data['profile']}`,
  }),
  'input-invalid': (data) => ({ zh: `${fileOf(data)}文件内容有问题`, en: `${fileOf(data)}the content is not valid` }),
  'snap-too-far': (data) => ({
    zh: `${data['point']} 附近${limitWords(data, ' 米内', '')}没有道路`,
    en: `there is no road${limitWords(data, ' m', ' within ')} near ${data['point']}`,
  }),
  'unknown-id': (data) => ({
    zh: `没有名为“${data['id']}”的${KIND_WORDS[String(data['kind'])] ?? '对象'}`,
    en: `no ${data['kind']} is called "${data['id']}"`,
  }),
  'folder-foreign': (data) => ({
    zh: `${data['folder']}: 其中有不是批处理写入的文件（${data['found']}），不会覆盖或删除`,
    en: `${data['folder']}: holds ${data['found']}, which no batch wrote; nothing is written over or deleted`,
  }),
  'limit-exceeded': (data) => ({
    zh: `${fileOf(data)}规模超出上限：${data['actual']}，最多 ${data['limit']}`,
    en: `${fileOf(data)}too large: ${data['actual']}, at most ${data['limit']}`,
  }),
};

/** Errors of the operating system that are about the user's file, not about this program. */
export const FILE_FAILURE_WORDS: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '文件或文件夹不存在', en: 'no such file or folder' },
  EACCES: { zh: '没有访问权限', en: 'permission denied' },
  EPERM: { zh: '没有操作权限', en: 'operation not permitted' },
  EISDIR: { zh: '是文件夹，不是文件', en: 'is a folder, not a file' },
  EEXIST: { zh: '已存在同名文件', en: 'a file of that name exists already' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘空间不足', en: 'no space left on the disk' },
};

/** What a user can do something about; everything else is ours, and keeps its message. */
export const STORE_FAILURE_WORDS: Readonly<Partial<Record<StoreErrorCode, (data: FailureData) => Words>>> = {
  'folder-in-use': (data) => ({
    zh: `${data['folder']}: 正由进程 ${data['pid'] ?? ''} 使用，同时只能有一个`,
    en: `${data['folder']}: process ${data['pid'] ?? ''} works in it; one at a time`,
  }),
  busy: () => ({ zh: '该县正由他人写入，请稍后再试', en: 'somebody else is writing this county; try again later' }),
  'connection-lost': () => ({ zh: '连不上数据库', en: 'the database cannot be reached' }),
  'schema-mismatch': () => ({ zh: '数据库由更新的版本创建', en: 'the store was made by a newer version' }),
};

/** A saved network either is damaged or was built with another profile than the one asked for. */
function networkMalformedWords(data: FailureData): Words {
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

/** The file's name before a sentence about it, or nothing. */
export function fileOf({ file }: FailureData): string {
  return typeof file === 'string' && file !== '' ? `${file}: ` : '';
}

/** The snap limit between two texts, or nothing where there is none. */
function limitWords({ limitMetres }: FailureData, after: string, before: string): string {
  return Number.isFinite(limitMetres) ? `${before}${before === '' ? ' ' : ''}${limitMetres}${after}` : '';
}
