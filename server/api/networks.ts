import { Type } from 'typebox';
import { unknownId } from '../../geodata/errors.ts';
import { sendAnswer } from './answers.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { CountyCode, CountyQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';

/** The bytes of a road network, as the server's own threads use them. */
export function networkRoutes(app: ApiApp, { library, answers }: Services): void {
  app.get(
    '/counties/:code/networks/:hash',
    {
      schema: {
        tags: ['networks'],
        summary: 'A road network’s buffer; the hash names the bytes, so they never change',
        produces: ['application/octet-stream'],
        params: Strict({ code: CountyCode, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
        querystring: Strict(CountyQuery),
        response: { 200: Type.Any({ description: 'bytes' }), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { code, hash } = request.params;
      const county = await library.open(code, request.query.version);
      const network = county.networks.find((candidate) => candidate.hash === hash);
      if (!network) throw unknownId('network', hash);
      const answer = await answers.get(`network ${hash}`, clientGone(reply), async () => ({
        contentType: 'application/octet-stream',
        bytes: Buffer.from((await library.roads(network)).buffer),
      }));
      return sendAnswer(request, reply, answer, 'for-good');
    },
  );
}
