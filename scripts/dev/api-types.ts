// node scripts/dev/api-types.mjs [--check]: the web client's types, made from the API's own OpenAPI document.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { describeApi } from '../../server/app.ts';
import { ROOT } from './dependencies.mjs';

const FILE = join(ROOT, 'web', 'api', 'schema.d.ts');
const HEAD =
  '// Made by scripts/dev/api-types.mjs from the API: change server/api/contract instead, then run it again.\n';

const document = await describeApi();
const text = HEAD + astToString(await openapiTS(document as Parameters<typeof openapiTS>[0]));
if (process.argv.includes('--check')) {
  const drifted = (await readFile(FILE, 'utf8').catch(() => '')) !== text;
  if (drifted)
    process.stdout.write('web/api/schema.d.ts is not what the API says: run node scripts/dev/api-types.mjs\n');
  process.exitCode = drifted ? 1 : 0;
} else {
  await writeFile(FILE, text);
}
