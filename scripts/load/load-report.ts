import type { Language } from '../../server/language.ts';
import { textTable } from '../../server/reports/text-table.ts';
import type { Words } from '../cli/words.ts';
import type { RunFigures } from './run-load.ts';
import { KINDS, type LatencyFigures } from './tally.ts';

const HEADERS: readonly Words[] = [
  { zh: '请求', en: 'request' },
  { zh: '次数', en: 'count' },
  { zh: '最短 ms', en: 'min ms' },
  { zh: '中位 ms', en: 'median ms' },
  { zh: 'p95 ms', en: 'p95 ms' },
  { zh: 'p99 ms', en: 'p99 ms' },
  { zh: '最长 ms', en: 'max ms' },
  { zh: '错误', en: 'errors' },
];

const ALL: Words = { zh: '全部', en: 'all' };

/** One run as a table of the readers' requests and a line each about the service and what went on beside them. */
export function runText({ tally, work, service }: RunFigures, seconds: number, language: Language): string {
  const rows = [...KINDS.map((kind) => row(kind, tally.of(kind))), row(ALL[language], tally.all())];
  const table = textTable(
    HEADERS.map((words, index) => ({ header: words[language], align: index === 0 ? 'left' : 'right' })),
    rows,
  );
  return [table, '', besideWords(work, seconds)[language], serviceWords(service)[language]].join('\n');
}

function row(name: string, { count, min, median, p95, p99, max, errors }: LatencyFigures) {
  return [name, count, ...[min, median, p95, p99, max].map((ms) => ms?.toFixed(ms < 10 ? 1 : 0)), errors];
}

function besideWords({ importsDone, jobsDone }: RunFigures['work'], seconds: number): Words {
  return {
    zh: `同时（${seconds} 秒）：完成导入 ${importsDone} 次，完成大型计算 ${jobsDone} 次`,
    en: `beside it, in ${seconds} s: ${importsDone} imports and ${jobsDone} large answers finished`,
  };
}

function serviceWords({ loopShare, longestLoopMs, cores, memoryMegabytes }: RunFigures['service']): Words {
  const [percent, longest, busy, memory] = [100 * loopShare, longestLoopMs, cores, memoryMegabytes];
  return {
    zh: `服务进程：主线程忙 ${percent.toFixed(0)}%，最长 ${longest.toFixed(0)} ms；用 ${busy.toFixed(2)} 个处理器，内存 ${memory.toFixed(0)} MB`,
    en: `the service: main thread busy for ${percent.toFixed(0)} %, ${longest.toFixed(0)} ms at the longest; ${busy.toFixed(2)} processors, ${memory.toFixed(0)} MB`,
  };
}
