import { describe, expect, it } from 'vitest';
import { describeApi } from '../../../server/app.ts';

/** Every object of a JSON value, itself included. */
function objectsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsOf);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('the OpenAPI document', () => {
  it('writes tuples as JSON Schema 2020-12, which OpenAPI 3.1 is made of', async () => {
    const document = (await describeApi()) as { readonly openapi: string };
    expect(document.openapi).toBe('3.1.0');
    const schemas = objectsOf(document);
    expect(
      schemas.filter(({ items, additionalItems }) => Array.isArray(items) || additionalItems !== undefined),
    ).toEqual([]);
    expect(schemas).toContainEqual(
      expect.objectContaining({
        type: 'array',
        prefixItems: [{ type: 'number' }, { type: 'number' }],
        items: false,
        minItems: 2,
        maxItems: 2,
      }),
    );
  });
});
