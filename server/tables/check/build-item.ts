import type { RowOfKind } from '../checked-table.ts';
import type { TableKind } from '../table-kind.ts';
import type { CellMeaning, HourBand } from './cell-report.ts';

/** The fields of a row that say something, by key, position left out. */
export type Fields = Record<string, CellMeaning | undefined>;

/**
 * Fills in what a row leaves to a rule: ids made of other columns, defaults, hours as two numbers, a county's figure
 * under its own name. What a template's field is called is what the item's property is called, so the rest stands.
 */
export function completeItem(kind: TableKind, fields: Fields): Fields {
  return COMPLETE[kind]?.(fields) ?? fields;
}

/** `completeItem` of a row without an error has the form of its kind: required columns are filled, all types are read. */
export function asItem<Kind extends TableKind>(fields: Fields): RowOfKind[Kind] {
  return fields as unknown as RowOfKind[Kind];
}

const COMPLETE: Readonly<Partial<Record<TableKind, (fields: Fields) => Fields>>> = {
  stations: (fields) => ({ ...fields, stationId: fields['stationId'] ?? fields['name'] }),
  settlements: (fields) => withId(fields, 'unitCode'),
  compounds: (fields) => ({ ...withId(fields, 'unitCode'), kind: fields['kind'] ?? 'other' }),
  rooms: (fields) => withId(fields, 'stationId'),
  incidents: ({ hours, ...fields }) => ({ ...fields, ...(hours as HourBand | undefined) }),
  county: ({ indicator, value, unit: _, ...fields }) =>
    typeof indicator === 'string' ? { ...fields, [indicator]: value } : fields,
};

function withId(fields: Fields, scope: string): Fields {
  if (fields['id'] !== undefined || fields['name'] === undefined || fields[scope] === undefined) return fields;
  return { ...fields, id: `${fields[scope]}-${fields['name']}` };
}
