import { GeodataError, type GeodataErrorCode, type InputProblem } from '../../geodata/errors.ts';
import type { GroupFinding } from '../../geodata/grouping/cooperation-group.ts';
import { StoreError, type StoreErrorCode } from '../db/store-error.ts';
import { problemText } from '../files/problem-words.ts';
import type { Language } from '../language.ts';
import { GEODATA_FAILURE_WORDS, STORE_FAILURE_WORDS } from '../reports/wording/failure-words.ts';
import { OsrmError } from '../routing/osrm-error.ts';
import { TooBusyError } from '../workers/county-threads.ts';
import type { ProblemBody } from './contract/shared.ts';
import { echoed } from './echo.ts';
import { frameworkWords } from './framework-problem-words.ts';
import { groupProblems } from './group-problems.ts';

type Words = Readonly<Record<Language, string>>;

/** One thing wrong with a request: where, which rule, and in words. */
export interface RequestProblem {
  /** Such as `querystring/maxMinutes` or `body/groups/0/centreId`. */
  readonly column: string;
  readonly rule: string;
  readonly text: Words;
}

/** A request that this API refuses by itself; everything else that goes wrong has an error of its own part. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly problems: readonly RequestProblem[];

  constructor(status: number, code: string, words: Words, problems: readonly RequestProblem[] = []) {
    super(words.en);
    this.name = 'RequestError';
    this.status = status;
    this.code = code;
    this.words = words;
    this.problems = problems;
  }
}

/** The one table from the engine's error codes to HTTP status. */
const STATUS_OF_GEODATA: Readonly<Record<GeodataErrorCode, number>> = {
  'osm-malformed': 422,
  'osm-unsupported': 422,
  'network-malformed': 422,
  'network-empty': 422,
  'input-invalid': 422,
  'snap-too-far': 422,
  'unknown-id': 404,
  'limit-exceeded': 413,
  'folder-foreign': 500,
};

/** And from the store's. */
const STATUS_OF_STORE: Readonly<Record<StoreErrorCode, number>> = {
  'unique-violation': 409,
  'foreign-key-violation': 422,
  'check-violation': 422,
  'invalid-value': 422,
  'serialization-failure': 503,
  cancelled: 503,
  'connection-lost': 503,
  'folder-in-use': 503,
  busy: 409,
  'version-complete': 409,
  'schema-mismatch': 503,
  unexpected: 500,
};

const BAD_REQUEST: Words = { zh: '请求有误', en: 'Bad request' };

