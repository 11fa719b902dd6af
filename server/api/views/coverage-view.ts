import type {
  CoverageCell,
  CoverageHexagons,
  CoverageHexagonsInput,
} from '../../../geodata/coverage/coverage-hexagons.ts';
import { type EquippedReading, equippedOf, networkedOf } from '../../../geodata/coverage/video-rates.ts';
import { type DensityEstimate, densityPrior } from '../../../geodata/coverage/volunteer-estimate.ts';
import { type NeedSum, postCountOf } from '../../../geodata/coverage/volunteer-figures.ts';
import type { VolunteerReading } from '../../../geodata/coverage/volunteer-need.ts';
import type { CountyPlace } from '../../counties/county-places-by-level.ts';
import { type CountyVideo, type NamedVideoRate, type VideoRow, videoRates } from '../../counties/county-video.ts';
import type { UnitVolunteerRow, VolunteerSumRow } from '../../counties/county-volunteers.ts';
import type { LoadedCounty } from '../../counties/loaded-county.ts';
import type { Language } from '../../language.ts';
import { percentValue, roundedTo } from '../../reports/coverage-cells.ts';
import { watchedPercent } from '../../reports/coverage-hexagons-table.ts';
import { DENSITY_DECIMALS } from '../../reports/coverage-volunteers-table.ts';
import { BAND_WORDS, DENOMINATOR_WORDS } from '../../reports/wording/coverage-words.ts';
import type { AboutView } from '../contract/about.ts';
import {
  type CoverageHexagonsBody,
  READINGS,
  type VideoAnswerBody,
  type VideoPlaceBody,
  type VolunteersAnswerBody,
} from '../contract/coverage.ts';

/** Video coverage by place. */
export function videoView(
  about: AboutView,
  { county, rows }: CountyVideo,
  by: string,
  reading: EquippedReading,
  language: Language,
): VideoAnswerBody {
  return {
    ...{ about, by, reading },
    county: videoPlaceView(county, reading, language),
    readings: READINGS.flatMap((other) => videoRates(county, other).map((rate) => rateView(rate, language))),
    places: rows.map((row) => videoPlaceView(row, reading, language)),
  };
}

function videoPlaceView(row: VideoRow, reading: EquippedReading, language: Language): VideoPlaceBody {
  const { counts, withheld } = row;
  const networked = networkedOf(counts, reading);
  return {
    ...placeView(row),
    unitCode: row.unitCode ?? null,
    counts: {
      B0: counts.due.compounds,
      B1: counts.accepted.compounds,
      built: counts.built.compounds,
      Bc: counts.underConstruction.compounds,
      none: counts.notBegun.compounds,
      equipped: equippedOf(counts, reading).compounds,
      B2: networked.compounds,
      O: networked.onlineDevices,
      D: networked.comparedDevices,
      unknownHouseholds: counts.due.unknownHouseholds - withheld.due.compounds,
      withheldHouseholds: withheld.due.compounds,
      unknownDevices: counts.due.unknownDevices,
      notDue: counts.notDue.compounds,
      notDueEquipped: counts.notDueEquipped.compounds,
      notDueNetworked: counts.notDueNetworked.compounds,
      networkedNotBegun: counts.networkedNotBegun.compounds,
    },
    rates: videoRates(row, reading).map((rate) => rateView(rate, language)),
  };
}

function rateView({ rate, by, reading, ratio, denominator, unknown, withheld }: NamedVideoRate, language: Language) {
  return {
    ...{ rate, by, reading, ...ratio },
    denominatorOf: denominator,
    denominatorText: DENOMINATOR_WORDS[denominator][language],
    percent: percentValue(ratio.numerator, ratio.denominator) ?? null,
    ...{ unknown: unknown - withheld, withheld },
  };
}

/** What is known of a county's posts, by unit or by place. */
export interface VolunteerRows {
  readonly county: VolunteerSumRow;
  readonly units: readonly UnitVolunteerRow[];
  readonly places: readonly VolunteerSumRow[];
}

