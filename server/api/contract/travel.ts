import { type Static, Type } from 'typebox';
import { About } from './about.ts';
import { ConditionWord, Coord, EngineDemand, Named, OrNull, Strict } from './shared.ts';

/** Cells of the largest matrix: some five seconds of both threads on a county's roads, unbounded. */
export const MOST_MATRIX_CELLS = 1_000_000;

export const MatrixBody = Named(
  'MatrixBody',
  Strict({
    sources: Type.Array(Coord, { minItems: 1, maxItems: 5000 }),
    targets: Type.Array(Coord, { minItems: 1, maxItems: 5000 }),
    condition: Type.Optional(ConditionWord),
    engine: Type.Optional(EngineDemand),
  }),
);

export const SnappedPointView = Named(
  'SnappedPointView',
  Strict({
    coord: Coord,
    metres: Type.Number({ description: 'straight, from the point to its place on the road' }),
  }),
);

export const MatrixAnswer = Named(
  'MatrixAnswer',
  Strict({
    about: About,
    seconds: Type.Array(Type.Array(OrNull(Type.Number())), {
      description: 'a row a source; driving along the road only; null where there is no route or no road',
    }),
    metres: Type.Array(Type.Array(OrNull(Type.Number())), { description: 'of the same routes' }),
    sources: Type.Array(OrNull(SnappedPointView)),
    targets: Type.Array(OrNull(SnappedPointView)),
  }),
);

const Line = Type.Array(Coord);

const Stretch = {
  roadClass: Type.String({ description: 'OSM' }),
  text: Type.String(),
  seconds: Type.Number(),
  metres: Type.Number(),
};

/** A journey from door to door. `byClass` and `steps` are empty where an OSRM server drove. */
export const RouteView = Named(
  'RouteView',
  Strict({
    seconds: Type.Number({ description: 'door to door, estimated off-road legs included' }),
    metres: Type.Number({ description: 'door to door' }),
    driveSeconds: Type.Number({ description: 'along the road' }),
    driveMetres: Type.Number(),
    turnSeconds: OrNull(Type.Number({ description: 'of driveSeconds: turns, signals, gates' })),
    line: Type.Array(Coord, { description: 'along the road' }),
    access: Type.Array(Coord, { description: 'the estimated leg before the road; empty where there is none' }),
    egress: Line,
    byClass: Type.Array(Strict(Stretch)),
    steps: Type.Array(Strict({ ...Stretch, name: Type.String(), ref: Type.String() })),
  }),
);
export type RouteViewBody = Static<typeof RouteView>;

export const RouteAnswer = Named(
  'RouteAnswer',
  Strict({
    about: About,
    from: OrNull(SnappedPointView),
    to: OrNull(SnappedPointView),
    route: OrNull(RouteView),
  }),
);

export const NearestAnswer = Named(
  'NearestAnswer',
  Strict({ about: About, points: Type.Array(OrNull(SnappedPointView)) }),
);
