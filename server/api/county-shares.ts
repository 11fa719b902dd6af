import type { CellResolution } from '../../geodata/hexgrid/cells.ts';
import type { CellShares } from '../../geodata/hexgrid/share-out.ts';
import type { CountyLibrary } from '../counties/county-library.ts';
import { findOrMake, LatestUsed } from '../counties/latest-used.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import type { StoredNetwork } from '../db/networks.ts';
import type { CountyThreads } from '../workers/county-threads.ts';

/** A large county's at resolution 9 are 2 MB. */
const KEPT_SHARES = 24;

/** Households and people by cell: once for all rules, in a thread, since a county's cells may take 0.2 s to find. */
export class CountyShares {
  private readonly library: CountyLibrary;
  private readonly threads: CountyThreads;
  private readonly kept = new LatestUsed<Promise<CellShares>>(KEPT_SHARES, KEPT_SHARES);

  constructor(library: CountyLibrary, threads: CountyThreads) {
    this.library = library;
    this.threads = threads;
  }

  /** @param network any of the county's: the thread has it open */
  of(county: LoadedCounty, network: StoredNetwork, resolution: CellResolution): Promise<CellShares> {
    return findOrMake(this.kept, `${county.placesHash} ${resolution}`, 1, async () => {
      const openable = await this.library.openable(county, network);
      return this.threads.call('heavy', openable, 'shares', { resolution });
    });
  }
}