const TITLES: Readonly<Record<number, Words>> = {
  400: BAD_REQUEST,
  403: { zh: '不允许', en: 'Forbidden' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '不支持该方法', en: 'Method not allowed' },
  406: { zh: '没有所要求的格式', en: 'Not acceptable' },
  408: { zh: '请求超时', en: 'Request timeout' },
  409: { zh: '与当前状态冲突', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  414: { zh: '地址过长', en: 'Address too long' },
  415: { zh: '不支持该内容类型', en: 'Unsupported media type' },
  422: { zh: '内容有问题', en: 'Content not valid' },
  429: { zh: '请求过多', en: 'Too many requests' },
  431: { zh: '请求头过大', en: 'Header too large' },
  500: { zh: '服务器内部错误', en: 'Internal error' },
  502: { zh: 'OSRM 服务器有误', en: 'OSRM server fault' },
  503: { zh: '暂时无法服务', en: 'Temporarily unavailable' },
};

const INTERNAL: Words = {
  zh: '服务器内部错误，详见服务器日志',
  en: 'internal error; the server log has the particulars',
};

const STORE_WORDS: Readonly<Partial<Record<StoreErrorCode, Words>>> = {
  'unique-violation': { zh: '已有同名的记录', en: 'a record of this name is there already' },
  'foreign-key-violation': { zh: '引用的对象不存在', en: 'it refers to something that is not there' },
  'check-violation': { zh: '有不允许的取值', en: 'it holds a value that is not allowed' },
  'invalid-value': { zh: '有无法保存的取值', en: 'it holds a value that cannot be stored' },
  'version-complete': { zh: '已完成的版本不能修改', en: 'a complete version is never changed' },
};

/** RFC 9457 body of a failure. What nobody foresaw says nothing of itself: it is in the log, whole. */
export function problemOf(error: unknown, language: Language): ProblemBody {
  if (error instanceof RequestError) {
    const problems = error.problems.map(({ column, rule, text }) => ({ column, rule, text: text[language] }));
    return body(error.status, error.code, error.words[language], language, problems);
  }
  if (error instanceof GeodataError) return geodataProblem(error, language);
  if (error instanceof StoreError) {
    const words = STORE_FAILURE_WORDS[error.code]?.(error.data) ?? STORE_WORDS[error.code] ?? INTERNAL;
    return body(STATUS_OF_STORE[error.code], `store-${error.code}`, words[language], language);
  }
  if (error instanceof OsrmError) return osrmProblem(error, language);
  if (error instanceof TooBusyError) {
    const words = { zh: '正在计算的任务过多，请稍后再试', en: 'too much is being computed; try again later' };
    return body(429, 'too-busy', words[language], language);
  }
  return frameworkProblem(error, language);
}

function geodataProblem({ code, data }: GeodataError, language: Language): ProblemBody {
  const detail = GEODATA_FAILURE_WORDS[code](echoedData(data))[language];
  const answer = body(STATUS_OF_GEODATA[code], code, detail, language);
  const findings = data['findings'] as readonly GroupFinding[] | undefined;
  if (findings) return { ...answer, ...groupProblems(findings, language) };
  const listed = data['problems'] as readonly (InputProblem & { readonly file?: string })[] | undefined;
  const problems = listed?.map((problem) => ({
    ...(problem.file === undefined ? {} : { file: problem.file }),
    row: problem.row,
    column: problem.column,
    rule: problem.rule,
    text: problemText(problem, language),
  }));
  return problems ? { ...answer, problems, problemCount: Number(data['problemCount']) } : answer;
}

/** An id that there is not, or the name of a file, is the client's own text. */
function echoedData(data: GeodataError['data']): GeodataError['data'] {
  const entries = Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? echoed(value) : value]);
  return Object.fromEntries(entries) as GeodataError['data'];
}

function osrmProblem({ kind, code: said }: OsrmError, language: Language): ProblemBody {
  // A refusal's code is the other server's own text.
  const code = echoed(said);
  if (code === 'not-configured') {
    const words = { zh: '没有设置 OSRM 服务器（HUBSHED_OSRM_URL）', en: 'no OSRM server is set up (HUBSHED_OSRM_URL)' };
    return body(422, 'osrm-not-configured', words[language], language);
  }
  const words: Readonly<Record<OsrmError['kind'], Words>> = {
    unavailable: { zh: 'OSRM 服务器没有应答', en: 'the OSRM server does not answer' },
    refused: { zh: `OSRM 服务器拒绝了请求（${code}）`, en: `the OSRM server refused the request (${code})` },
    untrustworthy: {
      zh: `OSRM 服务器的答复不可信（${code}）`,
      en: `the OSRM server's answer cannot be trusted (${code})`,
    },
  };
  return body(kind === 'unavailable' ? 503 : 502, `osrm-${kind}`, words[kind][language], language);
}

/** Fastify's own refusals carry a status. */
function frameworkProblem(error: unknown, language: Language): ProblemBody {
  const { statusCode, code } = (error instanceof Error ? error : {}) as Error & {
    readonly statusCode?: number;
    readonly code?: string;
  };
  if (statusCode === undefined || statusCode < 400 || statusCode > 499) {
    return body(500, 'internal', INTERNAL[language], language);
  }
  const words = frameworkWords(code) ?? TITLES[statusCode] ?? BAD_REQUEST;
  return body(statusCode, (code ?? 'refused').toLowerCase().replace(/_/g, '-'), words[language], language);
}

function body(
  status: number,
  code: string,
  detail: string,
  language: Language,
  problems?: ProblemBody['problems'],
): ProblemBody {
  const title = (TITLES[status] ?? TITLES[status < 500 ? 400 : 500])?.[language] ?? '';
  return {
    type: `urn:hubshed:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(problems === undefined ? {} : { problems }),
  };
}
