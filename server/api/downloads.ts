import type { FastifyReply } from 'fastify';

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Bytes = { type: 'string', format: 'binary' } as const;

/** An answer that is a workbook. */
export const WORKBOOK_RESPONSE = { description: 'XLSX', content: { [WORKBOOK_TYPE]: { schema: Bytes } } };

/** Makes the answer a workbook that browsers save under a name. */
export function asWorkbook(reply: FastifyReply, name: string): FastifyReply {
  return reply.type(WORKBOOK_TYPE).header('content-disposition', attachment(name));
}

/**
 * A file's name for browsers: in ASCII for the oldest, and whole (RFC 6266, RFC 5987).
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
