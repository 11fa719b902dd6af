import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { XLSX_TYPE } from './negotiate.ts';

/** An answer that is a workbook. */
export const WORKBOOK_RESPONSE = {
  description: 'XLSX',
  content: { [XLSX_TYPE]: { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) } },
};

/** Answers with a workbook that browsers save under a name. */
export function sendWorkbook(
  reply: FastifyReply,
  { buffer, byteOffset, byteLength }: Uint8Array,
  name: string,
): FastifyReply {
  return reply
    .type(XLSX_TYPE)
    .header('content-disposition', attachment(name))
    .send(Buffer.from(buffer, byteOffset, byteLength));
}

/** A file's name for browsers: in ASCII for the oldest, and whole (RFC 6266, RFC 5987). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
