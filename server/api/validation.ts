import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { Pointer } from 'typebox/value';
import { addressValues } from './address-values.ts';
import { echoed } from './echo.ts';
import { RequestError, type RequestProblem } from './problems.ts';
import { brokenKeyword, schemaProblemWords } from './schema-problem-words.ts';

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
    const value = isText ? addressValues(schema, given) : given;
    if (compiled.Check(value)) return { value };
    return { error: refusal(problemsOf(compiled.Errors(value), schema, httpPart)) };
  };
};

/**
 * Holds a value that came in some other way than as a whole body against the contract.
 * @param place begins the places of its problems, such as `choices`
 * @throws RequestError 400 with every problem
 */
export function requireSchema(schema: TSchema, value: unknown, place: string): void {
  const compiled = Compile(schema);
  if (!compiled.Check(value)) throw refusal(problemsOf(compiled.Errors(value), schema, place));
}

function refusal(problems: readonly RequestProblem[]): RequestError {
  return new RequestError(400, 'request-invalid', invalidWords(problems), problems);
}

function problemsOf(errors: readonly TLocalizedValidationError[], schema: TSchema, httpPart: string): RequestProblem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'additionalProperties' || !namesEveryMember(errors))
    .slice(0, LISTED_PROBLEMS)
    .map((error) => ({
      column: echoed(`${httpPart}${error.instancePath}`),
      rule: brokenKeyword(error),
      text: schemaProblemWords(error, exampleAt(schema, error.schemaPath)),
    }));
}

/** The checker names a member too many at its own place, and all of them once more at the object's. */
function namesEveryMember(errors: readonly TLocalizedValidationError[]): boolean {
  return errors.some(
    ({ keyword, schemaPath }) => keyword === 'boolean' && schemaPath.endsWith('/additionalProperties'),
  );
}

/** The contract's own example of the value at a path such as `#/properties/from`. */
function exampleAt(schema: TSchema, schemaPath: string): unknown {
  const place = Pointer.Get(schema, schemaPath.slice(1)) as { readonly examples?: readonly unknown[] } | undefined;
  return place?.examples?.[0];
}

function invalidWords([first]: readonly RequestProblem[]) {
  const where = { zh: first ? `${first.column}：${first.text.zh}` : '', en: `${first?.column}: ${first?.text.en}` };
  return { zh: `请求与接口约定不符（${where.zh}）`, en: `the request does not fit the contract (${where.en})` };
}
