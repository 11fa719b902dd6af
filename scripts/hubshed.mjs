#!/usr/bin/env node
// The command line's entrance: makes sure of the dependencies, then hands over to the TypeScript in cli.ts.
import { ensureDependencies } from './dev/dependencies.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
