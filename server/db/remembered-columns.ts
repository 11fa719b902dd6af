import type { Db, Queryable } from './db.ts';

/** Normalised header -> key of the template's field, or `ignore`: by kind of table. */
export type RememberedColumns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a county's users said that headers mean. */
export async function listRememberedColumns(db: Queryable, countyCode: string): Promise<RememberedColumns> {
  const rows = await db.query<{ kind: string; header: string; field: string }>(
    `SELECT table_kind AS kind, header, field FROM remembered_column WHERE county_code = $1 ORDER BY table_kind, header`,
    [countyCode],
  );
  const found: Record<string, Record<string, string>> = {};
  for (const { kind, header, field } of rows) found[kind] = { ...found[kind], [header]: field };
  return found;
}

/** Remembers what headers mean; what was said before of the same header is replaced. Makes the county where it is new. */
export async function rememberColumns(db: Db, countyCode: string, columns: RememberedColumns): Promise<void> {
  const rows = Object.entries(columns).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([header, field]) => ({ kind, header, field })),
  );
  if (rows.length === 0) return;
  await db.transaction(async (tx) => {
    await tx.query('INSERT INTO county (code) VALUES ($1) ON CONFLICT DO NOTHING', [countyCode]);
    await tx.query(
      `INSERT INTO remembered_column (county_code, table_kind, header, field)
       SELECT $1, kind, header, field
       FROM jsonb_to_recordset($2::text::jsonb) AS row(kind text, header text, field text)
       ON CONFLICT (county_code, table_kind, header) DO UPDATE SET field = excluded.field`,
      [countyCode, JSON.stringify(rows)],
    );
  });
}
