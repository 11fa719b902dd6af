import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

const TAGS = [
  { name: 'counties', description: 'Counties and the versions of their data' },
  { name: 'intakes', description: 'Deliveries of offices’ files: checked, marked, committed; templates' },
  { name: 'places', description: 'Townships, stations, settlements, boundary' },
  { name: 'networks', description: 'Road networks' },
  { name: 'travel', description: 'Driving times, routes, ground within reach' },
  { name: 'catchments', description: 'Who is reached by which station' },
  { name: 'groups', description: 'Cooperation groups 警务协作组: proposed, evaluated, explained' },
  { name: 'coverage', description: 'Video 智安小区, volunteer posts 治安信息员, and gaps' },
  { name: 'standard', description: 'The county’s standard: its scorecard and rules' },
  { name: 'dispatch', description: 'Who responds to a place, now' },
  { name: 'rules', description: 'Counting rules 统计口径' },
  { name: 'tiles', description: 'Vector tiles' },
  { name: 'service', description: 'The service itself' },
];

/** The head of the OpenAPI 3.1 document; its operations are made from the routes' own schemas. */
export function openApiDocument(programVersion: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hubshed',
        version: programVersion,
        description:
          'Who can reach whom in time, on real roads. Figures say what they were made of in `about`. Errors are RFC 9457 problems. Texts are Chinese by default: `lang=en`, or Accept-Language.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: TAGS,
    },
    transformObject: (document) => ('openapiObject' in document ? withComponents(document.openapiObject) : document),
  };
}

/** Puts every schema that has a name, see `Named`, once under the document's components, and refers to it. */
function withComponents(document: object): object {
  const schemas: Record<string, unknown> = {};
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const visited = tupleOf2020(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item)])));
    const { title, type } = visited as { readonly title?: unknown; readonly type?: unknown };
    if (typeof title !== 'string' || type !== 'object') return visited;
    schemas[title] = visited;
    return { $ref: `#/components/schemas/${title}` };
  };
  const visited = visit(document) as object;
  return { ...visited, components: { schemas } };
}

/** TypeBox writes tuples as JSON Schema did before 2020-12, which is what OpenAPI 3.1 takes. */
function tupleOf2020(schema: Record<string, unknown>): Record<string, unknown> {
  const { items, additionalItems, ...others } = schema;
  if (!Array.isArray(items) || schema['type'] !== 'array') return schema;
  return { ...others, prefixItems: items, items: additionalItems ?? false, maxItems: items.length };
}
