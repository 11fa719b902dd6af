import type { ApiApp } from './api-app.ts';
import { RequestError } from './problems.ts';

/** Where newer browsers say a request comes from (W3C Fetch Metadata), Origin or not. */
const FOREIGN_SITES = ['cross-site', 'same-site'];
const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps other people's web pages out: a browser on this machine can be made to send requests here. The Host header
 * must name this service (against a name that is pointed at 127.0.0.1 later), and a request that changes something
 * must come from a page of this service or from no page at all.
 * @param hosts names or addresses beside those of this machine
 */
export function guardOrigin(app: ApiApp, hosts: readonly string[]): void {
  const known = new Set([...THIS_MACHINE, ...hosts.map(nameInHeader)]);
  app.addHook('onRequest', async (request) => {
    const { host = '', origin } = request.headers;
    if (!known.has(nameOf(host))) {
      throw new RequestError(403, 'host-unknown', {
        zh: '不是本服务的主机名（HUBSHED_HOSTS）',
        en: 'not a host name of this service (HUBSHED_HOSTS)',
      });
    }
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    const isForeign = origin !== undefined && origin !== `${request.protocol}://${host}`;
    if (changes && (isForeign || FOREIGN_SITES.includes(String(request.headers['sec-fetch-site'])))) {
      throw new RequestError(403, 'origin-foreign', {
        zh: '请求来自其他网站',
        en: 'the request comes from another web site',
      });
    }
  });
}

/** As a Host header has it: an IPv6 address in brackets (RFC 3986, 3.2.2). */
function nameInHeader(host: string): string {
  return (/^[^[].*:/.test(host) ? `[${host}]` : host).toLowerCase();
}

/** The Host header without its port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
