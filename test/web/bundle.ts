import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Syntax no newer than the oldest supported browser knows. It does not add missing functions: hence the ES2021 library. */
const OLDEST_BROWSER = 'chrome90';

/**
 * Bundles a file and all it imports into one classic script, as text.
 *
 * @param entry the file, as `new URL('./some.worker.ts', import.meta.url)`
 * @throws Error listing esbuild's messages, where an import cannot be resolved for a browser
 */
export async function bundleForBrowser(entry: URL): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: OLDEST_BROWSER,
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`esbuild made no file of ${entry.href}.`);
  return output.text;
}
