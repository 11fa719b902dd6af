import { type Static, Type } from 'typebox';
import { VIDEO_RATES } from '../../counties/county-video.ts';
import { About } from './about.ts';
import { Named, OneOf, OrNull, Strict } from './shared.ts';

export const READINGS = ['accepted', 'built', 'under-construction'] as const;
export const Reading = OneOf(READINGS, {
  description: 'what counts as equipped: accepted 验收, built 建成 as well, under construction 在建 as well',
});
export const UrbanRural = OneOf(['urban-rural-code', 'unit-kind'], {
  description: 'which units are held to one post a building: by 城乡分类代码, or communities',
});

const Place = {
  id: OrNull(Type.String({ description: 'null for what belongs to no place that is known' })),
  name: OrNull(Type.String()),
  township: OrNull(Type.String()),
  stationId: OrNull(Type.String()),
};

export const VideoRateView = Named(
  'VideoRateView',
  Strict({
    rate: OneOf(VIDEO_RATES, { description: '覆盖率 B1/B0, 联网率 B2/B1, 联网率 B2/B0, 在线率 O/D' }),
    by: OneOf(['compounds', 'households', 'devices']),
    reading: Reading,
    numerator: Type.Integer(),
    denominator: Type.Integer({ description: 'where it is 0 there is no rate, which is not 100 %' }),
    denominatorOf: OneOf(['due', ...READINGS, 'connected-devices']),
    denominatorText: Type.String(),
    percent: OrNull(Type.Number({ description: 'to a thousandth; the whole numbers are what counts' })),
    unknown: Type.Integer({ description: 'compounds of the denominator that do not say, and are in neither number' }),
    withheld: Type.Integer({ description: 'those whose households are withheld 样本过小, and are in neither number' }),
  }),
);

export const VideoCountsView = Named(
  'VideoCountsView',
  Strict({
    B0: Type.Integer({ description: 'compounds due 应建' }),
    B1: Type.Integer({ description: 'of those due: built and accepted 验收' }),
    built: Type.Integer({ description: 'of those due: built 建成, not yet accepted' }),
    Bc: Type.Integer({ description: 'of those due: under construction 在建' }),
    none: Type.Integer({ description: 'of those due: not begun 未建' }),
    equipped: Type.Integer({ description: 'of those due: equipped in the reading' }),
    B2: Type.Integer({ description: 'of those equipped in the reading: connected to the platform 联网' }),
    O: Type.Integer({ description: 'devices online of connected compounds that report both numbers' }),
    D: Type.Integer({ description: 'devices of the same compounds' }),
    unknownHouseholds: Type.Integer({ description: 'compounds due that do not say their households' }),
    withheldHouseholds: Type.Integer({ description: 'compounds due whose households are withheld' }),
    unknownDevices: Type.Integer({ description: 'compounds due that do not say their devices' }),
    notDue: Type.Integer({ description: 'in no rate' }),
    notDueEquipped: Type.Integer(),
    notDueNetworked: Type.Integer(),
    networkedNotBegun: Type.Integer({ description: 'said to be connected although nothing is built; in no rate' }),
  }),
);

export const VideoPlaceView = Named(
  'VideoPlaceView',
  Strict({
    ...Place,
    unitCode: OrNull(Type.String({ description: 'of a compound: the village-level unit it lies in' })),
    counts: VideoCountsView,
    rates: Type.Array(VideoRateView),
  }),
);
export type VideoPlaceBody = Static<typeof VideoPlaceView>;

export const VideoAnswer = Named(
  'VideoAnswer',
  Strict({
    about: About,
    by: Type.String(),
    reading: Reading,
    county: VideoPlaceView,
    readings: Type.Array(VideoRateView, { description: 'the county’s rates in every reading, side by side' }),
    places: Type.Array(VideoPlaceView),
  }),
);
export type VideoAnswerBody = Static<typeof VideoAnswer>;

const Estimate = Strict({
  per100Households: Type.Number(),
  low: Type.Number({ description: 'with a chance of 95 % the density lies between the two' }),
  high: Type.Number(),
});

const Density = {
  per100Households: OrNull(Type.Number({ description: 'as counted' })),
  estimate: OrNull(Estimate),
};

const Band = OneOf(['short', 'meets', 'over', 'unknown', 'not-applicable'], { description: '不足 / 达标 / 偏多' });

