import { readStoreConfig } from '../../server/config.ts';
import { machineLine } from '../bench/machine-line.ts';
import { realDataFolder } from '../bench/real-data-folder.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { oneOf, wholeNumber } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { defineVerb } from '../cli/verb.ts';
import type { Words } from '../cli/words.ts';
import { runText } from '../load/load-report.ts';
import { type LoadStage, type RunFigures, runLoad } from '../load/run-load.ts';
import { KINDS } from '../load/tally.ts';

const [MOST_READERS, MOST_SECONDS] = [1000, 3600];

const OPTIONS = {
  readers: {
    value: 'N',
    parse: wholeNumber(1, MOST_READERS),
    default: '50',
    zh: '同时使用地图的人数（默认 50）',
    en: 'users of the map at once (default 50)',
  },
  seconds: {
    value: 'N',
    parse: wholeNumber(1, MOST_SECONDS),
    default: '30',
    zh: '两轮各测多少秒（默认 30）',
    en: 'seconds of each of the two runs (default 30)',
  },
  store: {
    value: 'STORE',
    parse: oneOf(['embedded', 'server']),
    default: 'embedded',
    zh: 'embedded：临时文件夹；server：DATABASE_URL 中的临时模式（默认 embedded）',
    en: 'embedded: a temporary folder; server: a temporary schema of DATABASE_URL (default embedded)',
  },
} as const satisfies OptionTable;

const STAGES: Readonly<Record<LoadStage, Words>> = {
  prepare: { zh: '启动服务，导入数据', en: 'starting a service, importing counties' },
  calm: { zh: '第一轮：只有读者', en: 'first run: readers alone' },
  busy: { zh: '第二轮：同时导入和计算', en: 'second run: readers beside an import and a computation' },
};

/** `hubshed load`: how long readers wait, by themselves and beside an import and a large computation. */
export const load = defineVerb({
  name: 'load',
  summary: { zh: '测量多人同时使用时的响应时间', en: 'measure how long many users at once wait' },
  details: {
    zh: '在临时数据库上启动一个只在本机可达的服务，导入示范县（以及真实数据文件夹中的长丰县，HUBSHED_REAL_DATA），先测读者，再测读者同时有导入和计算。每位读者打开地图、移动地图、查看居民点、查询出警，两次操作间隔 0.5 至 1.5 秒。测得即为成功，不论快慢；有请求失败则退出码为 1。',
    en: 'Starts a service on a temporary store, for this machine alone, with the demonstration county and, where the folder of real data is (HUBSHED_REAL_DATA), Changfeng. Readers first by themselves, then beside a writer that imports the demonstration county again and again and a job that computes under ever new rules. Each reader opens the map, moves it, has settlements explained, asks who responds to a point; 0.5 to 1.5 s lie between an answer and what it does next. However slow, what was measured is a success; where a request failed, the exit code is 1.',
  },
  options: OPTIONS,
  examples: ['load', 'load --readers 10 --seconds 10', 'load --store server'],
  async run({ readers, seconds, store }, context) {
    const { databaseUrl, cacheFolder } = readStoreConfig(context.env);
    if (store === 'server' && databaseUrl === undefined) throw databaseUrlMissing();
    const runs = await runLoad({
      ...{ readers, seconds, cacheFolder, signal: context.signal },
      databaseUrl: store === 'server' ? databaseUrl : undefined,
      realData: realDataFolder(context.env),
      onStage: (stage) => context.note(STAGES[stage]),
    });
    const machine = machineLine();
    await context.print(
      context.json
        ? jsonText(runs, { machine, store, readers, seconds })
        : pageText(runs, { machine, seconds }, context),
    );
    requireNoFailures(runs);
  },
});

type Runs = Readonly<Record<'calm' | 'busy', RunFigures>>;

function pageText(
  { calm, busy }: Runs,
  { machine, seconds }: { readonly machine: string; readonly seconds: number },
  { language }: CommandContext,
): string {
  const runs = (['calm', 'busy'] as const).map(
    (stage) => `${STAGES[stage][language]}\n\n${runText({ calm, busy }[stage], seconds, language)}`,
  );
  return [machine, ...runs].join('\n\n');
}

function jsonText({ calm, busy }: Runs, about: object): string {
  const values = ({ tally, work, service }: RunFigures) => ({
    requests: Object.fromEntries(KINDS.map((kind) => [kind, tally.of(kind)])),
    all: tally.all(),
    ...{ imports: work.importsDone, largeAnswers: work.jobsDone, service },
  });
  return JSON.stringify({ ...about, calm: values(calm), busy: values(busy) });
}

function requireNoFailures({ calm, busy }: Runs): void {
  const failures = [calm, busy].flatMap(({ tally, work }) => [...tally.failures, ...work.failures]);
  if (failures.length === 0) return;
  const list = failures.slice(0, 5).join('\n');
  throw new CommandFailure(EXIT.failure, { zh: `有请求失败：\n${list}`, en: `requests failed:\n${list}` });
}

function databaseUrlMissing(): CommandFailure {
  return new CommandFailure(EXIT.badInput, {
    zh: '请用 DATABASE_URL 给出 PostgreSQL 的地址',
    en: 'DATABASE_URL must name a PostgreSQL server',
  });
}
