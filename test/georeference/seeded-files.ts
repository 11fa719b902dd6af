import { fromWgs84 } from '../../geodata/georeference/convert.ts';
import type { InvestigationRequest, StatedPoint } from '../../geodata/georeference/investigation.ts';
import {
  BD09,
  CGCS2000,
  GCJ02,
  gaussKrueger,
  type ReferenceSystem,
  referenceSystemCode,
  WGS84,
} from '../../geodata/georeference/reference-system.ts';
import { pointPosition } from '../../geodata/hexgrid/point-in-polygon.ts';
import type { MultiPolygonRings, PolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat } from '../../geodata/units.ts';
import { extractPlaces } from '../../server/networks/extract-places.ts';
import { loadNetwork } from '../../server/networks/load-network.ts';
import { readFeatures } from '../catchment/changfeng.ts';
import { mulberry32 } from '../oracles/random.ts';

/** A real county to draw files from. */
export interface PlacedCounty {
  readonly name: string;
  readonly places: readonly LonLat[];
  readonly county: MultiPolygonRings;
  readonly roadDistance: (place: LonLat) => number | undefined;
  /** Its own zone of three degrees. */
  readonly meridian: number;
}

/** What was done to a file, and what it claims. */
export type FileKind =
  | 'clean'
  | 'gcj02'
  | 'bd09'
  | 'swapped'
  | 'mixed gcj02'
  | 'mixed swapped'
  | 'zone'
  | 'zone misclaimed'
  | 'dd.mmss';

export interface SeededFile {
  readonly kind: FileKind;
  readonly request: InvestigationRequest;
  readonly withKnown: boolean;
  /** Code of the reading that is true of the file, but for the altered rows. */
  readonly truth: string;
  /** Whether the claim is true of most rows. */
  readonly honest: boolean;
  /** Rows that read otherwise than the rest. */
  readonly altered: readonly number[];
}

/** Changfeng: 220 places of OSM inside its boundary. */
export async function openChangfengPlaces(folder: string): Promise<PlacedCounty> {
  const [boundary] = readFeatures<{ readonly coordinates: MultiPolygonRings }>(`${folder}/county.geojson`);
  const places = readFeatures<{ readonly coordinates: LonLat }>(`${folder}/places.geojson`);
  return {
    name: 'changfeng',
    places: places.map(({ geometry }) => geometry.coordinates),
    county: boundary?.geometry.coordinates ?? [],
    roadDistance: await roadsOf(`${folder}/changfeng.osm.pbf`),
    meridian: 117,
  };
}

/** Gushi: the settlements of its extract inside the approximate boundary. */
export async function openGushiPlaces(folder: string): Promise<PlacedCounty> {
  const path = `${folder}/county_approx_wgs84.geojson`;
  const [boundary] = readFeatures<{ readonly coordinates: PolygonRings }>(path);
  const county = [boundary?.geometry.coordinates ?? []];
  const { settlements } = await extractPlaces(`${folder}/gushi.osm.pbf`, {
    settlements: ({ place }) => place !== undefined && /^(town|village|hamlet|suburb|neighbourhood)$/.test(place),
  });
  return {
    name: 'gushi',
    places: settlements.map(({ coord }) => coord).filter((place) => pointPosition(county, place) !== 'outside'),
    county,
    roadDistance: await roadsOf(`${folder}/gushi.osm.pbf`),
    meridian: 117,
  };
}

async function roadsOf(pbf: string): Promise<PlacedCounty['roadDistance']> {
  const network = await loadNetwork({ pbf });
  return (place) => {
    const [metres = Infinity] = snapPoints(network, [place], { limitMetres: 5000 }).metres;
    return metres === Infinity ? undefined : metres;
  };
}

const KINDS: readonly FileKind[] = [
  'clean',
  'gcj02',
  'mixed gcj02',
  'bd09',
  'clean',
  'swapped',
  'gcj02',
  'mixed swapped',
  'zone',
  'zone misclaimed',
  'dd.mmss',
  'mixed gcj02',
];

/**
 * A file of 15 to 200 rows, as another source would have them: each 50 to 300 m from the known place, in any direction.
 * Every other file has known places, for 60 to 100 % of its rows.
 */
