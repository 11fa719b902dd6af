import type { LonLat, Metres, Seconds } from '../../geodata/units.ts';
import { OsrmTravelTimes } from './osrm.ts';
import { OsrmError, osrmUnavailable } from './osrm-error.ts';
import type { Provenance, ProvenanceNote, TravelCall, TravelTimes } from './travel-times.ts';

/** The environment's switch: where it names a server, travel times come from there. */
export const OSRM_URL = 'HUBSHED_OSRM_URL';
/** The server's `--max-table-size`, where it is not 100. */
export const OSRM_TABLE_LIMIT = 'HUBSHED_OSRM_TABLE_LIMIT';

/** What a caller asks for: the usual engine, or one and no other. */
export type EngineDemand = 'any' | 'embedded' | 'osrm';

/** How long a server that did not answer is left alone by those who do not demand it. */
const REST_SECONDS: Seconds = 10;

const UNAVAILABLE_NOTE: ProvenanceNote = {
  code: 'osrm-unavailable',
  zh: 'OSRM 服务器没有应答，行车时间和里程由内置引擎计算。',
  en: 'The OSRM server did not answer: driving times and lengths come from the embedded engine.',
};

/**
 * The OSRM server that the environment names, undefined where it names none.
 * @throws Error for an address or a table limit that cannot be one
 */
export function osrmFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  snapLimitMetres: Metres,
): OsrmTravelTimes | undefined {
  const url = environment[OSRM_URL];
  if (!url) return undefined;
  const limit = environment[OSRM_TABLE_LIMIT];
  return new OsrmTravelTimes({ url, snapLimitMetres, ...(limit ? { tableLimit: Number(limit) } : {}) });
}

/**
 * Chooses the engine for a call, server and embedded engine being given. Where OSRM is set up and none is
 * demanded, a server that does not answer is replaced by the embedded engine, and the answer says so in
 * `provenance.note`; a server that refuses or lies is an error, which nothing hides.
 */
export class TravelTimesSelection {
  private readonly usual: TravelTimes;
  private readonly embedded: TravelTimes;
  private readonly osrm: TravelTimes | undefined;

  /** @param now seconds of a clock that only goes forward */
  constructor(embedded: TravelTimes, osrm: TravelTimes | undefined, now: () => Seconds = processSeconds) {
    this.embedded = embedded;
    this.osrm = osrm;
    this.usual = osrm ? new WithStandIn(osrm, embedded, now) : embedded;
  }

  /** @throws OsrmError `not-configured` where OSRM is demanded and there is none */
  choose(demand: EngineDemand): TravelTimes {
    if (demand === 'any') return this.usual;
    if (demand === 'embedded') return this.embedded;
    if (!this.osrm) throw osrmUnavailable('not-configured', `${OSRM_URL} names no server`);
    return this.osrm;
  }
}

/** An OSRM server with the embedded engine as its stand-in. */
class WithStandIn implements TravelTimes {
  readonly engine = 'osrm';
  private readonly osrm: TravelTimes;
  private readonly embedded: TravelTimes;
  private readonly now: () => Seconds;
  private restsUntil = -Infinity;

  constructor(osrm: TravelTimes, embedded: TravelTimes, now: () => Seconds) {
    this.osrm = osrm;
    this.embedded = embedded;
    this.now = now;
  }

  describe(): Provenance {
    return this.osrm.describe();
  }

  nearest(points: readonly LonLat[], call?: TravelCall) {
    return this.answer((engine) => engine.nearest(points, call));
  }

  matrix(sources: readonly LonLat[], targets: readonly LonLat[], call?: TravelCall) {
    return this.answer((engine) => engine.matrix(sources, targets, call));
  }

  route(from: LonLat, to: LonLat, call?: TravelCall) {
    return this.answer((engine) => engine.route(from, to, call));
  }

  private async answer<T extends { readonly provenance: Provenance }>(
    ask: (engine: TravelTimes) => Promise<T>,
  ): Promise<T> {
    if (this.now() >= this.restsUntil) {
      try {
        return await ask(this.osrm);
      } catch (error) {
        if (!(error instanceof OsrmError) || error.kind !== 'unavailable') throw error;
        this.restsUntil = this.now() + REST_SECONDS;
      }
    }
    const answer = await ask(this.embedded);
    return { ...answer, provenance: { ...answer.provenance, note: UNAVAILABLE_NOTE } };
  }
}

function processSeconds(): Seconds {
  return performance.now() / 1000;
}
