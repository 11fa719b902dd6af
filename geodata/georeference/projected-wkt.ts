import { falseEasting } from './convert.ts';
import { CGCS2000, gaussKrueger, type ReferenceSystem, WEB_MERCATOR, WGS84 } from './reference-system.ts';

/** A node of well-known text: `PARAMETER["central_meridian",117]`. */
interface WktNode {
  readonly keyword: string;
  readonly values: readonly (string | number | WktNode)[];
}

/**
 * The reference system of well-known text, as in a `.prj` (ESRI's and OGC's dialects, and WKT 2): geographic WGS 84 or
 * CGCS2000, Web Mercator, Gauss-Krueger of CGCS2000. What counts are datum, projection and parameters; the name, the
 * authority and the order of axes do not, since files keep x before y. Anything else, other units and scales included,
 * is undefined, and so is text that is not whole.
 */
export function parseWktSystem(text: string): ReferenceSystem | undefined {
  const root = parseWkt(text);
  if (!root) return undefined;
  const datum = datumOf(root);
  if (!isProjected(root)) return unitsAre(root, Math.PI / 180, 1e-9) ? datum : undefined;
  const projection = normal(nameOf(find(root, 'projection') ?? find(root, 'method')));
  if (/mercatorauxiliarysphere|popularvisualisationpseudomercator/.test(projection)) return WEB_MERCATOR;
  if (projection === 'mercator1sp' && /pseudomercator|webmercator/.test(normal(nameOf(root)))) return WEB_MERCATOR;
  if (!/^(transversemercator|gausskruger)$/.test(projection) || datum?.kind !== 'cgcs2000') return undefined;
  return isMetric(root) ? zoneOfParameters(root) : undefined;
}

function zoneOfParameters(root: WktNode): ReferenceSystem | undefined {
  const meridian = parameter(root, ['centralmeridian', 'longitudeofnaturalorigin']);
  const easting = parameter(root, ['falseeasting']);
  const plain =
    (parameter(root, ['falsenorthing']) ?? 0) === 0 &&
    (parameter(root, ['latitudeoforigin', 'latitudeofnaturalorigin']) ?? 0) === 0 &&
    (parameter(root, ['scalefactor', 'scalefactoratnaturalorigin']) ?? 1) === 1;
  if (meridian === undefined || easting === undefined || !plain) return undefined;
  const saysSix =
    /(?<!\d)6degree|gausskruger(zone|cm)|cgcs2000gk/.test(normal(nameOf(root))) &&
    !/3degree/.test(normal(nameOf(root)));
  if (easting === 500_000) return gaussKrueger(saysSix ? 6 : 3, meridian, false) ?? gaussKrueger(3, meridian, false);
  return ([3, 6] as const)
    .map((width) => gaussKrueger(width, meridian, true))
    .find((zone) => zone && easting === falseEasting(zone));
}

function datumOf(root: WktNode): ReferenceSystem | undefined {
  const name = normal(nameOf(find(root, 'datum') ?? find(root, 'ensemble')));
  if (/^d?(wgs1984|wgs84|worldgeodeticsystem1984)(ensemble)?$/.test(name)) return WGS84;
  return /^d?(china2000|cgcs2000|chinageodeticcoordinatesystem2000)$/.test(name) ? CGCS2000 : undefined;
}

function isProjected({ keyword }: WktNode): boolean {
  return /^proj/.test(keyword);
}

/** The unit of the system itself stands beside its projection, not inside the geographic system. */
function isMetric(root: WktNode): boolean {
  const direct = root.values.filter(isNode);
  const unit = direct.find(({ keyword }) => /^(length)?unit$/.test(keyword)) ?? find(root, 'lengthunit');
  return unit?.values[1] === 1;
}

function unitsAre(root: WktNode, size: number, tolerance: number): boolean {
  const unit = find(root, 'unit') ?? find(root, 'angleunit');
  const value = unit?.values[1];
  return value === undefined || (typeof value === 'number' && Math.abs(value - size) < tolerance);
}

function parameter(root: WktNode, names: readonly string[]): number | undefined {
  const found = all(root).find(
    ({ keyword, values }) => keyword === 'parameter' && names.includes(normal(String(values[0]))),
  );
  const value = found?.values[1];
  return typeof value === 'number' ? value : undefined;
}

function find(root: WktNode, keyword: string): WktNode | undefined {
  return all(root).find((node) => node.keyword === keyword);
}

function all(node: WktNode): WktNode[] {
  return [node, ...node.values.filter(isNode).flatMap(all)];
}

function isNode(value: string | number | WktNode): value is WktNode {
  return typeof value === 'object';
}

function nameOf(node: WktNode | undefined): string {
  const [name] = node?.values ?? [];
  return typeof name === 'string' ? name : '';
}

function normal(name: string): string {
  return name
    .toLowerCase()
    .replace(/ü/g, 'u')
    .replace(/[^a-z0-9]/g, '');
}

/** The tree of well-known text, or undefined where brackets or quotes do not close. */
function parseWkt(text: string): WktNode | undefined {
  const tokens = text.match(/"(?:[^"]|"")*"|[[\](),]|[^\s"[\](),]+/g) ?? [];
  let at = 0;
  const readNode = (): WktNode | undefined => {
    const keyword = tokens[at]?.toLowerCase() ?? '';
    if (!/^[a-z]\w*$/.test(keyword) || !isOpening(tokens[at + 1])) return undefined;
    at += 2;
    const values: (string | number | WktNode)[] = [];
    for (;;) {
      const value = readValue();
      if (value === undefined) return undefined;
      values.push(value);
      const next = tokens[at++];
      if (next === ']' || next === ')') return { keyword, values };
      if (next !== ',') return undefined;
    }
  };
  const readValue = (): string | number | WktNode | undefined => {
    const token = tokens[at];
    if (token === undefined || /^[[\](),]$/.test(token)) return undefined;
    if (isOpening(tokens[at + 1])) return readNode();
    at++;
    if (token.startsWith('"')) return token.slice(1, -1);
    return Number.isFinite(Number(token)) ? Number(token) : token;
  };
  const root = readNode();
  return root && at === tokens.length ? root : undefined;
}

function isOpening(token: string | undefined): boolean {
  return token === '[' || token === '(';
}
