import { type Static, Type } from 'typebox';
import { About } from './about.ts';
import { Coord, Named, OrNull, Strict } from './shared.ts';

const Kilometres = Type.Number({ minimum: 0 });

export const RoadsReportAnswer = Named(
  'RoadsReportAnswer',
  Strict({
    about: About,
    ranks: Type.Array(
      Strict({
        rank: Type.String({ description: 'motorway, national, provincial, county, township, village' }),
        rankText: Type.String(),
        highway: Type.String({ description: 'its class in OSM China' }),
        drawnKilometres: Type.Number({ description: 'carriageways drawn apart count each' }),
        oneWayKilometres: Kilometres,
        roadKilometres: Type.Number({ description: 'as road books count: a one-way line is half of a divided road' }),
        officialKilometres: OrNull(Kilometres),
        completenessPercent: OrNull(Type.Number({ description: 'of the official length, to a tenth' })),
      }),
    ),
    others: Type.Array(Strict({ highway: Type.String(), drawnKilometres: Kilometres })),
    totalKilometres: Type.Number({ description: 'inside the county, where there is a boundary' }),
    mainPieceKilometres: Kilometres,
    islands: Type.Array(Strict({ kilometres: Kilometres, at: Coord, settlementIds: Type.Array(Type.String()) }), {
      description: 'pieces of road that no road joins to the main one, longest first',
    }),
    deadEnds: Type.Array(
      Strict({
        at: Coord,
        towards: Type.Tuple([Type.Number(), Type.Number()], { description: 'the nearest place of the other road' }),
        metres: Type.Number(),
        wayId: Type.Integer({ description: 'of OSM, or of the survey' }),
        otherWayId: Type.Integer(),
      }),
      { description: 'ends of roads that nearly touch another road without joining it' },
    ),
    farSettlements: Type.Array(Strict({ id: Type.String(), name: Type.String(), metres: OrNull(Type.Number()) }), {
      description: 'farther than 300 m from every road that can be joined; null: there is none',
    }),
    settlements: Type.Integer(),
    settlementsOnIslands: Type.Integer(),
  }),
);
export type RoadsReportBody = Static<typeof RoadsReportAnswer>;
