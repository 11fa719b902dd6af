import type { Settlement } from '../../geodata/catchment/places.ts';
import type { Compound, CountyRecords, VillageUnit } from '../../geodata/records/county-records.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { CountyImport } from '../../server/db/import-county.ts';
import { API_PLACES, apiCounty } from '../server/api/suite/api-county.ts';
import { at } from '../server/db/suite/small-county.ts';

/** Versions of the attacked county's data, in the order of their import. */
export const VERSIONS = ['first', 'without-one', 'moved'] as const;
export type VersionName = (typeof VERSIONS)[number];

/** A true value that nobody outside may learn. */
export interface Secret {
  readonly of: 'settlement' | 'unit' | 'compound';
  readonly figure: 'households' | 'population' | 'posts';
  readonly id: string;
  readonly name: string;
  readonly version: VersionName;
  readonly value: number;
}

/** Everything of a version that the attacks know the truth of; an outsider knows all of it but the figures. */
export interface AttackedVersion {
  readonly settlements: readonly Settlement[];
  readonly units: readonly VillageUnit[];
  readonly compounds: readonly Compound[];
}

type Row = readonly [id: string, east: number, north: number, households: number, people: number, unit: number];

/**
 * Small ones 微, each beside a large one 邻 in the same hexagon of size 8 but not of size 9, and with the smallest
 * other of its township for a companion 伴.
 */
const SETTLEMENTS: readonly Row[] = [
  ['微一', 2500, 2100, 13, 37, 1],
  ['邻一', 2850, 2100, 401, 1201, 1],
  ['伴一', 8000, 2100, 41, 127, 2],
  ['路北', 5300, 4000, 121, 403, 2],
  ['长丰', 9800, 2300, 907, 2803, 3],
  ['微二', 12_000, 1900, 17, 53, 4],
  ['邻二', 12_350, 1900, 171, 613, 4],
  ['伴二', 17_000, 2100, 43, 131, 5],
  ['东一', 15_200, 4000, 163, 509, 5],
  ['东三', 18_900, 2050, 307, 1009, 6],
  ['微三', 5200, 6800, 19, 59, 7],
  ['伴三', 4900, 6200, 31, 97, 7],
  ['北一', 5300, 8800, 211, 709, 8],
  ['北二', 5550, 6800, 151, 503, 8],
  ['北三', 5100, 7600, 36, 109, 9],
];

/** Units by number: what their tables say. Households where these are not those of their settlements. */
const UNITS: readonly (readonly [name: string, posts: number, more?: Partial<VillageUnit>])[] = [
  ['邻村', 21],
  ['路北村', 9],
  ['长丰社区', 40, { kind: 'community', urbanRuralCode: '111', buildings: 30, coveredBuildings: 27 }],
  ['邻二村', 2],
  ['东一村', 11],
  ['东三村', 17],
  ['微三村', 1],
  ['北一村', 20],
  ['北三村', 2],
];

const COMPOUNDS: readonly (readonly [id: string, unit: number, households: number, state: Compound['state']])[] = [
  ['大一', 3, 311, 'accepted'],
  ['大二', 3, 203, 'built'],
  ['小一', 3, 23, 'accepted'],
  ['伴大', 3, 67, 'accepted'],
  ['小二', 5, 28, 'under-construction'],
  ['伴小', 5, 61, 'accepted'],
  ['东大', 5, 157, 'accepted'],
];

/** Where no place, road or corner of a tile is. Secret in whatever version. */
export const DEVICE_COORDS: readonly LonLat[] = [at(7234, 3187), at(12_777, 2741), at(9641, 2287)];

/** 城关镇 is the south-west, 北乡 the north-west, 东乡 the east: as the townships of `apiCounty` lie. */
export function townshipAt(east: number, north: number): string {
  return east > 10_000 ? '东乡' : north > 5000 ? '北乡' : '城关镇';
}

const STATION_OF: Readonly<Record<string, string>> = { 城关镇: 'S1', 东乡: 'S2', 北乡: 'S3' };
const TOWNSHIP_DIGITS: Readonly<Record<string, string>> = { 城关镇: '100', 东乡: '200', 北乡: '201' };

/**
 * A version's truth. `without-one` lacks 微一, though its unit's table still counts it; in `moved` a household went from
 * 微二 to 邻二, and 邻村 and 北三村 have one post less each.
 */
export function attackedVersion(version: VersionName): AttackedVersion {
  const made = MADE.get(version) ?? makeVersion(version);
  MADE.set(version, made);
  return made;
}

const MADE = new Map<VersionName, AttackedVersion>();

