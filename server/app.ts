import accepts from '@fastify/accepts';
import compress from '@fastify/compress';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyReply, type FastifyServerOptions } from 'fastify';
import type { ApiApp } from './api/api-app.ts';
import { catchmentRoutes } from './api/catchments.ts';
import { countyRoutes } from './api/counties.ts';
import { coverageRoutes } from './api/coverage.ts';
import { dispatchRoutes } from './api/dispatch.ts';
import { explainRoutes } from './api/explain.ts';
import { gapRoutes } from './api/gaps.ts';
import { groupRoutes } from './api/groups.ts';
import { guardOrigin } from './api/guard-origin.ts';
import { healthRoutes } from './api/health.ts';
import { hexagonRoutes } from './api/hexagons.ts';
import { importRoutes } from './api/imports.ts';
import { intakeRoutes } from './api/intakes.ts';
import { isochroneRoutes } from './api/isochrones.ts';
import { readJsonBodies } from './api/json-bodies.ts';
import { answerBadAddress, answerMalformedHttp } from './api/malformed-http.ts';
import { matrixRoutes } from './api/matrix.ts';
import { networkRoutes } from './api/networks.ts';
import { openApiDocument } from './api/openapi.ts';
import { placeRoutes } from './api/places.ts';
import { planRoutes } from './api/plans.ts';
import { refuseOtherMethods } from './api/refuse-methods.ts';
import { resultRoutes } from './api/results.ts';
import { roadsReportRoutes } from './api/roads-report.ts';
import { routeRoutes } from './api/route.ts';
import { ruleRoutes } from './api/rules.ts';
import { scorecardRoutes } from './api/scorecard.ts';
import { sendProblems } from './api/send-problems.ts';
import type { Services } from './api/services.ts';
import { standardRuleRoutes } from './api/standard-rules.ts';
import { templateRoutes } from './api/templates.ts';
import { tileRoutes } from './api/tiles.ts';
import { validatorCompiler } from './api/validation.ts';
import { programVersion } from './program-version.ts';

/** A matrix of the largest size as JSON. */
const MOST_BODY_BYTES = 8 << 20;
/** From the first byte of a request to its last: the largest import at 5 Mbit/s. Fastify by itself waits forever. */
const LONGEST_REQUEST_MS = 15 * 60_000;

export interface AppOptions {
  /** Where to log, as Fastify takes it; nowhere by default. */
  readonly logger?: FastifyServerOptions['logger'];
  /** Folder of the built map, absolute; undefined: the API alone. */
  readonly webFolder?: string | undefined;
  /** Host names by which clients may reach the service, beside those of this machine. */
  readonly hosts?: readonly string[];
}

/** The whole service: every plugin and route, in plain sight. Listening is the caller's. */
export async function buildApp(
  services: Services,
  { logger, webFolder, hosts = [] }: AppOptions = {},
): Promise<ApiApp> {
  const app: ApiApp = Fastify({
    logger: logger ?? false,
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerMalformedHttp,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  sendProblems(app);
  guardOrigin(app, hosts);
  readJsonBodies(app);

  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY }, ...CROSS_ORIGIN });
  await app.register(accepts);
  await app.register(etag);
  await app.register(compress, { threshold: 1024, globalDecompression: false });
  await app.register(multipart);
  await app.register(swagger, openApiDocument(services.programVersion));
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { validatorUrl: null } });

  await app.register(async (api) => registerRoutes(api.withTypeProvider<TypeBoxTypeProvider>(), services), {
    prefix: '/api',
  });
  if (webFolder) await app.register(fastifyStatic, { root: webFolder, ...STATIC });
  return app;
}

/**
 * The OpenAPI 3.1 document of the service, as it serves it at `/api/openapi.json`. Needs no store: routes use their
 * services when they are called, and none is.
 */
export async function describeApi(): Promise<object> {
  const app = await buildApp({ programVersion: await programVersion() } as Services);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}

function registerRoutes(api: ApiApp, services: Services): void {
  const refuseMethods = refuseOtherMethods(api);
  healthRoutes(api, services);
  countyRoutes(api, services);
  importRoutes(api, services);
  intakeRoutes(api, services);
  templateRoutes(api);
  placeRoutes(api, services);
  networkRoutes(api, services);
  roadsReportRoutes(api, services);
  matrixRoutes(api, services);
  routeRoutes(api, services);
  isochroneRoutes(api, services);
  catchmentRoutes(api, services);
  hexagonRoutes(api, services);
  groupRoutes(api, services);
  explainRoutes(api, services);
  coverageRoutes(api, services);
  scorecardRoutes(api, services);
  standardRuleRoutes(api, services);
  gapRoutes(api, services);
  dispatchRoutes(api, services);
  ruleRoutes(api, services);
  planRoutes(api, services);
  resultRoutes(api, services);
  tileRoutes(api, services);
  api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger());
  refuseMethods();
}

/** Nothing from outside; MapLibre runs its worker from a blob and paints with inline styles. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  childSrc: ['blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", 'data:'],
  // The service speaks plain HTTP on a closed network: a browser must not be sent to HTTPS.
  upgradeInsecureRequests: null,
};

/** Isolated, so that the page may share memory with its workers. */
const CROSS_ORIGIN = {
  crossOriginEmbedderPolicy: true,
  crossOriginOpenerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: false,
};

/** Built files are named by their content. What an editor or a version control keeps beside them is not served. */
const STATIC = {
  dotfiles: 'ignore' as const,
  setHeaders: (reply: FastifyReply, path: string) => {
    const isHashed = /[\\/]assets[\\/]/.test(path);
    reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
};
