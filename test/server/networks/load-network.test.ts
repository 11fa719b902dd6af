import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadNetwork, saveNetwork } from '../../../server/networks/load-network.ts';
import { scenePbf } from '../../scenes/scene.ts';
import { scratchFile, scratchFolder } from '../files/scratch-file.ts';

const ROAD = { nodes: { a: [0, 0], b: [500, 0], c: [500, 400] }, ways: [{ nodes: 'abc' }] } as const;

async function roadFile(): Promise<string> {
  return scratchFile('road.osm.pbf', scenePbf(ROAD));
}

async function savedFile(choice: { profile?: string; condition?: 'night' } = {}): Promise<string> {
  const path = join(await scratchFolder(), 'road.network');
  await saveNetwork(path, await loadNetwork({ pbf: await roadFile(), ...choice }));
  return path;
}

describe('loadNetwork', () => {
  it('builds with the car profile by day where nothing else is asked', async () => {
    expect((await loadNetwork({ pbf: await roadFile() })).meta.profile).toBe('car');
  });

  it('opens byte for byte what was saved, with nothing left beside the file', async () => {
    const built = await loadNetwork({ pbf: await roadFile() });
    const path = await savedFile();
    const opened = await loadNetwork({ network: path });
    expect(new Uint8Array(opened.buffer)).toEqual(new Uint8Array(built.buffer));
    expect(opened.hash).toBe(built.hash);
    expect(await readdir(dirname(path))).toEqual(['road.network']);
  });

  it.each([
    [{ profile: 'car' }, { profile: 'car' }, true],
    [{ profile: 'car' }, { condition: 'base' }, true],
    [{ profile: 'car' }, { profile: 'rural-plain' }, false],
    [{ profile: 'car' }, { condition: 'night' }, false],
    [{ profile: 'rural-plain', condition: 'night' }, {}, true],
    [{ profile: 'rural-plain', condition: 'night' }, { condition: 'night' }, true],
    [{ profile: 'rural-plain', condition: 'night' }, { condition: 'base' }, false],
    [{ profile: 'rural-plain', condition: 'night' }, { profile: 'rural-plain' }, false],
    [{ profile: 'car+no-motorways', condition: 'night' }, { condition: 'night' }, true],
  ] as const)('of a network saved with %j, asked for %j, says whether it will do: %s', async (saved, asked, willDo) => {
    const network = await savedFile(saved);
    const loading = loadNetwork({ network, ...asked });
    if (willDo) await expect(loading).resolves.toMatchObject({ roadCount: 1 });
    else await expect(loading).rejects.toMatchObject({ code: 'network-malformed', data: { file: network } });
  });

  it('refuses a saved network with any one byte changed', async () => {
    const bytes = await readFile(await savedFile());
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x15;
      const network = await scratchFile('damaged.network', damaged);
      await expect(loadNetwork({ network }), `byte ${at}`).rejects.toMatchObject({ code: 'network-malformed' });
    }
  });

  it('names the file in what is wrong with it', async () => {
    const pbf = await scratchFile('road.osm.pbf', 'no roads');
    await expect(loadNetwork({ pbf })).rejects.toMatchObject({ code: 'osm-malformed', data: { file: pbf } });
    await expect(loadNetwork({ pbf })).rejects.toThrow(pbf);
    await expect(loadNetwork({ pbf: 'no-such-file' })).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('stops with the reason of the signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(loadNetwork({ pbf: await roadFile() }, signal)).rejects.toThrow('enough');
  });
});
