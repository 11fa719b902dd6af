import type { Template } from '../templates/template.ts';
import { bareName } from './bare-name.ts';
import type { CellMeaning, FindingData } from './cell-report.ts';

/** A finding that takes other rows to see: in which row, at which field. */
export interface AcrossFinding {
  readonly level: 'error' | 'doubt';
  readonly rule: string;
  readonly row: number;
  /** Position of the row among the table's rows. */
  readonly position: number;
  readonly field: string;
  readonly data: FindingData;
}

/** Looks at rows as they come, and at the whole once all have come. */
export interface AcrossRows {
  readonly see: (row: number, position: number, meaningOf: (key: string) => CellMeaning | undefined) => void;
  readonly findings: () => AcrossFinding[];
}

/** Digits of a division code that name the county (GB/T 2260). */
const COUNTY_DIGITS = 6;
/** A day this far from that of most rows is a slip of the pen, or old figures. */
const YEAR_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * What one row alone does not show: an identity that an earlier row has (error), names that an earlier row has or nearly
 * has (doubt), a division code of another county than `countyCode` or than most rows have, and an as-of date more than a
 * year from that of most rows (doubts). Memory: a number a row and field, and the identities.
 */
export function acrossRows({ fields, identity, similarNames }: Template, countyCode: string | undefined): AcrossRows {
  const findings: AcrossFinding[] = [];
  const firstOfIdentity = new Map<string, number>();
  const firstOfName = new Map<string, { readonly row: number; readonly name: string }>();
  const counties = fields.filter(({ digits }) => digits).map(({ key }) => oddOnes(key, 'code-county', countyCode));
  const dates = fields.filter(({ type }) => type === 'date').map(({ key }) => oddOnes(key, 'as-of-differs', undefined));

  return {
    see: (row, position, meaningOf) => {
      const id = identityOf(identity, meaningOf);
      const firstRow = id === undefined ? undefined : firstOfIdentity.get(id);
      if (firstRow !== undefined) {
        findings.push({
          level: 'error',
          rule: 'id-twice',
          row,
          position,
          field: identity[0] ?? '',
          data: { firstRow },
        });
      } else if (id !== undefined) firstOfIdentity.set(id, row);
      if (similarNames && firstRow === undefined) {
        const data = similarTo(similarNames, row, meaningOf, firstOfName);
        if (data)
          findings.push({ level: 'doubt', rule: 'name-similar', row, position, field: similarNames.name, data });
      }
      for (const codes of counties)
        codes.see(row, position, String(meaningOf(codes.field) ?? '').slice(0, COUNTY_DIGITS));
      for (const days of dates) days.see(row, position, String(meaningOf(days.field) ?? ''));
    },
    findings: () => [
      ...findings,
      ...counties.flatMap((codes) => codes.findings(() => true)),
      ...dates.flatMap((days) => days.findings(isFarFrom)),
    ],
  };
}

function identityOf(
  identity: readonly string[],
  meaningOf: (key: string) => CellMeaning | undefined,
): string | undefined {
  if (identity.length === 0) return undefined;
  if (identity.length === 1) {
    const only = meaningOf(identity[0] ?? '');
    return only === undefined ? undefined : String(only);
  }
  const parts = identity.map(meaningOf);
  return parts[0] === undefined || parts[1] === undefined ? undefined : JSON.stringify(parts);
}

function similarTo(
  { name, within, digits }: NonNullable<Template['similarNames']>,
  row: number,
  meaningOf: (key: string) => CellMeaning | undefined,
  firstOfName: Map<string, { readonly row: number; readonly name: string }>,
): FindingData | undefined {
  const [text, scope] = [meaningOf(name), meaningOf(within)];
  if (typeof text !== 'string' || typeof scope !== 'string') return undefined;
  const key = `${scope.slice(0, digits)}/${bareName(text)}`;
  const first = firstOfName.get(key);
  if (first) return { firstRow: first.row };
  firstOfName.set(key, { row, name: text });
  return undefined;
}

/** Rows whose value differs from the expected one, or else from the one that most rows have. */
function oddOnes(field: string, rule: string, expected: string | undefined) {
  const seen = new Map<string, number>();
  const counts: number[] = [];
  const names: string[] = [];
  const rows: number[] = [];
  const positions: number[] = [];
  const values: number[] = [];
  return {
    field,
    see: (row: number, position: number, value: string): void => {
      if (value === '') return;
      const known = seen.get(value);
      const index = known ?? names.push(value) - 1;
      if (known === undefined) seen.set(value, index);
      counts[index] = (counts[index] ?? 0) + 1;
      rows.push(row);
      positions.push(position);
      values.push(index);
    },
    findings: (isOdd: (value: string, usual: string) => boolean): AcrossFinding[] => {
      const usual = expected ?? names.find((_, index) => (counts[index] ?? 0) * 2 > values.length);
      if (usual === undefined) return [];
      const odd = names.map((value) => value !== usual && isOdd(value, usual));
      return values.flatMap((value, index) =>
        odd[value]
          ? [
              {
                level: 'doubt',
                rule,
                row: rows[index] ?? 0,
                position: positions[index] ?? 0,
                field,
                data: { usual },
              } as const,
            ]
          : [],
      );
    },
  };
}

function isFarFrom(day: string, usual: string): boolean {
  return Math.abs(Date.parse(day) - Date.parse(usual)) > YEAR_DAYS * DAY_MS;
}
