import type { CountyLibrary } from '../counties/county-library.ts';
import type { Db } from '../db/db.ts';
import type { IntakeDesk } from '../intake/intake-desk.ts';
import type { OsrmTravelTimes } from '../routing/osrm.ts';
import type { CountyThreads } from '../workers/county-threads.ts';
import type { AnswerDesk } from './answers.ts';
import type { CountyGroups } from './county-groups.ts';
import type { CountyShares } from './county-shares.ts';
import type { CountyTravelTimes } from './county-travel-times.ts';
import type { KeptResults } from './kept-results.ts';

/** What routes work with; made once by `makeServices`. */
export interface Services {
  readonly db: Db;
  readonly library: CountyLibrary;
  readonly threads: CountyThreads;
  readonly answers: AnswerDesk;
  readonly results: KeptResults;
  readonly travelTimes: CountyTravelTimes;
  readonly groups: CountyGroups;
  readonly shares: CountyShares;
  /** Deliveries of files under way. */
  readonly intakes: IntakeDesk;
  /** Undefined where none is set up. */
  readonly osrm: OsrmTravelTimes | undefined;
  /** The program's version. */
  readonly programVersion: string;
  /** Now, as the county's civil time `YYYY-MM-DDTHH:MM`. */
  readonly civilTime: () => string;
  /** To be told after a county's current version changed. */
  countyChanged(code: string): void;
}