/** Volunteer posts by place. */
export function volunteersView(
  about: AboutView,
  { shown }: LoadedCounty,
  { county, units, places }: VolunteerRows,
  { by, reading, language }: { readonly by: string; readonly reading: VolunteerReading; readonly language: Language },
): VolunteersAnswerBody {
  const prior = densityPrior(shown.units.flatMap((unit) => postCountOf(unit) ?? []));
  return {
    ...{ about, by, urbanRural: reading },
    prior: prior
      ? {
          units: prior.unitCount,
          per100Households: roundedTo((100 * prior.posts) / prior.households, DENSITY_DECIMALS) ?? 0,
          spread: prior.spread !== undefined,
        }
      : null,
    county: volunteerSumView(county),
    units: units.map((row) => unitVolunteersView(row, language)),
    places: places.map(volunteerSumView),
  };
}

function unitVolunteersView(row: UnitVolunteerRow, language: Language): VolunteersAnswerBody['units'][number] {
  const { kind, need, households, posts, band, sampleTooSmall, settlementsLeftOut } = row;
  return {
    ...placeView(row),
    ...{ kind, setting: need.setting, households: households ?? null, settlementsLeftOut, posts: posts ?? null },
    ...{ present: need.present ?? null, least: need.least ?? null, most: need.most ?? null },
    ...{ shortfall: need.shortfall ?? null, surplus: need.surplus ?? null },
    ...{ band, bandText: BAND_WORDS[band][language] },
    householdsPerPost: roundedTo(row.householdsPerPost, DENSITY_DECIMALS) ?? null,
    ...densityView(row),
    sampleTooSmall,
  };
}

function volunteerSumView(row: VolunteerSumRow): VolunteersAnswerBody['county'] {
  const { unitCount, withheldUnits, unitsByBand, rural, urban, counted } = row;
  return {
    ...placeView(row),
    ...{ units: unitCount, withheldUnits, unitsByBand: { ...unitsByBand } },
    ...{ rural: needView(rural), urban: needView(urban), counted: { ...counted } },
    ...densityView(row),
  };
}

/** Coverage by hexagon. */
export function coverageHexagonsView(
  about: AboutView,
  { cells, county, unplaced, unplacedUnits }: CoverageHexagons,
  { resolution, equipped, volunteers, devices }: CoverageHexagonsInput,
  language: Language,
): CoverageHexagonsBody {
  return {
    ...{ about, resolution, reading: equipped, urbanRural: volunteers },
    ...{ county: { ...county }, unplaced: { ...unplaced }, unplacedUnits, devicesLoaded: devices.length > 0 },
    hexagons: cells.map((cell) => cellView(cell, language)),
  };
}

function cellView(
  { cell, video, videoWithheld, volunteers, volunteersWithheld, watchedShare }: CoverageCell,
  language: Language,
): CoverageHexagonsBody['hexagons'][number] {
  return {
    ...{ cell, video: video ? { ...video } : null, videoSampleTooSmall: videoWithheld },
    volunteers: volunteers
      ? {
          ...{ households: volunteers.households, ...densityView(volunteers), band: volunteers.band ?? null },
          bandText: volunteers.band ? BAND_WORDS[volunteers.band][language] : null,
        }
      : null,
    volunteersSampleTooSmall: volunteersWithheld,
    watchedPercent: watchedPercent(watchedShare) ?? null,
  };
}

function needView({ unitCount, present, least, shortfall, surplus }: NeedSum) {
  return { units: unitCount, present, least, shortfall, surplus };
}

/** A density and its estimate with as many digits as the tables have. */
export function densityView(row: {
  readonly rawPer100Households: number | undefined;
  readonly estimate: DensityEstimate | undefined;
}) {
  const rounded = (value: number) => roundedTo(value, DENSITY_DECIMALS) ?? 0;
  const { rawPer100Households, estimate } = row;
  return {
    per100Households: rawPer100Households === undefined ? null : rounded(rawPer100Households),
    estimate: estimate
      ? {
          per100Households: rounded(estimate.per100Households),
          low: rounded(estimate.low),
          high: rounded(estimate.high),
        }
      : null,
  };
}

function placeView({ id, name, township, stationId }: CountyPlace) {
  return { id: id ?? null, name: name ?? null, township: township ?? null, stationId: stationId ?? null };
}
