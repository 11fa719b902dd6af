// Node 20 runs TypeScript only through a loader, and a thread does not inherit its parent's: it
// registers its own before the first TypeScript module is asked for.
import { register } from 'tsx/esm/api';

register();
await import('./engine-worker.ts');
