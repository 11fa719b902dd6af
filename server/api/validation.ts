import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { RequestError, type RequestProblem } from './problems.ts';

/** At most so many problems of a request are listed. */
const LISTED_PROBLEMS = 20;

/**
 * Checks requests against the contract. Parameters of an address are text and are read as what the schema asks for;
 * a body is taken as it is. Whatever the contract does not name is refused, and every problem is told at once.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = 'request' }) => {
  const compiled = Compile(schema);
  const isText = httpPart !== 'body';
  return (given: unknown) => {
    const value = isText ? Value.Convert(schema, given) : given;
    if (compiled.Check(value)) return { value };
    const problems = compiled
      .Errors(value)
      .slice(0, LISTED_PROBLEMS)
      .map(
        ({ instancePath, keyword, message }): RequestProblem => ({
          column: `${httpPart}${instancePath}`,
          rule: keyword,
          text: message,
        }),
      );
    return { error: new RequestError(400, 'request-invalid', invalidWords(problems), problems) };
  };
};

function invalidWords(problems: readonly RequestProblem[]) {
  const [first] = problems;
  const where = first ? `${first.column}: ${first.text}` : '';
  return { zh: `请求与接口约定不符（${where}）`, en: `the request does not fit the contract (${where})` };
}
