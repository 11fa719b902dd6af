import type { Queryable } from './db.ts';

/** BEGIN, work, COMMIT; ROLLBACK and the work's own error where it throws. */
export async function inOneTransaction<Value>(
  session: Queryable,
  work: (tx: Queryable) => Promise<Value>,
): Promise<Value> {
  await session.execute('BEGIN');
  try {
    const value = await work(session);
    await session.execute('COMMIT');
    return value;
  } catch (error) {
    // The work's error is the one that tells; a session that cannot roll back is lost and says so next time.
    await session.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
