import { Engine } from '../../../geodata/engine/engine.ts';
import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { EmbeddedTravelTimes } from '../../../server/routing/embedded.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { asciiScene } from '../../scenes/ascii-scene.ts';
import { type OpenScene, openScene } from '../../scenes/scene.ts';

/** A point farther than this from any road has none, in all tests of travel times. */
export const SNAP_LIMIT_METRES = 1_500;

/** Streets with a one-way among them, and an island x-y without a connection, 2 km to the east. */
const MAP = `
  a----b----c----d
  |    |    |    |
  |    |    |    |
  e----f----g----h                    x----y
  |    |    |    |
  |    |    |    |
  i----j----k----l
`;

export function openRoutingScene(): Promise<OpenScene> {
  return openScene(asciiScene(MAP, { tags: { fg: { oneway: 'yes' }, gk: { highway: 'residential' } } }));
}

/** Points strewn over the streets, some 100 m off them; the same ones for the same seed. */
export function strewn({ at }: OpenScene, count: number, seed: number): LonLat[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, () => at(random() * 1500, random() * 700));
}

/** The embedded engine on this thread instead of in a pool. */
export function embeddedOn(network: RoadNetwork): EmbeddedTravelTimes {
  const engine = new Engine();
  engine.call('open', { buffer: network.buffer });
  const pool: ConstructorParameters<typeof EmbeddedTravelTimes>[0]['pool'] = {
    matrix: async (request) => engine.call('matrix', request),
    call: async (name, request) => engine.call(name, request),
  };
  return new EmbeddedTravelTimes({ network, pool, snapLimitMetres: SNAP_LIMIT_METRES });
}
