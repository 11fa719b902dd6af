/** What the service of a load test is started with. */
export interface LoadServiceStart {
  /** A PostgreSQL server, on which it makes a schema of its own; undefined: the embedded store in a new folder. */
  readonly databaseUrl: string | undefined;
  /** Of the embedded store's template, absolute. */
  readonly cacheFolder: string;
}

/** What a service's process did since it was last asked. */
export interface ServiceFigures {
  /** Share of the time that the main loop was at work, 0 to 1. */
  readonly loopShare: number;
  /** The longest that the main loop kept everybody waiting, a few milliseconds too many. */
  readonly longestLoopMs: number;
  /** Processor time of all its threads by the clock's time. */
  readonly cores: number;
  readonly memoryMegabytes: number;
}

/** Its address, once, when it is ready; then figures, for every message that it is sent. */
export type LoadServiceReply = { readonly url: string } | { readonly figures: ServiceFigures };
