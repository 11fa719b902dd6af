// Node 20 runs TypeScript only through a loader: see server/workers/engine-worker.mjs.
import { register } from 'tsx/esm/api';

register();
await import('./workbook-once.ts');
