import { type Static, Type } from 'typebox';
import { ConditionWord, Coord, Named, OneOf, OrNull, Strict, VersionNumber, VersionSourceView } from './shared.ts';

export const VersionView = Named(
  'VersionView',
  Strict({
    number: VersionNumber,
    createdAt: Type.String({ description: 'ISO 8601' }),
    note: Type.String(),
    isCurrent: Type.Boolean({ description: 'what readers see who name no version' }),
    sources: Type.Array(VersionSourceView),
  }),
);
export type VersionViewBody = Static<typeof VersionView>;

export const NetworkView = Named(
  'NetworkView',
  Strict({
    profile: Type.String(),
    condition: ConditionWord,
    networkHash: Type.String(),
    byteLength: Type.Integer(),
    kilometres: Type.Number({ description: 'of road, both directions once' }),
  }),
);

export const CountyView = Named(
  'CountyView',
  Strict({
    code: Type.String(),
    name: Type.String(),
    version: VersionView,
    bounds: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
      description: 'west, south, east, north, degrees',
    }),
    profiles: Type.Array(NetworkView),
    counts: Strict({ townships: Type.Integer(), stations: Type.Integer(), settlements: Type.Integer() }),
  }),
);
export type CountyViewBody = Static<typeof CountyView>;

export const StationView = Named(
  'StationView',
  Strict({
    id: Type.String(),
    name: Type.String(),
    kind: OneOf(['urban', 'rural'], { description: '城区所 or 农村所' }),
    township: OrNull(Type.String()),
    officers: OrNull(Type.Integer({ description: '在岗民警数' })),
    auxiliaries: OrNull(Type.Integer({ description: '辅警数' })),
    coord: Coord,
  }),
);
export type StationViewBody = Static<typeof StationView>;

export const SettlementView = Named(
  'SettlementView',
  Strict({
    id: Type.String(),
    name: Type.String(),
    kind: OneOf(['administrative', 'natural']),
    township: OrNull(Type.String()),
    stationId: OrNull(Type.String({ description: 'its own station, where the data say so' })),
    households: OrNull(Type.Integer()),
    population: OrNull(Type.Integer()),
    sampleTooSmall: Type.Boolean({ description: 'figures are withheld 样本过小' }),
    coord: Coord,
  }),
);
export type SettlementViewBody = Static<typeof SettlementView>;

export const RoomView = Named(
  'RoomView',
  Strict({
    id: Type.String(),
    name: Type.String(),
    kinds: Type.Array(OneOf(['community', 'rural', 'round-the-clock', 'model']), {
      description: '社区, 农村, 7×24, 样板; GeoJSON and CSV join them by commas',
    }),
    kindsText: Type.String({ description: 'the same in words' }),
    stationId: OrNull(Type.String({ description: 'its station, where the data say so' })),
    hours: OrNull(Type.String({ description: '值守时段 as its table says' })),
    asOf: OrNull(Type.String({ description: 'ISO 8601 date' })),
    coord: OrNull(Coord),
  }),
);
export type RoomViewBody = Static<typeof RoomView>;

export const TownshipView = Named(
  'TownshipView',
  Strict({
    id: Type.String(),
    name: Type.String(),
    squareKilometres: Type.Number({ description: 'on the ellipsoid' }),
    stations: Type.Integer(),
    settlements: Type.Integer(),
    households: OrNull(Type.Integer({ description: 'of the settlements that are not withheld' })),
    withheldSettlements: Type.Integer({ description: 'figures are withheld 样本过小, and are no part of households' }),
  }),
);
export type TownshipViewBody = Static<typeof TownshipView>;
