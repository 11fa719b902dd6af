import { networkString, type RoadNetwork } from '../../geodata/roads/network.ts';
import { ROAD_CLASSES } from '../../geodata/roads/road-class.ts';
import { type LonLat, MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import type { RowsToInsert } from './places-json.ts';
import { lineWkb } from './wkb.ts';

const INSERT_ROAD_LINES = `
  INSERT INTO road_line (version_id, ordinal, class, name, ref, geom)
  SELECT $1, ordinal, class, name, ref, ST_GeomFromWKB(decode(line, 'base64'), 4326)
  FROM jsonb_to_recordset($2::text::jsonb) AS row(ordinal int, class text, name text, ref text, line text)`;

/**
 * The lines that a map draws of a network: each piece of road once, whichever ways it may be driven, cut where class,
 * name or number change. In the order of the network's roads, which follows the ground.
 */
export function roadLines(network: RoadNetwork): RowsToInsert {
  const stretches = stretchesOf(network);
  return { sql: INSERT_ROAD_LINES, count: stretches.length, rows: rowsOf(network, stretches) };
}

/** Points of one road, the first and the last included. */
interface Stretch {
  readonly firstPoint: number;
  readonly lastPoint: number;
}

function stretchesOf(network: RoadNetwork): Stretch[] {
  const { roadCount, roadPointOffset, pointWay } = network;
  const stretches: Stretch[] = [];
  for (let road = 0; road < roadCount; road++) {
    const head = roadPointOffset[road + 1]! - 1;
    let firstPoint = roadPointOffset[road]!;
    for (let point = firstPoint + 1; point <= head; point++) {
      if (point < head && looksAlike(network, pointWay[firstPoint]!, pointWay[point]!)) continue;
      stretches.push({ firstPoint, lastPoint: point });
      firstPoint = point;
    }
  }
  return stretches;
}

function looksAlike({ wayClass, wayName, wayRef }: RoadNetwork, a: number, b: number): boolean {
  return a === b || (wayClass[a] === wayClass[b] && wayName[a] === wayName[b] && wayRef[a] === wayRef[b]);
}

function* rowsOf(network: RoadNetwork, stretches: readonly Stretch[]): Generator<object> {
  const { pointWay, wayClass, wayName, wayRef } = network;
  const textOrNull = (index: number): string | null => networkString(network, index) || null;
  for (const stretch of stretches) {
    const way = pointWay[stretch.firstPoint]!;
    yield {
      class: ROAD_CLASSES[wayClass[way]!],
      name: textOrNull(wayName[way]!),
      ref: textOrNull(wayRef[way]!),
      line: lineWkb(lineOf(network, stretch)),
    };
  }
}

function lineOf({ pointLonE6, pointLatE6 }: RoadNetwork, { firstPoint, lastPoint }: Stretch): LonLat[] {
  return Array.from({ length: lastPoint - firstPoint + 1 }, (_, i): LonLat => {
    const point = firstPoint + i;
    return [pointLonE6[point]! / MICRODEGREES_PER_DEGREE, pointLatE6[point]! / MICRODEGREES_PER_DEGREE];
  });
}
