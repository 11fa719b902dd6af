import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { GeodataError } from '../../geodata/errors.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { networkFor } from '../counties/loaded-county.ts';
import type { SnappedPoint } from '../routing/travel-times.ts';
import { aboutView } from './about.ts';
import { offRoadOf } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import {
  ConditionWord,
  Coord,
  CountyParams,
  CountyQuery,
  EngineDemand,
  PROBLEM_RESPONSES,
  Strict,
} from './contract/shared.ts';
import { MatrixAnswer, MatrixBody, MOST_MATRIX_CELLS, NearestAnswer } from './contract/travel.ts';
import { checkedLonLat } from './lon-lat.ts';
import { CONTENT_TYPES, languageOf } from './negotiate.ts';
import type { Services } from './services.ts';
import { matrixText } from './views/matrix-text.ts';

const TAGS = ['travel'];

const NearestBody = Strict({
  points: Type.Array(Coord, { minItems: 1, maxItems: 5000 }),
  condition: Type.Optional(ConditionWord),
  engine: Type.Optional(EngineDemand),
});

/** Many places against many, along the road: from the embedded engine or an OSRM server. */
export function matrixRoutes(app: ApiApp, services: Services): void {
  const { library, travelTimes } = services;

  app.post(
    '/counties/:code/matrix',
    {
      schema: {
        tags: TAGS,
        summary: 'Driving times and lengths from each source to each target, along the road only',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        body: MatrixBody,
        response: { 200: MatrixAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { sources, targets, condition = DEFAULT_COUNTING.condition, engine = 'any' } = request.body;
      const [from, to] = [sources.map(checkedLonLat), targets.map(checkedLonLat)];
      requireMatrixSize(from.length * to.length);
      const county = await library.open(request.params.code, request.query.version);
      const network = networkFor(county, condition);
      const chosen = await travelTimes.choose(county, network, engine);
      const found = await chosen.matrix(from, to, { signal: clientGone(reply) });
      const inputs = { kind: 'matrix', county, network, choices: { sources, targets } };
      const offRoad = offRoadOf((await library.roads(network)).meta);
      const about = aboutView(inputs, offRoad, languageOf(request), found.provenance);
      return sendPieces(reply, CONTENT_TYPES.json, matrixText(about, found, snappedView));
    },
  );

  app.post(
    '/counties/:code/nearest',
    {
      schema: {
        tags: TAGS,
        summary: 'Where points are joined to their nearest roads',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        body: NearestBody,
        response: { 200: NearestAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { points, condition = DEFAULT_COUNTING.condition, engine = 'any' } = request.body;
      const places = points.map(checkedLonLat);
      const county = await library.open(request.params.code, request.query.version);
      const network = networkFor(county, condition);
      const chosen = await travelTimes.choose(county, network, engine);
      const found = await chosen.nearest(places, { signal: clientGone(reply) });
      const inputs = { kind: 'nearest', county, network, choices: { points } };
      const offRoad = offRoadOf((await library.roads(network)).meta);
      return {
        about: aboutView(inputs, offRoad, languageOf(request), found.provenance),
        points: found.points.map(snappedView),
      };
    },
  );
}

function requireMatrixSize(cells: number): void {
  if (cells <= MOST_MATRIX_CELLS) return;
  const message = `A matrix of ${cells} cells, at most ${MOST_MATRIX_CELLS}.`;
  throw new GeodataError('limit-exceeded', message, { actual: cells, limit: MOST_MATRIX_CELLS });
}

/** Sends a text as fast as the client takes it. */
function sendPieces(reply: FastifyReply, contentType: string, pieces: Iterable<string>): FastifyReply {
  return reply.type(contentType).send(Readable.from(pieces));
}

/** A point's place on the road as the contract has it. */
export function snappedView(point: SnappedPoint | undefined): { coord: [number, number]; metres: number } | null {
  if (!point) return null;
  const [lon, lat]: LonLat = point.coord;
  return { coord: [lon, lat], metres: Math.round(point.metres * 10) / 10 };
}
