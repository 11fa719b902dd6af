import type { ApiApp } from './api-app.ts';
import { RequestError } from './problems.ts';

/**
 * Answers the methods that an address does not have with 405 and the list of those it has (RFC 9110, 15.5.6). Call it
 * before the routes are added.
 * @returns to be called after the last of them
 */
export function refuseOtherMethods(app: ApiApp): () => void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ routePath, method }) => {
    const methods = methodsOf.get(routePath) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    methodsOf.set(routePath, methods);
  });
  return () => {
    for (const [path, methods] of [...methodsOf]) refuseOthers(app, path, [...methods]);
  };
}

function refuseOthers(app: ApiApp, url: string, methods: readonly string[]): void {
  const allowed = (methods.includes('GET') ? [...new Set([...methods, 'HEAD'])] : methods).toSorted().join(', ');
  app.route({
    url,
    method: app.supportedMethods.filter((method) => !allowed.split(', ').includes(method)),
    schema: { hide: true },
    exposeHeadRoute: false,
    onRequest: async (_request, reply) => {
      reply.header('allow', allowed);
      const words = { zh: `该地址只支持 ${allowed}`, en: `this address takes ${allowed} only` };
      throw new RequestError(405, 'method-not-allowed', words);
    },
    handler: async () => undefined,
  });
}
