import type { ApiApp } from './api-app.ts';
import { RequestError } from './problems.ts';

const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps other people's web pages out: a browser on this machine can be made to send requests here. The Host header
 * must name this service (against a name that is pointed at 127.0.0.1 later), and a request that changes something
 * must come from a page of this service or from no page at all.
 * @param hosts names or addresses beside those of this machine
 */
export function guardOrigin(app: ApiApp, hosts: readonly string[]): void {
  const known = new Set([...THIS_MACHINE, ...hosts.map((host) => host.toLowerCase())]);
  app.addHook('onRequest', async (request) => {
    const { host = '', origin } = request.headers;
    if (!known.has(nameOf(host))) {
      throw new RequestError(403, 'host-unknown', {
        zh: '不是本服务的主机名（HUBSHED_HOSTS）',
        en: 'not a host name of this service (HUBSHED_HOSTS)',
      });
    }
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && origin !== undefined && origin !== `${request.protocol}://${host}`) {
      throw new RequestError(403, 'origin-foreign', {
        zh: '请求来自其他网站',
        en: 'the request comes from another web site',
      });
    }
  });
}

/** The Host header without its port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
