// npm run check: everything that can be known without running the program. One line for each check,
// its output only where it fails; exit code 1 where any failed.
import { spawn } from 'node:child_process';
import { ensureDependencies, localProgram, ROOT } from './dependencies.mjs';

/** @typedef {{ name: string, command: readonly [program: string, ...args: string[]] }} Check */

/** @type {readonly Check[]} */
const CHECKS = [
  { name: 'types: everything', command: ['tsc', '-p', '.'] },
  { name: 'types: geodata alone, no Node, no DOM', command: ['tsc', '-p', 'geodata'] },
  { name: 'types: web, with DOM', command: ['tsc', '-p', 'web'] },
  { name: 'types: web tests, with DOM and Node', command: ['tsc', '-p', 'test/web'] },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'who imports whom', command: ['vitest', 'run', '--project', 'unit', 'test/architecture'] },
  { name: 'nothing unused', command: ['knip'] },
  { name: 'web client made from the API', command: ['scripts/dev/api-types.mjs', '--check'] },
  { name: 'lockfile for all platforms', command: ['scripts/dev/complete-lockfile.mjs', '--check'] },
];

/** More at a time is slower on the two cores of a small machine: tsc and biome use several each. */
const CHECKS_AT_A_TIME = 2;

ensureDependencies();
const waiting = [...CHECKS];
const outcomes = await Promise.all(Array.from({ length: CHECKS_AT_A_TIME }, runWaiting));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

/** Takes checks from the queue until there are none; false where any failed. */
async function runWaiting() {
  let passed = true;
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    passed = (await run(check)) && passed;
  }
  return passed;
}

/**
 * @param {Check} check
 * @returns {Promise<boolean>} whether it passed
 */
async function run({ name, command: [program, ...args] }) {
  const startedAt = performance.now();
  const { code, output } = await capture([program.endsWith('.mjs') ? program : localProgram(program), ...args]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return code === 0;
}

/**
 * @param {readonly string[]} nodeArgs
 * @returns {Promise<{ code: number | null, output: string }>} standard output and error as they came
 */
function capture(nodeArgs) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, nodeArgs, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
