import { parseReferenceSystem } from '../../geodata/georeference/parse-reference-system.ts';
import type { ReferenceSystem } from '../../geodata/georeference/reference-system.ts';
import { WGS84 } from '../../geodata/georeference/reference-system.ts';
import { headerKey } from '../files/header-key.ts';
import type { AreaFeature } from '../files/read-areas.ts';
import type { SheetRow, SheetTable } from '../tables/sheet-table.ts';
import type { IntakeChoices } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';
import { areaInWgs84 } from './placed-table.ts';

/** A layer of areas: the county's outline, or its townships. */
export interface AreaLayer {
  readonly role: 'boundary' | 'townships';
  readonly table: SheetTable;
  readonly areas: readonly AreaFeature[];
  /** One an area: the feature's row. */
  readonly rows: readonly number[];
}

const NAME_HEADERS = new Set(['名称', 'name', '乡镇名称', '乡镇', 'xzqmc', '行政区名称'].map(headerKey));
const CODE_HEADERS = new Set(['区划代码', '代码', 'code', 'id', 'xzqdm', 'adcode', '行政区代码'].map(headerKey));

/** Whether a table is a layer of polygons. */
export function isAreaTable({ rows }: SheetTable): boolean {
  return rows.length > 0 && rows.every(({ geometry }) => isPolygonal(geometry));
}

/** The areas of a layer. One area, or a name that says so, is the county's outline; several are townships. */
export function readAreaLayer(table: SheetTable, choices: IntakeChoices, findings: IntakeFindings): AreaLayer {
  const stated = choices.referenceSystems?.[table.file] ?? table.statedCrs;
  // RFC 7946 and the county's maps know degrees of WGS 84 only, unless they say otherwise.
  const system = stated === undefined ? WGS84 : parseReferenceSystem(stated);
  if (!system) findings.file('error', table.file, 'crs-unknown', undefined, table.sheet);
  const read = table.rows.map((row) => readArea(row, table, system ?? WGS84));
  const areas: AreaFeature[] = [];
  const rows: number[] = [];
  read.forEach((area, index) => {
    const row = table.rows[index]?.row ?? 1;
    if (area) {
      areas.push(area);
      rows.push(row);
    } else findings.add([{ level: 'error', rule: 'geometry-unusable', ...whereOf(table), row }]);
  });
  return { role: roleOf(table, areas.length), table, areas: system ? areas : [], rows: system ? rows : [] };
}

function whereOf({ file, sheet }: SheetTable): { file: string; sheet?: string } {
  return { file, ...(sheet === undefined ? {} : { sheet }) };
}

function roleOf({ file, sheet }: SheetTable, count: number): AreaLayer['role'] {
  const name = sheet ?? file;
  if (/县界|县域|county|boundary/i.test(name) && count > 0) return count === 1 ? 'boundary' : 'townships';
  return count === 1 && !/乡|镇|township/i.test(name) ? 'boundary' : 'townships';
}

function readArea(
  { values, geometry }: SheetRow,
  { columns }: SheetTable,
  system: ReferenceSystem,
): AreaFeature | undefined {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return undefined;
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as [
    number,
    number,
  ][][][];
  const ground = areaInWgs84(
    polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y] as const))),
    system,
  );
  if (!ground || ground.some((rings) => rings.some((ring) => !isClosed(ring)))) return undefined;
  const textUnder = (headers: ReadonlySet<string>): string => {
    const index = columns.findIndex(({ header }) => headers.has(headerKey(header)));
    return index === -1 ? '' : String(values[index] ?? '').trim();
  };
  const name = textUnder(NAME_HEADERS);
  const id = textUnder(CODE_HEADERS) || name;
  return { id, name: name || id, polygons: ground };
}

function isClosed(ring: readonly (readonly [number, number])[]): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isPolygonal(geometry: SheetRow['geometry']): boolean {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}
