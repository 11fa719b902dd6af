import { civilTimeOf } from '../../server/civil-time.ts';
import { readStoreConfig } from '../../server/config.ts';
import type { Db } from '../../server/db/db.ts';
import { openDb } from '../../server/db/open-db.ts';
import type { DatasetVersion } from '../../server/db/versions.ts';
import type { Language } from '../../server/language.ts';
import { textTable } from '../../server/reports/text-table.ts';
import type { CommandContext } from './command-context.ts';

/** Opens the store that the environment names, runs `work` on it and closes it again. */
export async function withStore<Result>(context: CommandContext, work: (db: Db) => Promise<Result>): Promise<Result> {
  const config = readStoreConfig(context.env);
  context.note({
    zh: `数据库：${config.databaseUrl ? 'PostgreSQL' : config.storeFolder}`,
    en: `store: ${config.databaseUrl ? 'PostgreSQL' : config.storeFolder}`,
  });
  const db = await openDb(config);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Versions as a table for people, the current one marked. */
export function versionsText(versions: readonly DatasetVersion[], language: Language): string {
  const zh = language === 'zh';
  const headers = zh
    ? ['代码', '县', '版本', '当前', '时间', '说明']
    : ['code', 'county', 'version', 'current', 'made', 'note'];
  const rows = versions.map(({ countyCode, countyName, number, isCurrent, createdAt, note }) => [
    ...[countyCode, countyName, String(number), isCurrent ? '*' : ''],
    ...[civilTimeOf(new Date(createdAt)).replace('T', ' '), note],
  ]);
  return textTable(
    headers.map((header) => ({ header })),
    rows,
  );
}
