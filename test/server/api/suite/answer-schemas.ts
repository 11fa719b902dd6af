import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

/** As much of an OpenAPI document as says what answers look like. */
interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >;
}

/** The schemas of a service's answers, out of its own OpenAPI document. */
export class AnswerSchemas {
  private readonly document: OpenApiDocument;
  private readonly compiled = new Map<string, Validator>();

  constructor(document: object) {
    this.document = document as OpenApiDocument;
  }

  /** What of an answer does not fit its operation's schema, a line each. @throws Error where the document has none */
  problems(method: string, path: string, status: number, mediaType: string, body: unknown): string[] {
    const key = `${method} ${this.pathOf(method, path)} ${status} ${mediaType}`;
    let schema = this.compiled.get(key);
    if (!schema) {
      schema = Compile(this.schemaOf(method, path, status, mediaType) as TSchema);
      this.compiled.set(key, schema);
    }
    if (schema.Check(body)) return [];
    return [...schema.Errors(body)].map(({ instancePath, message }) => `${key} ${instancePath}: ${message}`);
  }

  /** Every operation, as `get /api/counties/{code}`. */
  operations(): string[] {
    return Object.entries(this.document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
  }

  /** The operation's own path, such as `/api/counties/{code}`. */
  pathOf(method: string, path: string): string {
    const matching = Object.keys(this.document.paths).filter(
      (pattern) => this.document.paths[pattern]?.[method] && patternOf(pattern).test(path),
    );
    const [found] = matching;
    if (found === undefined || matching.length > 1) {
      throw new Error(`${method} ${path} is ${matching.length} operations of the document.`);
    }
    return found;
  }

  private schemaOf(method: string, path: string, status: number, mediaType: string): unknown {
    const operation = this.document.paths[this.pathOf(method, path)]?.[method];
    const range = `${Math.floor(status / 100)}XX`;
    const { responses } = operation ?? { responses: {} };
    const answer = responses[status] ?? responses[range] ?? responses[range.toLowerCase()];
    const schema = answer?.content?.[mediaType]?.schema;
    if (schema === undefined) throw new Error(`${method} ${path} says nothing of ${status} ${mediaType}.`);
    return this.withoutReferences(schema);
  }

  private withoutReferences(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.withoutReferences(item));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref } = value as { readonly $ref?: unknown };
    if (typeof $ref === 'string') {
      return this.withoutReferences(this.document.components.schemas[$ref.split('/').pop() ?? '']);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.withoutReferences(item)]));
  }
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}
