import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import { openNetwork, type RoadNetwork, verifyNetwork } from '../../geodata/roads/network.ts';
import { chooseNetwork, type NetworkChoice } from '../../server/counties/choose-network.ts';
import { readBoundary } from '../../server/db/boundaries.ts';
import type { Db } from '../../server/db/db.ts';
import { listNetworks, readNetworkBuffer } from '../../server/db/networks.ts';
import { listSettlements } from '../../server/db/settlements.ts';
import { listStations } from '../../server/db/stations.ts';
import { currentVersion, type DatasetVersion } from '../../server/db/versions.ts';
import type { AreaFeature } from '../../server/files/read-areas.ts';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';
import { withStore } from './store-options.ts';
import type { Words } from './words.ts';

/** A county's roads and places, wherever they come from. */
export interface County {
  readonly network: RoadNetwork;
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  /** Undefined where there is no boundary. */
  readonly boundary: readonly AreaFeature[] | undefined;
  /** What a reader of the result should know of the places. */
  readonly notes: readonly Words[];
}

/**
 * The current version of a county in the store.
 * @throws CommandFailure where the store has no such county, or no network of the profile asked for
 */
export function loadStoredCounty(code: string, choice: NetworkChoice, context: CommandContext): Promise<County> {
  return withStore(context, async (db) => {
    const version = await currentVersion(db, code);
    if (!version) {
      throw new CommandFailure(EXIT.noAnswer, {
        zh: `数据库中没有县 ${code}，请先用 hubshed import 导入`,
        en: `the store has no county ${code}; hubshed import brings one in`,
      });
    }
    const network = await storedNetwork(db, version, choice);
    const boundary = await readBoundary(db, version.id);
    const { countyName, number } = version;
    return {
      network,
      stations: await listStations(db, version.id),
      settlements: await listSettlements(db, version.id),
      boundary: boundary && [{ id: code, name: countyName, polygons: boundary }],
      notes: [{ zh: `${countyName} 第 ${number} 版数据`, en: `${countyName}, version ${number} of its data` }],
    };
  });
}

async function storedNetwork(db: Db, version: DatasetVersion, choice: NetworkChoice): Promise<RoadNetwork> {
  const stored = await listNetworks(db, version.id);
  const found = chooseNetwork(stored, choice);
  const buffer = found && (await readNetworkBuffer(db, found.hash));
  if (!buffer) {
    const profiles = stored.map((candidate) => candidate.profile).join(', ');
    throw new CommandFailure(EXIT.noAnswer, {
      zh: `该版数据只有这些速度参数的路网：${profiles}`,
      en: `this version has networks of these profiles only: ${profiles}`,
    });
  }
  const network = openNetwork(buffer);
  verifyNetwork(network);
  return network;
}
