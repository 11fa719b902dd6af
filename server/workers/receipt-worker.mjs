// Node 20 runs TypeScript only through a loader, and a thread does not inherit its parent's.
import { register } from 'tsx/esm/api';

register();
await import('./receipt-worker.ts');
