// Registers the loader before the first TypeScript module: see engine-worker.mjs.
import { register } from 'tsx/esm/api';

register();
await import('./county-worker.ts');
