/** As much of JSON Schema as the contract uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** One for all items, or one for each of a tuple. */
  readonly items?: Schema | readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A parameter of an address. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

/** One operation of the API. */
export interface Operation {
  /** Such as `GET`. */
  readonly method: string;
  /** Such as `/api/counties/{code}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body; undefined where there is none, or another kind. */
  readonly body: Schema | undefined;
  readonly isForm: boolean;
  /** That the path has, HEAD included. */
  readonly pathMethods: readonly string[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface DocumentedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation of an OpenAPI document, its references resolved. */
export function operationsOf(document: object): Operation[] {
  const { paths, components } = document as OpenApi;
  return Object.entries(paths).flatMap(([path, operations]) => {
    const names = Object.keys(operations).map((name) => name.toUpperCase());
    const pathMethods = names.includes('GET') ? [...names, 'HEAD'] : names;
    return Object.entries(operations).map(([method, { parameters = [], requestBody }]): Operation => {
      const json = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase(),
        path,
        parameters,
        body: json && resolved(json, components.schemas),
        isForm: requestBody?.content['multipart/form-data'] !== undefined,
        pathMethods,
      };
    });
  });
}

function resolved(schema: Schema, named: Readonly<Record<string, Schema>>): Schema {
  if (schema.$ref !== undefined) {
    const found = named[schema.$ref.replace('#/components/schemas/', '')];
    if (!found) throw new Error(`The document has no ${schema.$ref}.`);
    return resolved(found, named);
  }
  const { items, prefixItems, properties } = schema;
  const each = (item: Schema): Schema => resolved(item, named);
  return {
    ...schema,
    ...(prefixItems && { prefixItems: prefixItems.map(each) }),
    ...(items && { items: isTuple(items) ? items.map(each) : each(items) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, each(value)])),
    }),
  };
}

function isTuple(items: Schema | readonly Schema[]): items is readonly Schema[] {
  return Array.isArray(items);
}

/** The schemas of a tuple's items, in either draft's way; undefined for any other list. */
export function tupleOf({ items, prefixItems }: Schema): readonly Schema[] | undefined {
  return prefixItems ?? (items && isTuple(items) ? items : undefined);
}

/** The schema of a list's items. */
export function itemOf({ items }: Schema): Schema {
  return items && !isTuple(items) ? items : {};
}
