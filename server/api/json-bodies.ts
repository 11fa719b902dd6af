import type { ApiApp } from './api-app.ts';
import { RequestError } from './problems.ts';

/**
 * Reads JSON bodies strictly: UTF-8 without a wrong byte (Fastify's own parser turns wrong ones into U+FFFD, which
 * would then be kept as a name), nothing compressed (a few bytes could become eight million), and no member that
 * changes prototypes. Plain text, which any web page may send without asking, is not read at all.
 */
export function readJsonBodies(app: ApiApp): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    let text: string;
    try {
      refuseOtherCodings(request.headers);
      text = textOf(bytes);
    } catch (error) {
      done(error as Error);
      return;
    }
    void parse(request, text, done);
  });
}

/** JSON is UTF-8 (RFC 8259) whatever its header says. */
function refuseOtherCodings(headers: Readonly<Record<string, string | string[] | undefined>>): void {
  const coding = headers['content-encoding'];
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(String(headers['content-type']))?.[1];
  const isPlain = coding === undefined || coding === 'identity';
  if (isPlain && (charset === undefined || /^utf-?8$/i.test(charset))) return;
  throw new RequestError(415, 'body-encoded', {
    zh: '正文应为未压缩的 UTF-8 文本',
    en: 'the body must be UTF-8 and not compressed',
  });
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError(400, 'body-not-utf8', { zh: '正文不是有效的 UTF-8', en: 'the body is not valid UTF-8' });
  }
}
