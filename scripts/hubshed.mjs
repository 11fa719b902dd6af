#!/usr/bin/env node
// The command line's entrance: makes sure of the dependencies, then hands over to the TypeScript in cli.ts.
import { ensureDependencies } from './dev/dependencies.mjs';

ensureDependencies();
// Through npm the working folder is the project's; paths are meant from where the user stands.
if (process.env.npm_lifecycle_event && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
