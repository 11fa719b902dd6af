// Registers the loader before the first TypeScript module.
import { register } from 'tsx/esm/api';

register();
await import('./api-types.ts');
