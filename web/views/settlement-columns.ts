import type { Messages } from '../i18n/zh.ts';
import type { RowKey } from './settlement-rows.ts';

/** A column of the settlements' table. */
export interface SettlementColumn {
  readonly key: RowKey;
  readonly title: string;
  readonly isNumeric: boolean;
  /** How its figures come about; a column of names has none. */
  readonly formula: string | undefined;
}

/** The columns, from left to right. */
export function settlementColumns({ table, formulas }: Messages): readonly SettlementColumn[] {
  const text = (key: RowKey, title: string): SettlementColumn => ({ key, title, isNumeric: false, formula: undefined });
  const figures = (key: RowKey, title: string, formula: string): SettlementColumn => ({
    key,
    title,
    isNumeric: true,
    formula,
  });
  return [
    { key: 'status', title: table.status, isNumeric: false, formula: formulas.status },
    text('name', table.name),
    text('township', table.township),
    text('own', table.own),
    text('centre', table.centre),
    figures('first', table.first, formulas.tableFirst),
    figures('support', table.support, formulas.tableSupport),
    figures('length', table.length, formulas.tableLength),
    text('reason', table.reason),
    figures('households', table.households, formulas.people10),
    figures('population', table.population, formulas.people10),
  ];
}