function makeVersion(version: VersionName): AttackedVersion {
  const settlements = SETTLEMENTS.filter(([id]) => version !== 'without-one' || id !== '微一').map((row) =>
    settlementOf(row, version),
  );
  const whole = SETTLEMENTS.map((row) => settlementOf(row, version));
  const units = UNITS.map((_, index) => unitOf(index + 1, whole, version));
  return { settlements, units, compounds: COMPOUNDS.map(compoundOf) };
}

function settlementOf([id, east, north, households, population, unit]: Row, version: VersionName): Settlement {
  const change = version !== 'moved' ? 0 : id === '微二' ? -1 : id === '邻二' ? 1 : 0;
  const township = townshipAt(east, north);
  return {
    ...{
      id,
      name: `${id}庄`,
      coord: at(east, north),
      kind: 'natural',
      township,
      stationId: STATION_OF[township] ?? '',
    },
    ...{ households: households + change, population: population + 3 * change, unitCode: codeOf(unit) },
  };
}

function codeOf(unit: number): string {
  const [, east = 0, north = 0] = SETTLEMENTS.find((row) => row[5] === unit) ?? [];
  return `340121${TOWNSHIP_DIGITS[townshipAt(east, north)]}${200 + unit}`;
}

function unitOf(number: number, settlements: readonly Settlement[], version: VersionName): VillageUnit {
  const [name = '', posts = 0, more = {}] = UNITS[number - 1] ?? [];
  const code = codeOf(number);
  const members = settlements.filter(({ unitCode }) => unitCode === code);
  const { township = '', stationId = '', coord } = members[0] ?? {};
  const sum = (figure: 'households' | 'population') => members.reduce((total, one) => total + (one[figure] ?? 0), 0);
  const fewer = version === 'moved' && (number === 1 || number === 9) ? 1 : 0;
  return {
    ...{ code, name, kind: 'village', urbanRuralCode: '220', township, stationId, volunteers: posts - fewer },
    ...{ households: sum('households'), population: sum('population'), auxiliaries: 1, committeeMembers: 3 },
    ...(coord ? { coord } : {}),
    ...{ asOf: '2026-06-30', ...more },
  };
}

function compoundOf([id, unit, households, state]: (typeof COMPOUNDS)[number], index: number): Compound {
  const [, east = 0, north = 0] = SETTLEMENTS.find((row) => row[5] === unit) ?? [];
  const stationId = STATION_OF[townshipAt(east, north)] ?? '';
  return {
    ...{
      id,
      name: `${id}苑`,
      unitCode: codeOf(unit),
      stationId,
      kind: 'new',
      due: true,
      networked: state === 'accepted',
    },
    ...{ households, state, devices: 6 + index, onlineDevices: 5 + index, coord: at(east + 100 * index, north + 60) },
  };
}

/** The version as an import. @param code of a county, the same for all versions */
export async function attackedImport(code: string, version: VersionName): Promise<CountyImport> {
  const { settlements, units, compounds } = attackedVersion(version);
  const { records: _, ...county } = apiCounty({ code });
  const records: CountyRecords = {
    ...{ strengths: [], rooms: [], roadLengths: [], facts: {}, units, compounds },
    incidents: settlements.map(({ id }, index) => ({ settlementId: id, fromHour: 0, toHour: 8, count: 100 + index })),
    devices: DEVICE_COORDS.map((coord) => ({ coord, rangeMetres: 31 })),
  };
  return { ...county, note: version, settlements: { file: 'settlements.csv', items: settlements }, records };
}

export const ATTACKED_STATIONS = API_PLACES.stations;

/**
 * What must stay secret: figures below the thresholds, and those of companions that no version shows. 伴一 is left out:
 * `without-one`, which lacks what it stood beside, shows it rightly.
 */
export const SECRETS: readonly Secret[] = VERSIONS.flatMap((version) => secretsOf(version));

function secretsOf(version: VersionName): Secret[] {
  const { settlements, units, compounds } = attackedVersion(version);
  const of = <Item>(items: readonly Item[], ids: readonly string[], idOf: (item: Item) => string) =>
    items.filter((item) => ids.includes(idOf(item)));
  const small = of(settlements, ['微一', '微二', '微三', '伴二', '伴三'], ({ id }) => id);
  const few = of(units, ['邻二村', '微三村', '北三村'], ({ name }) => name);
  const little = of(compounds, ['小一', '小二', '伴大', '伴小'], ({ id }) => id);
  return [
    ...small.flatMap(({ id, name, households = 0, population = 0 }): Secret[] => [
      { of: 'settlement', figure: 'households', id, name, version, value: households },
      { of: 'settlement', figure: 'population', id, name, version, value: population },
    ]),
    ...few.map(({ code, name, volunteers = 0 }): Secret => {
      return { of: 'unit', figure: 'posts', id: code, name, version, value: volunteers };
    }),
    ...little.map(({ id, name, households = 0 }): Secret => {
      return { of: 'compound', figure: 'households', id, name, version, value: households };
    }),
  ];
}
