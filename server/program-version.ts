import { readFile } from 'node:fs/promises';

/** The program's own version. */
export async function programVersion(): Promise<string> {
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
