import { toWgs84 } from '../../geodata/georeference/convert.ts';
import { parseReferenceSystem } from '../../geodata/georeference/parse-reference-system.ts';
import { type ReferenceSystem, referenceSystemCode } from '../../geodata/georeference/reference-system.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { CheckedTable, GoodRow } from '../tables/checked-table.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { IntakeChoices } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';

/** A row whose position, where it has one, is known in WGS 84. */
export interface PlacedRow<Kind extends TableKind> {
  readonly row: number;
  readonly item: GoodRow<Kind>['item'];
  readonly coord?: LonLat;
  /** As the file has it. */
  readonly origin?: { readonly referenceSystem: string; readonly x: number; readonly y: number };
  readonly area?: MultiPolygonRings;
}

/** A table with its rows on the ground. */
export interface PlacedTable<Kind extends TableKind = TableKind> {
  /** Without its rows, which are those below. */
  readonly table: CheckedTable<Kind>;
  readonly rows: readonly PlacedRow<Kind>[];
  /** Points of all rows whose system is known, also of those that it puts nowhere. */
  readonly stated: readonly StatedRow[];
}

/** A row's two numbers and the system that is claimed for them. */
export interface StatedRow {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly system: ReferenceSystem;
}

/**
 * Brings the positions of a table into WGS 84, each by the system that the user chose for its file, else by its own
 * 坐标系, else by what the file states. A row whose system is not known is an error: nothing is assumed.
 */
export function placeRows<Kind extends TableKind>(
  table: CheckedTable<Kind>,
  choices: IntakeChoices,
  findings: IntakeFindings,
): PlacedTable<Kind> {
  const chosen = choices.referenceSystems?.[table.file];
  const known = new Map<string, ReferenceSystem | undefined>();
  const statedRows: StatedRow[] = [];
  const systemOf = (text: string): ReferenceSystem | undefined => {
    if (!known.has(text)) known.set(text, parseReferenceSystem(text));
    return known.get(text);
  };
  const rows = table.rows.flatMap((good): PlacedRow<Kind>[] => {
    const { row, item, position } = good;
    const stated = chosen ?? position?.crs ?? table.statedCrs;
    const isPlaced = position !== undefined || good.area !== undefined;
    if (!isPlaced) return [{ row, item }];
    if (stated === undefined) return findings.error(table, row, 'crs', 'crs-missing');
    const system = systemOf(stated);
    if (!system) return findings.error(table, row, 'crs', 'crs-unknown');
    if (position) statedRows.push({ row, x: position.x, y: position.y, system });
    const placed = placedRow(good, system);
    return placed ? [placed] : findings.error(table, row, 'lon', 'position-outside-system');
  });
  return { table: { ...table, rows: [] }, rows, stated: statedRows };
}

function placedRow<Kind extends TableKind>(
  { row, item, position, area }: GoodRow<Kind>,
  system: ReferenceSystem,
): PlacedRow<Kind> | undefined {
  const coord = position && toWgs84(system, position.x, position.y);
  const ground = area && areaInWgs84(area, system);
  if ((position && !coord) || (area && !ground)) return undefined;
  return {
    row,
    item,
    ...(position && coord
      ? { coord, origin: { referenceSystem: referenceSystemCode(system), x: position.x, y: position.y } }
      : {}),
    ...(ground ? { area: ground } : {}),
  };
}

/** Every position of an area, or undefined where one of them means nothing in the system. */
export function areaInWgs84(
  area: NonNullable<GoodRow<TableKind>['area']>,
  system: ReferenceSystem,
): MultiPolygonRings | undefined {
  let isWhole = true;
  const ground = area.map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]): LonLat => {
        const coord = toWgs84(system, x, y);
        if (!coord) isWhole = false;
        return coord ?? [0, 0];
      }),
    ),
  );
  return isWhole ? ground : undefined;
}
