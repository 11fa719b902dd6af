import { straightMetres } from '../../../geodata/catchment/catchments.ts';
import { type CellResolution, cellAt } from '../../../geodata/hexgrid/cells.ts';
import type { Compound } from '../../../geodata/records/county-records.ts';
import type { Payload } from '../payload.ts';
import { ATTACKED_STATIONS, attackedVersion, type Secret, VERSIONS, type VersionName } from '../secret-county.ts';

/** A sum that an answer shows, and the things that it is a sum of, by what anybody can tell of them. */
export interface PublishedSum {
  readonly exit: string;
  readonly version: VersionName;
  /** What it is the sum of: the same place, plan and rule have the same in every version. */
  readonly where: string;
  readonly of: Secret['of'];
  readonly figure: Secret['figure'];
  readonly members: readonly string[];
  readonly total: number;
}

interface Body {
  readonly [key: string]: unknown;
}

/** Every sum of figures that the answers show, JSON alone but for the stations' table, which is a CSV. */
export function publishedSums(payloads: readonly Payload[]): PublishedSum[] {
  return payloads.flatMap((payload) => {
    const { exit, version, form } = payload;
    const path = exit.slice(exit.lastIndexOf('}') + 1);
    const read = READERS[`${path} ${form}`];
    if (!read || version === undefined) return [];
    return read(payload, version).filter(({ total }) => typeof total === 'number');
  });
}

type Read = (payload: Payload, version: VersionName) => PublishedSum[];

const READERS: Readonly<Record<string, Read>> = {
  '/townships json': townshipSums,
  '/hexagons json': hexagonSums,
  '/catchments csv': catchmentSums,
  '/groups/evaluation json': groupSums,
  '/groups json': groupSums,
  '/coverage/video json': videoSums,
  '/coverage/volunteers json': volunteerSums,
  '/coverage/hexagons json': coverageHexagonSums,
  '/scorecard json': scorecardSums,
};

const PEOPLE = ['households', 'population'] as const;

function townshipSums({ exit, text }: Payload, version: VersionName): PublishedSum[] {
  const { townships } = JSON.parse(text) as { readonly townships: readonly Body[] };
  return townships.map(({ name, households }) => ({
    ...{ exit, version, where: `township ${name}`, of: 'settlement', figure: 'households' },
    members: attackedVersion(version).settlements.flatMap(({ id, township }) => (township === name ? id : [])),
    total: households as number,
  }));
}

function hexagonSums({ exit, text, asked }: Payload, version: VersionName): PublishedSum[] {
  const { hexagons } = JSON.parse(text) as { readonly hexagons: readonly Body[] };
  const size = Number(/resolution=(\d)/.exec(asked)?.[1]) as CellResolution;
  const inCell = new Map<string, string[]>();
  for (const { id, coord } of attackedVersion(version).settlements) {
    const cell = cellAt(coord, size);
    inCell.set(cell, [...(inCell.get(cell) ?? []), id]);
  }
  return hexagons.flatMap((hexagon) => {
    const members = inCell.get(String(hexagon['cell']));
    if (!members) return [];
    return PEOPLE.map((figure) => ({
      ...{ exit, version, where: `cell ${hexagon['cell']}`, of: 'settlement' as const, figure, members },
      total: hexagon[figure] as number,
    }));
  });
}

/** Only those of a rule by straight distance: whose members are on the map. */
function catchmentSums({ exit, facts, asked }: Payload, version: VersionName): PublishedSum[] {
  const kilometres = /metric=straight.*maxKilometres=([\d.]+)/.exec(asked)?.[1];
  if (kilometres === undefined) return [];
  return facts.map((row) => {
    const station = ATTACKED_STATIONS.find(({ id }) => id === row['id']);
    const isNear = (coord: readonly [number, number]) =>
      station !== undefined && straightMetres(station.coord, coord) <= Number(kilometres) * 1000;
    return {
      ...{ exit, version, where: `within ${kilometres} km of ${row['id']}`, of: 'settlement', figure: 'households' },
      members: attackedVersion(version).settlements.flatMap(({ id, coord }) => (isNear(coord) ? id : [])),
      total: row['households within the rule'] as number,
    };
  });
}

