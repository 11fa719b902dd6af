import type { ProblemList } from './input-problems.ts';
import { personalHeader, personalValue } from './personal-data.ts';
import type { SourceTable } from './source-table.ts';

/** Columns of bare OSM numbers, some of which have the very shape of a mobile number. */
export const OSM_ID_HEADERS: ReadonlySet<string> = new Set(['osm_node', 'osm_id', 'osm_way_id', '@id']);

/**
 * Reports every column that looks personal, and every cell that does in the other columns, whether
 * anything would have been read from them or not.
 */
export function reportPersonalData(table: Pick<SourceTable, 'headers' | 'rows'>, problems: ProblemList): void {
  const personalColumns = reportPersonalColumns(table.headers, problems);
  for (const { row, cells } of table.rows) {
    for (const [header, text] of cells) {
      const rule = personalColumns.has(header) || OSM_ID_HEADERS.has(header) ? undefined : personalValue(text);
      if (rule) problems.add(row, header, rule);
    }
  }
}

function reportPersonalColumns(headers: SourceTable['headers'], problems: ProblemList): Set<string> {
  const personalColumns = new Set<string>();
  for (const [header, row] of headers) {
    const rule = personalHeader(header) ? 'personal-column' : personalValue(header);
    if (!rule) continue;
    personalColumns.add(header);
    problems.add(row, header, rule);
  }
  return personalColumns;
}
