import { unknownId } from '../../geodata/errors.ts';
import { DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { Db } from '../db/db.ts';
import type { StoredNetwork } from '../db/networks.ts';
import { type DatasetVersion, listCounties, listVersions } from '../db/versions.ts';
import type { OpenableCounty } from '../workers/county-threads.ts';
import { shareNetwork } from '../workers/engine-pool.ts';
import { findOrMake, LatestUsed } from './latest-used.ts';
import { type LoadedCounty, loadCounty } from './loaded-county.ts';
import { readStoredNetwork } from './stored-network.ts';

/** Kept in memory: counties without their networks, networks, and bytes of the latter. */
const LOADED_COUNTIES = 24;
const OLDER_VERSIONS = 500;
const NETWORKS = 100;
const NETWORK_BYTES = 512 << 20;
/** How long another process's import may go unseen. */
const CURRENT_FOR_MS = 1000;

/**
 * Counties read from the store once and shared by all requests. Versions never change, so that only the question
 * which one is current is asked again: at once after a change in this process, within a second after one elsewhere.
 */
export class CountyLibrary {
  private readonly db: Db;
  private readonly loaded = new LatestUsed<Promise<LoadedCounty>>(LOADED_COUNTIES, LOADED_COUNTIES);
  private readonly networks = new LatestUsed<Promise<RoadNetwork>>(NETWORK_BYTES, NETWORKS);
  private readonly older = new LatestUsed<Promise<DatasetVersion>>(OLDER_VERSIONS, OLDER_VERSIONS);
  private current: { readonly asked: number; readonly versions: Promise<DatasetVersion[]> } | undefined;

  constructor(db: Db) {
    this.db = db;
  }

  /** The current version of every county, by code. */
  currentVersions(): Promise<DatasetVersion[]> {
    const now = performance.now();
    if (!this.current || now - this.current.asked > CURRENT_FOR_MS) {
      const versions = listCounties(this.db);
      this.current = { asked: now, versions };
      versions.catch(() => this.changed());
    }
    return this.current.versions;
  }

  /** All versions of a county, the newest first. @throws GeodataError `unknown-id` where there is none */
  async versions(code: string): Promise<DatasetVersion[]> {
    const found = await listVersions(this.db, code);
    if (found.length === 0) throw unknownId('county', code);
    return found;
  }

  /**
   * A county's version, by default the current one.
   * @throws GeodataError `unknown-id` where there is no such county or version
   */
  async open(code: string, number?: number): Promise<LoadedCounty> {
    const current = (await this.currentVersions()).find(({ countyCode }) => countyCode === code);
    if (!current) throw unknownId('county', code);
    if (number === undefined || number === current.number) return this.load(current);
    return this.load(await this.olderVersion(code, number));
  }

  /** What a worker thread needs to answer calls on one of a county's networks. */
  async openable(county: LoadedCounty, network: StoredNetwork): Promise<OpenableCounty> {
    return {
      key: `${county.placesHash} ${network.hash}`,
      buffer: shareNetwork((await this.roads(network)).buffer),
      places: county.places,
      resolution: DEFAULT_CELL_RESOLUTION,
    };
  }

  /** A network, open in shared memory; compared with its hash once. */
  roads(network: StoredNetwork): Promise<RoadNetwork> {
    return findOrMake(this.networks, network.hash, network.byteLength, () => readStoredNetwork(this.db, network));
  }

  /** To be told after a county's current version changed. */
  changed(): void {
    this.current = undefined;
  }

  /** One that is not current: of it nothing changes, so that it is asked for once. */
  private olderVersion(code: string, number: number): Promise<DatasetVersion> {
    return findOrMake(this.older, `${code} ${number}`, 1, async () => {
      const version = (await listVersions(this.db, code)).find((candidate) => candidate.number === number);
      if (!version) throw unknownId('version', String(number));
      return { ...version, isCurrent: false };
    });
  }

  /** Of what is loaded only `isCurrent` may change. */
  private async load(version: DatasetVersion): Promise<LoadedCounty> {
    const county = await findOrMake(this.loaded, String(version.id), 1, () => loadCounty(this.db, version));
    return county.version.isCurrent === version.isCurrent ? county : { ...county, version };
  }
}
