import type { CallName, EngineRequest, EngineResponse } from '../../geodata/engine/calls.ts';
import { Engine } from '../../geodata/engine/engine.ts';
import { CountyThreads, type Lane, type OpenableCounty } from '../../server/workers/county-threads.ts';

/**
 * Answers calls about counties on the thread that asks, one engine a county: what a test replaces of a module then holds
 * for the engine too.
 */
export class InlineThreads extends CountyThreads {
  private readonly engines = new Map<string, Engine>();

  constructor() {
    super({ threads: { quick: 0, heavy: 0 } });
  }

  override async call<Name extends CallName>(
    _: Lane,
    { key, buffer, places, resolution }: OpenableCounty,
    name: Name,
    request: EngineRequest<Name>,
  ): Promise<EngineResponse<Name>> {
    let engine = this.engines.get(key);
    if (!engine) {
      engine = new Engine();
      engine.call('open', { buffer });
      engine.call('openCounty', { ...places, resolution });
      this.engines.set(key, engine);
    }
    return engine.call(name, request);
  }
}
