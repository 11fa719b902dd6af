import { Type } from 'typebox';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';

const Health = Strict({
  status: OneOf(['ok']),
  store: OneOf(['embedded', 'server']),
  osrm: Type.Boolean({ description: 'whether an OSRM server is set up' }),
  programVersion: Type.String(),
});

/** `GET /health`: answers where the store does. */
export function healthRoutes(app: ApiApp, { db, osrm, programVersion }: Services): void {
  app.get(
    '/health',
    {
      schema: {
        tags: ['service'],
        summary: 'Whether the service and its store answer',
        response: { 200: Health, ...PROBLEM_RESPONSES },
      },
    },
    async (_request, reply) => {
      await db.query('SELECT 1', [], { signal: clientGone(reply) });
      reply.header('cache-control', 'no-store');
      return { status: 'ok' as const, store: db.kind, osrm: osrm !== undefined, programVersion };
    },
  );
}