export const UnitVolunteersView = Named(
  'UnitVolunteersView',
  Strict({
    ...Place,
    kind: OneOf(['village', 'community']),
    setting: OneOf(['urban', 'rural']),
    households: OrNull(Type.Integer({ description: 'of its settlements that are shown, where it has any' })),
    settlementsLeftOut: Type.Integer({ description: 'withheld: no part of its households, nor of what they need' }),
    posts: OrNull(Type.Integer()),
    present: OrNull(Type.Integer({ description: 'posts of a rural unit, covered buildings of an urban one' })),
    least: OrNull(Type.Integer()),
    most: OrNull(Type.Integer({ description: 'urban units have none' })),
    shortfall: OrNull(Type.Integer()),
    surplus: OrNull(Type.Integer()),
    band: Band,
    bandText: Type.String({ description: 'by the households that are shown' }),
    householdsPerPost: OrNull(Type.Number()),
    ...Density,
    sampleTooSmall: Type.Boolean({ description: 'households and posts are withheld 样本过小' }),
  }),
);

const NeedSumView = Strict({
  units: Type.Integer({ description: 'whose shortfall is known and shown' }),
  present: Type.Integer(),
  least: Type.Integer({ description: 'of each unit by itself, rounded up before they are added' }),
  shortfall: Type.Integer(),
  surplus: Type.Integer(),
});

export const VolunteerSumView = Named(
  'VolunteerSumView',
  Strict({
    ...Place,
    units: Type.Integer(),
    withheldUnits: Type.Integer({ description: 'whose households and posts are no part of the figures' }),
    unitsByBand: Strict({
      short: Type.Integer(),
      meets: Type.Integer(),
      over: Type.Integer(),
      unknown: Type.Integer(),
      'not-applicable': Type.Integer(),
    }),
    rural: NeedSumView,
    urban: NeedSumView,
    counted: Strict({ units: Type.Integer(), posts: Type.Integer(), households: Type.Integer() }),
    ...Density,
  }),
);

export const VolunteersAnswer = Named(
  'VolunteersAnswer',
  Strict({
    about: About,
    by: Type.String(),
    urbanRural: UrbanRural,
    prior: OrNull(
      Strict({
        units: Type.Integer({ description: 'that the estimates are drawn from' }),
        per100Households: Type.Number({ description: 'the county’s, which estimates are drawn towards' }),
        spread: Type.Boolean({ description: 'whether units differ by more than chance' }),
      }),
    ),
    county: VolunteerSumView,
    units: Type.Array(UnitVolunteersView, { description: 'by=unit' }),
    places: Type.Array(VolunteerSumView, { description: 'any other' }),
  }),
);
export type VolunteersAnswerBody = Static<typeof VolunteersAnswer>;

const VideoHouseholdsView = Strict({
  due: Type.Integer({ description: 'households in compounds that are due: the denominator' }),
  equipped: Type.Integer({ description: 'of these in compounds equipped in the reading' }),
  networked: Type.Integer({ description: 'of these in connected ones' }),
  unknownCompounds: Type.Integer({ description: 'compounds due whose households are not known, or withheld' }),
});

export const CoverageCellView = Named(
  'CoverageCellView',
  Strict({
    cell: Type.String({ description: 'H3' }),
    video: OrNull(VideoHouseholdsView),
    videoSampleTooSmall: Type.Boolean(),
    volunteers: OrNull(
      Strict({
        households: Type.Integer({ description: 'of its units, shared out by settlements' }),
        ...Density,
        band: OrNull(Band),
        bandText: OrNull(Type.String()),
      }),
    ),
    volunteersSampleTooSmall: Type.Boolean(),
    watchedPercent: OrNull(Type.Number({ description: 'of the ground of its compounds, within the range of devices' })),
  }),
);

export const CoverageHexagonsAnswer = Named(
  'CoverageHexagonsAnswer',
  Strict({
    about: About,
    resolution: Type.Integer(),
    reading: Reading,
    urbanRural: UrbanRural,
    county: VideoHouseholdsView,
    unplaced: VideoHouseholdsView,
    unplacedUnits: Type.Integer({ description: 'without posts, households or place, or withheld' }),
    devicesLoaded: Type.Boolean({ description: 'where false, no ground is known to be watched' }),
    hexagons: Type.Array(CoverageCellView, { description: 'that have compounds, units, or ground of compounds' }),
  }),
);
export type CoverageHexagonsBody = Static<typeof CoverageHexagonsAnswer>;
