import {
  type CountedBy,
  coverageRate,
  type EquippedReading,
  networkedRate,
  onlineRate,
  type VideoCounts,
  type VideoRate,
  videoCounts,
} from '../../geodata/coverage/video-rates.ts';
import { rollUpVideo, type VideoPlace, type VideoRollUp } from '../../geodata/coverage/video-roll-up.ts';
import type { Compound } from '../../geodata/records/county-records.ts';
import { type CountyPlace, type CoverageLevel, countyPlaces } from './county-places-by-level.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** Compounds of a place, counted, and those of them whose households are withheld, which are of unknown households. */
export interface VideoRow extends CountyPlace {
  readonly counts: VideoCounts;
  /** The same counts of the withheld compounds alone. */
  readonly withheld: VideoCounts;
}

/** A county's compounds by place. Every figure is of compounds as they are shown. */
export interface CountyVideo {
  readonly county: VideoRow;
  /** Sorted by id; those whose place is not known come last. */
  readonly rows: readonly VideoRow[];
}

export const VIDEO_LEVELS = ['county', 'township', 'station', 'unit', 'compound'] as const;

/** Counts a county's compounds over the places of a level: of every level but `county` the rows add up to the county. */
export function countyVideo(county: LoadedCounty, level: (typeof VIDEO_LEVELS)[number]): CountyVideo {
  const { compounds, withheld } = county.shown;
  const hidden = compounds.filter((_, index) => withheld.compounds[index]);
  const [whole] = countyPlaces(county, 'county');
  const ofCounty: VideoRow = { ...whole!, counts: videoCounts(compounds), withheld: videoCounts(hidden) };
  if (level === 'county') return { county: ofCounty, rows: [ofCounty] };
  if (level === 'compound') return { county: ofCounty, rows: compoundRows(county) };
  const counted = new Map(placesOf(rollUp(county, compounds), level).map(({ id, counts }) => [id, counts]));
  const ofHidden = new Map(placesOf(rollUp(county, hidden), level).map(({ id, counts }) => [id, counts]));
  const none = videoCounts([]);
  const named = countyPlaces(county, level).map(
    (place): VideoRow => ({
      ...place,
      counts: counted.get(place.id) ?? none,
      withheld: ofHidden.get(place.id) ?? none,
    }),
  );
  const unknown = counted.get(undefined);
  return {
    county: ofCounty,
    rows: unknown ? [...named, { id: undefined, counts: unknown, withheld: ofHidden.get(undefined) ?? none }] : named,
  };
}

/** What a rate is: coverage 覆盖率, networked 联网率 over the equipped and over those due, online 在线率. */
export const VIDEO_RATES = ['coverage', 'networked', 'networked-of-due', 'online'] as const;
export type VideoRateName = (typeof VIDEO_RATES)[number];

/** A rate of a place with everything that it must be read with. */
export interface NamedVideoRate extends VideoRate {
  readonly rate: VideoRateName;
  readonly reading: EquippedReading;
  /** Of `unknown`, compounds that are so because their households are withheld. */
  readonly withheld: number;
}

const COUNTED_BY: readonly CountedBy[] = ['compounds', 'households', 'devices'];

/** All rates of a place in one reading, side by side: by compounds, households, devices; devices online last. */
export function videoRates({ counts, withheld }: VideoRow, reading: EquippedReading): NamedVideoRate[] {
  const named = (rate: VideoRateName, of: (counts: VideoCounts) => VideoRate): NamedVideoRate => {
    const found = of(counts);
    return { ...found, rate, reading, withheld: found.by === 'households' ? of(withheld).unknown : 0 };
  };
  return [
    ...COUNTED_BY.map((by) => named('coverage', (counted) => coverageRate(counted, reading, by))),
    ...COUNTED_BY.map((by) => named('networked', (counted) => networkedRate(counted, reading, by))),
    ...COUNTED_BY.map((by) => named('networked-of-due', (counted) => networkedRate(counted, reading, by, 'due'))),
    named('online', (counted) => onlineRate(counted, reading)),
  ];
}

function rollUp({ shown, places }: LoadedCounty, compounds: readonly Compound[]): VideoRollUp {
  return rollUpVideo(
    compounds,
    shown.units,
    places.stations.map(({ id }) => id),
  );
}

function placesOf({ byUnit, byTownship, byStation }: VideoRollUp, level: CoverageLevel): readonly VideoPlace[] {
  return level === 'unit' ? byUnit : level === 'township' ? byTownship : byStation;
}

function compoundRows({ shown }: LoadedCounty): VideoRow[] {
  const rows = shown.compounds.map((compound, index): VideoRow => {
    const { id, name, coord, area, stationId } = compound;
    const counts = videoCounts([compound]);
    return {
      ...{ id, name, stationId, unitCode: compound.unitCode, coord, area, counts },
      withheld: shown.withheld.compounds[index] ? counts : videoCounts([]),
    };
  });
  return rows.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}