interface GroupsBody {
  readonly weightedBy: string;
  readonly groups: readonly GroupBody[];
  readonly standAlone: readonly GroupBody[];
  readonly settlements: readonly {
    id: string;
    groupId: string;
    standAlone: boolean;
    counted: boolean;
    status: string;
  }[];
  readonly totals: Readonly<Record<'grouped' | 'standAlone' | 'county', TallyBody>>;
}
interface TallyBody {
  readonly weight: number;
  readonly withinWeight: number;
}
interface GroupBody {
  readonly id: string;
  readonly tally: TallyBody;
}

/** Who is in a group and within the rule is in the same answer. */
function groupSums({ exit, text, asked }: Payload, version: VersionName): PublishedSum[] {
  const body = JSON.parse(text) as GroupsBody;
  const { weightedBy, groups, standAlone, settlements, totals } = body;
  if (weightedBy !== 'population' && weightedBy !== 'households') return [];
  const question = asked.replace(/[?&]version=\d/, '').replace(/counties\/\d+/, '');
  const sums = (
    place: string,
    { weight, withinWeight }: TallyBody,
    isIn: (one: (typeof settlements)[number]) => boolean,
  ) => {
    const counted = settlements.filter((one) => one.counted && isIn(one));
    const named = { exit, version, of: 'settlement' as const, figure: weightedBy } as const;
    const ids = (ones: typeof settlements) => ones.map(({ id }) => id);
    return [
      { ...named, where: `${question} ${place}`, members: ids(counted), total: weight },
      {
        ...{ ...named, where: `${question} ${place} within`, total: withinWeight },
        members: ids(counted.filter(({ status }) => status !== 'fail')),
      },
    ];
  };
  return [
    ...[...groups, ...standAlone].flatMap(({ id, tally }) => sums(id, tally, ({ groupId }) => groupId === id)),
    ...sums('grouped', totals.grouped, (one) => !one.standAlone),
    ...sums('alone', totals.standAlone, (one) => one.standAlone),
    ...sums('county', totals.county, () => true),
  ];
}

interface VideoBody {
  readonly by: string;
  readonly places: readonly {
    readonly id: string | null;
    readonly rates: readonly {
      readonly rate: string;
      readonly by: string;
      readonly reading: string;
      readonly numerator: number;
      readonly denominator: number;
    }[];
  }[];
}

const EQUIPPED: Readonly<Record<string, readonly Compound['state'][]>> = {
  accepted: ['accepted'],
  built: ['accepted', 'built'],
  'under-construction': ['accepted', 'built', 'under-construction'],
};

/** Every compound of the attacked county is due, so that a rate of coverage is of all of a place. */
function videoSums({ exit, text }: Payload, version: VersionName): PublishedSum[] {
  const { by, places } = JSON.parse(text) as VideoBody;
  if (by === 'compound') return [];
  const { units, compounds } = attackedVersion(version);
  const placeOf = ({ unitCode, stationId }: Compound): string | undefined =>
    by === 'county' ? undefined : by === 'unit' ? unitCode : by === 'station' ? stationId : townshipOf(unitCode);
  const townshipOf = (code: string) => units.find((unit) => unit.code === code)?.township;
  return places.flatMap(({ id, rates }) => {
    const here = compounds.filter((compound) => by === 'county' || placeOf(compound) === id);
    return rates
      .filter(({ rate, by: counted }) => rate === 'coverage' && counted === 'households')
      .flatMap(({ reading, numerator, denominator }) => {
        const named = { exit, version, of: 'compound' as const, figure: 'households' as const };
        const equipped = here.filter(({ state }) => EQUIPPED[reading]?.includes(state));
        return [
          { ...named, where: `${by} ${id} due`, members: here.map((one) => one.id), total: denominator },
          { ...named, where: `${by} ${id} ${reading}`, members: equipped.map((one) => one.id), total: numerator },
        ];
      });
  });
}

