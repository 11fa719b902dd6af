import type { GoodRow, StatedPosition } from '../checked-table.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import type { CellValue } from '../grid.ts';
import type { SheetRow, SheetTable } from '../sheet-table.ts';
import type { Fields } from './build-item.ts';
import type { CellMeaning, FilledValue, FindingData } from './cell-report.ts';
import { countyFigure } from './county-figure.ts';
import { makeFinding } from './findings-list.ts';
import type { PlannedColumn, ReadPlan } from './read-plan.ts';
import { areaProblem, axesProblem, statedPosition } from './row-position.ts';

/** Signs and words that stand for an empty cell. */
const BLANK_MARK = /^(?:[-—–－/／\\]+|n\/?a|无数据|不详|未知|暂无|空|…+)$/i;
const POSITION_KEYS: ReadonlySet<string> = new Set(['lon', 'lat', 'crs']);

/** The row being read: its meanings by slot, and what was reported about it. A class, since its buffers are reused. */
export class RowState {
  /** Whether the row has an error so far. */
  isBad = false;
  private isPositionBad = false;
  private readonly table: SheetTable;
  private readonly plan: ReadPlan;
  private readonly tableCrs: string | undefined;
  private readonly findings: Finding[];
  private readonly meanings: (CellMeaning | undefined)[];
  private row: SheetRow = { row: 0, values: [] };
  private current: PlannedColumn | undefined;

  constructor(table: SheetTable, plan: ReadPlan, tableCrs: string | undefined, findings: Finding[]) {
    this.table = table;
    this.plan = plan;
    this.tableCrs = tableCrs;
    this.findings = findings;
    this.meanings = plan.template.fields.map(() => undefined);
  }

  begin(row: SheetRow): void {
    this.row = row;
    this.isBad = false;
    this.isPositionBad = false;
    this.meanings.fill(undefined);
  }

  read(column: PlannedColumn): void {
    this.current = column;
    const value = this.row.values[column.position] ?? null;
    if (isFilled(value) && !this.isBlankMark(value)) {
      this.meanings[column.slot] = column.read(value, this.reportHere);
    } else if (column.field.required && !this.isGivenElsewhere(column)) this.reportHere('error', 'required-missing');
  }

  readonly meaningOf = (key: string): CellMeaning | undefined => this.meanings[this.plan.slotOf.get(key) ?? -1];

  /** Reports at the column of a field, or at the whole row where the table has no such column. */
  report(level: FindingLevel, rule: string, field: string, data?: FindingData): void {
    this.current = this.columnOf(field);
    this.reportHere(level, rule, data);
  }

  /** Of a row of 全县指标: its number becomes persons or yuan. */
  convertCountyFigure(): void {
    const planned = this.columnOf('value');
    if (!planned) return;
    this.current = planned;
    const [indicator, value, unit] = ['indicator', 'value', 'unit'].map(this.meaningOf);
    const statedIn = [this.cellOf('value'), planned.column.header, this.cellOf('indicator')];
    this.meanings[planned.slot] = countyFigure({ indicator, value, unit, statedIn }, this.reportHere);
  }

  /** The row's position; undefined where it has none and may, or where it is wrong, which has then been reported. */
  place(area: GoodRow<'compounds'>['area']): StatedPosition | undefined {
    const { geometry } = this.row;
    if (geometry && geometry.type !== 'Point') this.checkArea(area);
    const isPoint = geometry?.type === 'Point';
    const [x, y] = isPoint ? geometry.coordinates : [this.axis('lon'), this.axis('lat')];
    const crs = isPoint ? undefined : (this.meaningOf('crs') as string | undefined);
    if (this.isPositionBad || (x === undefined && y === undefined)) return undefined;
    const problem = axesProblem({ x, y, crs, tableCrs: this.tableCrs });
    // Where no row can name a system, that was said once of the whole table.
    const isSaid = problem?.rule === 'crs-missing' && (isPoint || !this.columnOf('crs'));
    if (problem && !isSaid) this.report('error', problem.rule, problem.field);
    return problem || x === undefined || y === undefined ? undefined : statedPosition(x, y, crs);
  }

  /** Everything that the row says but its position, by key; `basis` is what the header of 户数 says it counts. */
  fields(basis: string | undefined): Fields {
    const fields: Fields = {};
    this.plan.template.fields.forEach(({ key, type }, slot) => {
      const meaning = this.meanings[slot] ?? (type === 'date' ? this.table.asOf : undefined);
      if (meaning !== undefined && !POSITION_KEYS.has(key)) fields[key] = meaning;
    });
    if (basis !== undefined && fields['households'] !== undefined) fields['householdBasis'] ??= basis;
    return fields;
  }

  private readonly reportHere = (level: FindingLevel, rule: string, data?: FindingData): void => {
    const planned = this.current;
    if (level === 'error') {
      this.isBad = true;
      if (planned && POSITION_KEYS.has(planned.field.key)) this.isPositionBad = true;
    }
    const { row, values } = this.row;
    const value = planned && !planned.field.concealed ? (values[planned.position] ?? undefined) : undefined;
    const place = planned ? { row, column: planned.column } : { row };
    this.findings.push(makeFinding(this.table, level, rule, place, data, value));
  };

  private isBlankMark(value: FilledValue): boolean {
    if (typeof value !== 'string' || !BLANK_MARK.test(value.trim())) return false;
    this.reportHere('repair', 'blank-mark');
    return true;
  }

  private isGivenElsewhere({ field }: PlannedColumn): boolean {
    if (field.key === 'lon' || field.key === 'lat') return this.row.geometry !== undefined;
    if (field.key === 'crs') return this.tableCrs !== undefined || this.row.geometry !== undefined;
    return field.type === 'date' && this.table.asOf !== undefined;
  }

  private checkArea(area: GoodRow<'compounds'>['area']): void {
    const isAllowed = this.plan.template.kind === 'compounds' && area !== undefined;
    const rule = isAllowed ? areaProblem(area) : 'geometry-not-point';
    if (rule) this.report('error', rule, '');
  }

  private axis(key: 'lon' | 'lat'): number | undefined {
    const meaning = this.meaningOf(key);
    return typeof meaning === 'number' ? meaning : undefined;
  }

  private columnOf(key: string): PlannedColumn | undefined {
    return this.plan.columnOfSlot[this.plan.slotOf.get(key) ?? -1];
  }

  private cellOf(key: string): CellValue | undefined {
    const planned = this.columnOf(key);
    return planned && this.row.values[planned.position];
  }
}

function isFilled(value: CellValue): value is FilledValue {
  return typeof value === 'string' ? value.trim() !== '' : value !== null;
}