export function seededFile(county: PlacedCounty, seed: number): SeededFile {
  const random = mulberry32(seed);
  const kind = KINDS[seed % KINDS.length] as FileKind;
  const withKnown = Math.floor(seed / KINDS.length) % 2 === 0;
  const count = 15 + Math.floor(random() * Math.min(186, county.places.length - 14));
  const knownShare = 0.6 + 0.4 * random();
  const chosen = shuffled(county.places, random).slice(0, count);
  const share = kind.startsWith('mixed') ? 0.05 + 0.35 * random() : 0;
  const altered = new Set(shuffled([...chosen.keys()], random).slice(0, Math.round(share * count)));
  const written = WRITTEN[kind](county.meridian, random);
  const points = chosen.map((place, index): StatedPoint => {
    const [x, y] = written.write(moved(place, random), altered.has(index));
    return { x, y, ...(withKnown && random() < knownShare ? { known: place } : {}) };
  });
  const { county: rings, roadDistance } = county;
  return {
    kind,
    request: { points, claimed: written.claimed, county: rings, roadDistance },
    withKnown,
    truth: written.truth,
    honest: written.honest,
    altered: [...altered].sort((a, b) => a - b),
  };
}

interface Written {
  readonly claimed: ReferenceSystem;
  readonly truth: string;
  readonly honest: boolean;
  readonly write: (place: LonLat, altered: boolean) => readonly [number, number];
}

const WRITTEN: Readonly<Record<FileKind, (meridian: number, random: () => number) => Written>> = {
  clean: (_, random) => honest(random() < 0.5 ? WGS84 : random() < 0.5 ? CGCS2000 : random() < 0.5 ? GCJ02 : BD09),
  gcj02: () => ({ ...honest(GCJ02), claimed: WGS84, honest: false }),
  bd09: (_, random) => ({ ...honest(BD09), claimed: random() < 0.5 ? WGS84 : GCJ02, honest: false }),
  swapped: () => ({
    claimed: CGCS2000,
    truth: 'EPSG:4326 swapped',
    honest: false,
    write: ([lon, lat]) => [degrees(lat), degrees(lon)],
  }),
  'mixed gcj02': () => ({
    ...honest(WGS84),
    write: (place, altered) => numbersOf(altered ? GCJ02 : WGS84, place),
  }),
  'mixed swapped': () => ({
    ...honest(WGS84),
    write: ([lon, lat], altered) => (altered ? [degrees(lat), degrees(lon)] : [degrees(lon), degrees(lat)]),
  }),
  zone: (meridian, random) => honest(zone(meridian, random() < 0.5)),
  'zone misclaimed': (meridian, random) => {
    const prefix = random() < 0.5;
    const claimed = random() < 0.5 ? zone(meridian, !prefix) : zone(meridian + 3, prefix);
    return { ...honest(zone(meridian, prefix)), claimed, honest: false };
  },
  'dd.mmss': () => ({
    claimed: WGS84,
    truth: 'EPSG:4326 dd.mmss',
    honest: false,
    write: ([lon, lat]) => [sexagesimal(lon), sexagesimal(lat)],
  }),
};

function honest(system: ReferenceSystem): Written {
  const truth = referenceSystemCode(system.kind === 'cgcs2000' ? WGS84 : system);
  return { claimed: system, truth, honest: true, write: (place) => numbersOf(system, place) };
}

function zone(meridian: number, prefix: boolean): ReferenceSystem {
  const system = gaussKrueger(3, meridian, prefix);
  if (!system) throw new Error(`No zone has the meridian ${meridian}.`);
  return system;
}

/** As a file has them: degrees to 1e-6, metres to a centimetre. */
function numbersOf(system: ReferenceSystem, place: LonLat): readonly [number, number] {
  const [x = Number.NaN, y = Number.NaN] = fromWgs84(system, place) ?? [];
  const metric = system.kind === 'gauss-krueger';
  return metric ? [Math.round(x * 100) / 100, Math.round(y * 100) / 100] : [degrees(x), degrees(y)];
}

function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** DD.MMSS with hundredths of a second. */
function sexagesimal(value: number): number {
  const hundredths = Math.round(value * 360_000);
  const [whole, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  return Number(`${whole}.${String(minutes).padStart(2, '0')}${String(hundredths % 6000).padStart(4, '0')}`);
}

function moved([lon, lat]: LonLat, random: () => number): LonLat {
  const [metres, angle] = [50 + 250 * random(), 2 * Math.PI * random()];
  const north = metres / 111_000;
  return [lon + (north * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180), lat + north * Math.cos(angle)];
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
