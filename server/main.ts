import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { SNAP_LIMIT_METRES } from '../geodata/catchment/county-places.ts';
import { AnswerDesk } from './api/answers.ts';
import { CountyGroups } from './api/county-groups.ts';
import { CountyShares } from './api/county-shares.ts';
import { CountyTravelTimes } from './api/county-travel-times.ts';
import { KeptResults } from './api/kept-results.ts';
import type { Services } from './api/services.ts';
import { type AppOptions, buildApp } from './app.ts';
import { civilTimeOf } from './civil-time.ts';
import type { ServiceConfig } from './config.ts';
import { CountyLibrary } from './counties/county-library.ts';
import type { Db } from './db/db.ts';
import { IntakeDesk } from './intake/intake-desk.ts';
import { programVersion } from './program-version.ts';
import { osrmFromEnvironment } from './routing/select.ts';
import { CountyThreads } from './workers/county-threads.ts';

export interface ServiceOptions extends AppOptions {
  readonly config: Pick<ServiceConfig, 'host' | 'port' | 'hosts'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Started beforehand, by who has the time: see `startCountyThreads`. */
  readonly threads?: CountyThreads | undefined;
}

/** A running service. */
export interface RunningService {
  /** Such as `http://127.0.0.1:8090`. */
  readonly url: string;
  readonly services: Services;
  /** Ends it; the store is the caller's. */
  close(): Promise<void>;
}

/** Starts the service on an open store, which stays the caller's. @throws what listening throws, such as EADDRINUSE */
export async function startService(
  db: Db,
  { config, env, threads, ...options }: ServiceOptions,
): Promise<RunningService> {
  const { services, close } = await makeServices(db, env, threads);
  const app = await buildApp(services, { ...options, hosts: config.hosts });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    services,
    async close() {
      app.server.closeAllConnections();
      await app.close();
      await close();
    },
  };
}

/** The threads that a service of this machine computes in. They load while a store opens; the service ends them. */
export function startCountyThreads(): CountyThreads {
  return new CountyThreads({ threads: { quick: 1, heavy: Math.max(1, availableParallelism() - 1) } });
}

/** What routes work with, on an open store. */
export async function makeServices(
  db: Db,
  env: Readonly<Record<string, string | undefined>>,
  threads: CountyThreads = startCountyThreads(),
): Promise<{ readonly services: Services; close(): Promise<void> }> {
  const library = new CountyLibrary(db);
  const osrm = osrmFromEnvironment(env, SNAP_LIMIT_METRES);
  const services: Services = {
    db,
    library,
    threads,
    answers: new AnswerDesk(),
    results: new KeptResults(db),
    travelTimes: new CountyTravelTimes(library, threads, osrm),
    groups: new CountyGroups(db, library, threads),
    shares: new CountyShares(library, threads),
    intakes: new IntakeDesk(db, () => library.changed()),
    osrm,
    programVersion: await programVersion(),
    civilTime: () => civilTimeOf(new Date()),
    countyChanged: () => library.changed(),
  };
  return {
    services,
    async close() {
      await services.intakes.close();
      await threads.close();
      await services.results.written();
    },
  };
}
