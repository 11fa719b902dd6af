import { type LonLat, type Metres, MICRODEGREES_PER_DEGREE } from '../../units.ts';
import { networkString, type RoadNetwork } from '../network.ts';
import { ROAD_CLASSES, type RoadClass } from '../road-class.ts';
import { rulerAt } from '../ruler.ts';

/** One piece of road near a place, its ends `segment` and `segment + 1` being points of the network. */
export interface NearPiece {
  readonly segment: number;
  /** 0 at its first point, 1 at its second. */
  readonly part: number;
  readonly metres: Metres;
}

/** A way near a place, so that a page can let a planner pick it. */
export interface NearRoad extends NearPiece {
  /** OSM id. */
  readonly wayId: number;
  readonly name: string;
  readonly ref: string;
  readonly roadClass: RoadClass;
}

/** Pieces of road within a distance of a place, nearest first, then in the network's order. Closed ones are not there. */
export function piecesNear(network: RoadNetwork, [lon, lat]: LonLat, limitMetres: Metres): NearPiece[] {
  const [lonE6, latE6] = [Math.round(lon * MICRODEGREES_PER_DEGREE), Math.round(lat * MICRODEGREES_PER_DEGREE)];
  const { grid } = network.meta;
  const ruler = rulerAt(latE6);
  const reachLon = limitMetres / ruler.metresPerMicroLon;
  const reachLat = limitMetres / ruler.metresPerMicroLat;
  const column = (value: number) => Math.floor((value - grid.westE6) / grid.cellLonE6);
  const row = (value: number) => Math.floor((value - grid.southE6) / grid.cellLatE6);
  const found = new Map<number, NearPiece>();
  // One microdegree more, for pieces on the edge of a cell.
  for (let r = Math.max(0, row(latE6 - reachLat - 1)); r <= Math.min(grid.rows - 1, row(latE6 + reachLat + 1)); r++) {
    const lastColumn = Math.min(grid.columns - 1, column(lonE6 + reachLon + 1));
    for (let c = Math.max(0, column(lonE6 - reachLon - 1)); c <= lastColumn; c++) {
      const cell = r * grid.columns + c;
      for (let i = network.gridOffset[cell]!; i < network.gridOffset[cell + 1]!; i++) {
        const piece = pieceAt(network, network.gridSegment[i]!, lonE6, latE6);
        if (piece.metres <= limitMetres) found.set(piece.segment, piece);
      }
    }
  }
  return Array.from(found.values()).sort((a, b) => a.metres - b.metres || a.segment - b.segment);
}

/** Ways within a distance of a place, each once by its nearest piece, nearest first. */
export function roadsNear(network: RoadNetwork, point: LonLat, limitMetres: Metres): NearRoad[] {
  const byWay = new Map<number, NearRoad>();
  for (const piece of piecesNear(network, point, limitMetres)) {
    const way = network.pointWay[piece.segment]!;
    if (byWay.has(way)) continue;
    byWay.set(way, {
      ...piece,
      wayId: network.wayOsmId[way]!,
      name: networkString(network, network.wayName[way]!),
      ref: networkString(network, network.wayRef[way]!),
      roadClass: ROAD_CLASSES[network.wayClass[way]!]!,
    });
  }
  return Array.from(byWay.values());
}

function pieceAt({ pointLonE6, pointLatE6 }: RoadNetwork, segment: number, lonE6: number, latE6: number): NearPiece {
  const ruler = rulerAt(latE6);
  const east = (lonE6 - pointLonE6[segment]!) * ruler.metresPerMicroLon;
  const north = (latE6 - pointLatE6[segment]!) * ruler.metresPerMicroLat;
  const alongEast = (pointLonE6[segment + 1]! - pointLonE6[segment]!) * ruler.metresPerMicroLon;
  const alongNorth = (pointLatE6[segment + 1]! - pointLatE6[segment]!) * ruler.metresPerMicroLat;
  const squared = alongEast * alongEast + alongNorth * alongNorth;
  const along = squared === 0 ? 0 : (east * alongEast + north * alongNorth) / squared;
  const part = Math.min(1, Math.max(0, along));
  const [offEast, offNorth] = [east - part * alongEast, north - part * alongNorth];
  return { segment, part, metres: Math.sqrt(offEast * offEast + offNorth * offNorth) };
}
