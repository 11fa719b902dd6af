import { loadNetwork } from '../../server/networks/load-network.ts';

/**
 * Builds the network of one file in this process and prints milliseconds and peak memory as JSON: run
 * as a process of its own, since peak memory is that of a whole process.
 */
const [pbf] = process.argv.slice(2);
if (!pbf) throw new Error('build-once FILE');
const startedAt = performance.now();
const network = await loadNetwork({ pbf, profile: 'car', condition: undefined });
const ms = performance.now() - startedAt;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, peakMegabytes, bytes: network.buffer.byteLength }));
