import type { WritableElements, WritableWay } from '../../geodata/osm/write-osm.ts';
import { rulerAt } from '../../geodata/roads/ruler.ts';
import type { SurveyedLine } from '../../geodata/roads/surveyed/surveyed-line.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';

/** How a survey differs from the map that it is drawn from. */
export interface DrawingOptions {
  readonly seed: number;
  /** Lines are cut about this often, never within 30 m of an end of the line. Default: not at all. */
  readonly cutMetres?: Metres;
  /** Which ways may be cut. Default: all. */
  readonly isCut?: (way: WritableWay) => boolean;
  /** Each end of each piece is moved by up to this, in any direction. Default 0. */
  readonly jitterMetres?: Metres;
}

const CUT_MARGIN_METRES = 30;

/** Ways of a map as a survey draws them: one line each, or pieces whose ends are a little off. Order: shuffled. */
export function drawLines(
  { nodes, ways }: Pick<WritableElements, 'nodes' | 'ways'>,
  levelOf: (way: WritableWay) => number,
  { seed, cutMetres = Infinity, isCut = () => true, jitterMetres = 0 }: DrawingOptions,
): SurveyedLine[] {
  const random = mulberry32(seed);
  const placeOf = new Map(nodes.map(({ id, lonE7, latE7 }) => [id, [lonE7 / 1e7, latE7 / 1e7] as LonLat]));
  const lines = ways.flatMap((way, index) => {
    const points = Array.from(way.nodeIds, (id) => placeOf.get(id)).filter((place): place is LonLat => !!place);
    return cutLine(points, isCut(way) ? cutMetres : Infinity, random).map(
      (piece): SurveyedLine => ({
        feature: index + 1,
        points: piece.map((point, at) =>
          at === 0 || at === piece.length - 1 ? moved(point, jitterMetres, random) : point,
        ),
        tags: way.tags,
        level: levelOf(way),
      }),
    );
  });
  return shuffled(lines, random);
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const list = items.slice();
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

function cutLine(points: readonly LonLat[], cutMetres: Metres, random: () => number): LonLat[][] {
  const pieces: LonLat[][] = [];
  let piece: LonLat[] = [points[0] as LonLat];
  let left = cutMetres * (0.5 + random());
  const total = points.reduce((sum, point, i) => sum + (i === 0 ? 0 : metresOf(points[i - 1] as LonLat, point)), 0);
  let along = 0;
  for (let i = 1; i < points.length; i++) {
    let from = points[i - 1] as LonLat;
    const to = points[i] as LonLat;
    for (let rest = metresOf(from, to); left < rest; rest = metresOf(from, to)) {
      const part = left / rest;
      along += left;
      from = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
      left = cutMetres * (0.5 + random());
      if (along < CUT_MARGIN_METRES || along > total - CUT_MARGIN_METRES) continue;
      pieces.push([...piece, from]);
      piece = [from];
    }
    left -= metresOf(from, to);
    along += metresOf(from, to);
    piece.push(to);
  }
  return [...pieces, piece];
}

function metresOf(a: LonLat, b: LonLat): Metres {
  const ruler = rulerAt(a[1] * 1e6);
  return Math.hypot((b[0] - a[0]) * 1e6 * ruler.metresPerMicroLon, (b[1] - a[1]) * 1e6 * ruler.metresPerMicroLat);
}

function moved([lon, lat]: LonLat, most: Metres, random: () => number): LonLat {
  if (most === 0) return [lon, lat];
  const ruler = rulerAt(lat * 1e6);
  const [angle, metres] = [2 * Math.PI * random(), most * Math.sqrt(random())];
  return [
    lon + (Math.cos(angle) * metres) / (ruler.metresPerMicroLon * 1e6),
    lat + (Math.sin(angle) * metres) / (ruler.metresPerMicroLat * 1e6),
  ];
}
