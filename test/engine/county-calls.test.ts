import { describe, expect, it } from 'vitest';
import { Engine } from '../../geodata/engine/engine.ts';
import { mulberry32 } from '../oracles/random.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { sceneBuffer } from '../scenes/scene.ts';
import { answersOf, hostCalls } from './host-calls.ts';

const MISTAKES = ['groups of no county', 'half a network', 'minutes below none', 'a point nowhere'];

describe('the table of calls that hosts are compared by', () => {
  it('is answered, but for the mistakes in it', async () => {
    const engine = new Engine();
    const calls = hostCalls(await sceneBuffer(randomScene(mulberry32(5))));
    const failed: string[] = [];
    for (const call of calls) {
      const lines = await answersOf(async (name, request) => engine.call(name, request), [call]);
      if (lines.some((line) => line.startsWith(`${call.title}/message`))) failed.push(call.title);
    }
    expect(failed).toEqual(MISTAKES);
  });
});
