import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import type { CountyLibrary } from '../counties/county-library.ts';
import { LatestUsed } from '../counties/latest-used.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import type { StoredNetwork } from '../db/networks.ts';
import { EmbeddedTravelTimes } from '../routing/embedded.ts';
import type { OsrmTravelTimes } from '../routing/osrm.ts';
import { type EngineDemand, TravelTimesSelection } from '../routing/select.ts';
import type { TravelTimes } from '../routing/travel-times.ts';
import type { CountyThreads } from '../workers/county-threads.ts';

const SELECTIONS = 200;

/** Travel times on a county's roads, from the embedded engine or the OSRM server: the one door for routes. */
export class CountyTravelTimes {
  private readonly library: CountyLibrary;
  private readonly threads: CountyThreads;
  private readonly osrm: OsrmTravelTimes | undefined;
  private readonly selections = new LatestUsed<TravelTimesSelection>(SELECTIONS, SELECTIONS);

  constructor(library: CountyLibrary, threads: CountyThreads, osrm: OsrmTravelTimes | undefined) {
    this.library = library;
    this.threads = threads;
    this.osrm = osrm;
  }

  /** @throws OsrmError `not-configured` where OSRM is demanded and there is none */
  async choose(county: LoadedCounty, network: StoredNetwork, demand: EngineDemand): Promise<TravelTimes> {
    const openable = await this.library.openable(county, network);
    const { threads } = this;
    let selection = this.selections.find(openable.key);
    if (!selection) {
      const embedded = new EmbeddedTravelTimes({
        network: await this.library.roads(network),
        pool: {
          matrix: (request) => threads.call('heavy', openable, 'matrix', request),
          call: (name, request) => threads.call('quick', openable, name, request),
        },
        snapLimitMetres: COUNTY_SNAP.limitMetres,
        joinableOnly: COUNTY_SNAP.joinableOnly,
      });
      selection = new TravelTimesSelection(embedded, this.osrm);
      this.selections.keep(openable.key, selection, 1);
    }
    return selection.choose(demand);
  }
}
