/**
 * SQL of a timestamp as ISO 8601 in UTC, to the millisecond: `2026-11-24T14:30:00.123Z`. JSON of PostgreSQL's own
 * would be in the time zone of the session, which is each server's own.
 */
export function isoText(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
