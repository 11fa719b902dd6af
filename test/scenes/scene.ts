import { deflateSync } from 'node:zlib';
import type { OsmMember, Tags } from '../../geodata/osm/elements.ts';
import { type WritableElements, writeOsm } from '../../geodata/osm/write-osm.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork, type RoadNetwork } from '../../geodata/roads/network.ts';
import type { SpeedProfile } from '../../geodata/roads/profile.ts';
import { car } from '../../geodata/roads/profiles/car.ts';
import { rulerAt } from '../../geodata/roads/ruler.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';

/** Metres east and north of the scene's origin. */
export type EastNorth = readonly [east: Metres, north: Metres];

export interface SceneWay {
  /** Names of nodes in order: a string where all names are one letter ('abc'), else a list. */
  readonly nodes: string | readonly string[];
  /** `highway=primary` unless they say otherwise. */
  readonly tags?: Tags;
}

export interface SceneRestriction {
  /** `no_left_turn`, `only_straight_on` ... */
  readonly kind: string;
  /** A way by its `nodes` (as a string); so too `to`, and `via` in a list. */
  readonly from: string;
  /** A node by name, or ways in a list. */
  readonly via: string | readonly string[];
  readonly to: string;
  /** Beside `type` and `restriction`. */
  readonly tags?: Tags;
}

/** A small road map in metres. */
export interface Scene {
  readonly nodes: Readonly<Record<string, EastNorth>>;
  readonly nodeTags?: Readonly<Record<string, Tags>>;
  readonly ways: readonly SceneWay[];
  readonly restrictions?: readonly SceneRestriction[];
}

/** A scene as an open network, and where its things are. */
export interface OpenScene {
  readonly network: RoadNetwork;
  /** Degrees, on the network's own grid of millionths. @throws Error for a name the scene does not have */
  readonly node: (name: string) => LonLat;
  /** Any place by metres from the origin, degrees. */
  readonly at: (east: Metres, north: Metres) => LonLat;
}

/** In the middle of a band of the ruler: distances within some 2.7 km north and south are measured by one ruler. */
const ORIGIN_LON_E6 = 117_000_000;
const ORIGIN_LAT_E6 = 32_025_000;

/** Millionths of a degree of a place in metres from the origin: whole, so good to 6 cm. */
export function microDegreesAt([east, north]: EastNorth): readonly [lonE6: number, latE6: number] {
  const ruler = rulerAt(ORIGIN_LAT_E6);
  return [
    ORIGIN_LON_E6 + Math.round(east / ruler.metresPerMicroLon),
    ORIGIN_LAT_E6 + Math.round(north / ruler.metresPerMicroLat),
  ];
}

/** Writes a scene as OSM PBF, builds its network by a profile and opens it. */
export async function openScene(scene: Scene, profile: SpeedProfile = car): Promise<OpenScene> {
  const network = openNetwork(await sceneBuffer(scene, profile));
  const degrees = (place: EastNorth): LonLat => {
    const [lonE6, latE6] = microDegreesAt(place);
    return [lonE6 / MICRODEGREES_PER_DEGREE, latE6 / MICRODEGREES_PER_DEGREE];
  };
  return { network, node: (name) => degrees(nodeOf(scene, name)), at: (east, north) => degrees([east, north]) };
}

/** The network's bytes, as `openNetwork` takes them. */
export function sceneBuffer(scene: Scene, profile: SpeedProfile = car): Promise<ArrayBuffer> {
  const bytes = scenePbf(scene);
  return buildNetwork(() => [bytes], inflateZlib, profile);
}

/** The scene as an .osm.pbf file. Ids count from 1 in the order of the scene. */
export function scenePbf(scene: Scene): Uint8Array {
  return writeOsm(sceneElements(scene), (raw) => deflateSync(raw));
}

/** Names of a way's nodes, in order. */
export function nodeNames({ nodes }: SceneWay): readonly string[] {
  return typeof nodes === 'string' ? Array.from(nodes) : nodes;
}

/** A scene's way as a restriction names it. */
export function wayName(way: SceneWay): string {
  return nodeNames(way).join('');
}

/** The tags a scene's way is written with. */
export function wayTags(way: SceneWay): Tags {
  return { highway: 'primary', ...way.tags };
}

function sceneElements(scene: Scene): WritableElements {
  const names = Object.keys(scene.nodes);
  const nodeId = (name: string): number => {
    nodeOf(scene, name);
    return names.indexOf(name) + 1;
  };
  const wayId = (name: string): number => {
    const index = scene.ways.findIndex((way) => wayName(way) === name);
    if (index < 0) throw new Error(`The scene has no way ${name}.`);
    return index + 1;
  };
  const viaMembers = (via: SceneRestriction['via']): OsmMember[] =>
    typeof via === 'string'
      ? [{ type: 'node', id: nodeId(via), role: 'via' }]
      : via.map((way) => ({ type: 'way', id: wayId(way), role: 'via' }));
  return {
    nodes: names.map((name) => {
      const [lonE6, latE6] = microDegreesAt(nodeOf(scene, name));
      return { id: nodeId(name), lonE7: lonE6 * 10, latE7: latE6 * 10, tags: scene.nodeTags?.[name] ?? {} };
    }),
    ways: scene.ways.map((way, i) => ({ id: i + 1, nodeIds: nodeNames(way).map(nodeId), tags: wayTags(way) })),
    relations: (scene.restrictions ?? []).map(({ kind, from, via, to, tags }, i) => ({
      id: i + 1,
      tags: { type: 'restriction', restriction: kind, ...tags },
      members: [
        { type: 'way', id: wayId(from), role: 'from' },
        ...viaMembers(via),
        { type: 'way', id: wayId(to), role: 'to' },
      ],
    })),
  };
}

function nodeOf(scene: Scene, name: string): EastNorth {
  const node = scene.nodes[name];
  if (!node) throw new Error(`The scene has no node ${name}.`);
  return node;
}
