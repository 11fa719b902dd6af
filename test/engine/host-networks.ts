import { loadNetwork } from '../../server/networks/load-network.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { sceneBuffer } from '../scenes/scene.ts';

/** A network's bytes under the name a test shows. */
export interface HostNetwork {
  readonly name: string;
  readonly buffer: ArrayBufferLike;
}

/** The networks on which hosts are compared: a random scene, and a real county where its roads are at hand. */
export async function hostNetworks(): Promise<HostNetwork[]> {
  const networks: HostNetwork[] = [{ name: 'a scene', buffer: await sceneBuffer(randomScene(mulberry32(5))) }];
  const pbf = realData('changfeng/changfeng.osm.pbf');
  if (pbf) networks.push({ name: 'Changfeng', buffer: (await loadNetwork({ pbf })).buffer });
  return networks;
}
