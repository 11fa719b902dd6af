import { Type } from 'typebox';
import { unknownId } from '../../geodata/errors.ts';
import { findResultProvenance, type ResultProvenance } from '../db/results.ts';
import { ruleView } from './about.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { ResultView, type ResultViewBody } from './contract/results.ts';
import { CountyCode, LangQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';

/** What the store keeps of answers: where a figure in somebody's hands came from. */
export function resultRoutes(app: ApiApp, { db }: Services): void {
  app.get(
    '/counties/:code/results/:inputHash',
    {
      schema: {
        tags: ['service'],
        summary: 'Provenance of a kept answer; the store keeps the newest groups, catchments and hexagons',
        params: Strict({ code: CountyCode, inputHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
        querystring: Strict(LangQuery),
        response: { 200: ResultView, ...PROBLEM_RESPONSES },
      },
    },
    async ({ params: { code, inputHash } }, reply) => {
      const found = await findResultProvenance(db, code, inputHash, { signal: clientGone(reply) });
      if (!found) throw unknownId('result', inputHash);
      return resultView(found);
    },
  );
}

/** The store holds what this program wrote; a word that the contract does not know would be its own mistake. */
function resultView({ rule, ...rest }: ResultProvenance): ResultViewBody {
  const { kind, condition, engine } = rest as Pick<ResultViewBody, 'kind' | 'condition' | 'engine'>;
  return { ...rest, kind, condition, engine, rule: rule ? ruleView(rule) : null };
}
