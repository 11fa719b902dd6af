import { openNetwork, type RoadNetwork, verifyNetwork } from '../../geodata/roads/network.ts';
import type { Db } from '../db/db.ts';
import { readNetworkBuffer, type StoredNetwork } from '../db/networks.ts';

/** A network of the store, compared with its hash. @throws Error where the store lacks it */
export async function readStoredNetwork(db: Db, { hash }: Pick<StoredNetwork, 'hash'>): Promise<RoadNetwork> {
  const buffer = await readNetworkBuffer(db, hash);
  if (!buffer) throw new Error(`Network ${hash} is not in the store.`);
  const network = openNetwork(buffer);
  verifyNetwork(network);
  return network;
}