interface VolunteersBody {
  readonly by: string;
  readonly units: readonly Body[];
  readonly places: readonly (Body & { readonly counted: Body; readonly rural: Body })[];
}

interface CoverageCell {
  readonly cell: string;
  readonly video: { readonly due: number; readonly equipped: number } | null;
  readonly volunteers: { readonly households: number } | null;
}

/** By the cell in which a compound, or a settlement, stands. */
function coverageHexagonSums({ exit, text, asked }: Payload, version: VersionName): PublishedSum[] {
  const { hexagons } = JSON.parse(text) as { readonly hexagons: readonly CoverageCell[] };
  const size = Number(/resolution=(\d)/.exec(asked)?.[1]) as CellResolution;
  const { compounds } = attackedVersion(version);
  return hexagons.flatMap(({ cell, video }): PublishedSum[] => {
    const here = compounds.filter(({ coord }) => coord && cellAt(coord, size) === cell);
    const named = { exit, version, of: 'compound', figure: 'households', where: `cell ${cell}` } as const;
    const accepted = here.filter(({ state }) => state === 'accepted');
    if (!video) return [];
    return [
      { ...named, members: here.map(({ id }) => id), total: video.due },
      { ...named, where: `${named.where} equipped`, members: accepted.map(({ id }) => id), total: video.equipped },
    ];
  });
}

interface ScorecardBody {
  readonly clauses: readonly {
    readonly id: string;
    readonly variants: readonly {
      readonly key: string;
      readonly choice: string;
      readonly value: { readonly numerator: number; readonly denominator: number } | null;
    }[];
  }[];
}

/** Clause 12 counted by households. */
function scorecardSums({ exit, text }: Payload, version: VersionName): PublishedSum[] {
  const { clauses } = JSON.parse(text) as ScorecardBody;
  const { compounds } = attackedVersion(version);
  const accepted = compounds.filter(({ state }) => state === 'accepted');
  const variants = clauses.filter(({ id }) => id === 'c12-coverage').flatMap((clause) => clause.variants);
  return variants.flatMap(({ key, choice, value }): PublishedSum[] => {
    if (key !== 'weight' || choice !== 'households' || !value) return [];
    const named = { exit, version, of: 'compound', figure: 'households', where: 'clause 12' } as const;
    return [
      { ...named, members: compounds.map(({ id }) => id), total: value.denominator },
      { ...named, where: 'clause 12 met', members: accepted.map(({ id }) => id), total: value.numerator },
    ];
  });
}

/** Posts by place; and what a unit's table says of its households, which are those of its settlements. */
function volunteerSums({ exit, text, asked }: Payload, version: VersionName): PublishedSum[] {
  const { by, units: rows, places } = JSON.parse(text) as VolunteersBody;
  const { units } = attackedVersion(version);
  const ofUnits = rows.map(({ id, households }): PublishedSum => {
    return {
      ...{ exit, version, where: `unit ${id}`, of: 'settlement', figure: 'households' },
      members: everMembers(String(id)),
      total: households as number,
    };
  });
  const reading = /urbanRural=([a-z-]+)/.exec(asked)?.[1];
  const ofPlaces = places.flatMap(({ id, counted, rural }): PublishedSum[] => {
    const here = units.filter(
      ({ township, stationId }) => by === 'county' || (by === 'township' ? township : stationId) === id,
    );
    const members = here.map(({ code }) => code);
    const named = { exit, version, of: 'unit', figure: 'posts', members } as const;
    const ruralMembers = here.filter(({ kind }) => kind === 'village').map(({ code }) => code);
    return [
      { ...named, where: `${by} ${id} ${reading}`, total: counted['posts'] as number },
      { ...named, where: `${by} ${id} ${reading} rural`, members: ruralMembers, total: rural['present'] as number },
    ];
  });
  return [...ofUnits, ...ofPlaces];
}

/** Settlements that any version puts into the unit: a table may still count those that another one lacks. */
function everMembers(code: string): string[] {
  const members = VERSIONS.flatMap((version) =>
    attackedVersion(version).settlements.filter((one) => one.unitCode === code),
  );
  return [...new Set(members.map(({ id }) => id))];
}
