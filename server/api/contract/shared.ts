import { type Static, type TSchema, Type } from 'typebox';
import { CONDITIONS } from '../../../geodata/roads/profiles/conditions.ts';

/** A schema of exactly these members: whatever else comes in is refused, never ignored. */
export function Strict<Members extends Record<string, TSchema>>(members: Members, options: object = {}) {
  return Type.Object(members, { additionalProperties: false, ...options });
}

/** A schema under the name by which the OpenAPI document and its clients know it. */
export function Named<Schema extends TSchema>(name: string, schema: Schema): Schema {
  return Object.assign(schema, { title: name });
}

/** A value, or null for "no answer". */
export function OrNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** One of some words, as an enumeration that clients see. */
export function OneOf<const Words extends readonly string[]>(words: Words, options: object = {}) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], ...options });
}

export const Coord = Type.Tuple([Type.Number(), Type.Number()], { description: 'longitude, latitude, degrees WGS 84' });

/** Longitude and latitude as one query parameter: `117.16,32.48`. */
export const LonLatText = Type.String({
  pattern: '^-?\\d{1,3}(\\.\\d{1,15})?,-?\\d{1,2}(\\.\\d{1,15})?$',
  description: 'longitude,latitude in degrees, WGS 84 (CGCS2000 is the same at this scale)',
  examples: ['117.16,32.48'],
});

export const Lang = OneOf(['zh', 'en'], { description: 'language of texts; else Accept-Language decides, else zh' });

export const LangQuery = { lang: Type.Optional(Lang) };

export const CountyCode = Type.String({
  pattern: '^[0-9]{6}$',
  description: 'GB/T 2260, six digits',
  examples: ['340121'],
});

export const VersionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'dataset version' });

/** Every read of a county takes these. */
export const CountyQuery = { ...LangQuery, version: Type.Optional(VersionNumber) };

export const CountyParams = Strict({ code: CountyCode });

export const ConditionWord = OneOf(CONDITIONS, { description: 'light and weather that speeds are for 情景' });

export const EngineDemand = OneOf(['any', 'embedded', 'osrm'], {
  description: 'any: OSRM where it is set up and answers, else the embedded engine, which the answer then says',
});

export const Id = Type.String({ minLength: 1, maxLength: 200 });

export const LabelledLine = Strict({ label: Type.String(), text: Type.String() });

export const VersionSourceView = Strict({
  name: Type.String(),
  sha256: Type.String({ description: 'hex, of the file’s bytes' }),
});

/** GeoJSON, RFC 7946; `about` says what the figures rest on. Properties have the keys of the JSON or the table. */
export const Features = Named(
  'Features',
  Type.Object(
    {
      type: Type.Literal('FeatureCollection'),
      about: Type.Object({ inputHash: Type.String() }),
      features: Type.Array(
        Type.Object({
          type: Type.Literal('Feature'),
          geometry: OrNull(Type.Object({ type: Type.String(), coordinates: Type.Array(Type.Unknown()) })),
          properties: Type.Record(Type.String(), Type.Unknown()),
        }),
      ),
    },
    { description: 'RFC 7946' },
  ),
);

/** An answer that is GeoJSON only. */
export function asGeojson<Schema extends TSchema>(schema: Schema) {
  return { description: 'GeoJSON, RFC 7946', content: { 'application/geo+json': { schema } } };
}

const CSV_CONTENT = {
  'text/csv': { schema: Type.String({ description: 'UTF-8, its headers in the language asked for' }) },
};
const XLSX_CONTENT = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    schema: Type.String({ format: 'binary', description: 'a workbook of one sheet' }),
  },
};

/** An answer that comes as JSON, GeoJSON or CSV, by Accept. */
export function inThreeForms<Schema extends TSchema>(json: Schema) {
  return {
    description: 'by Accept; without one, JSON',
    content: {
      'application/json': { schema: json },
      'application/geo+json': { schema: Features },
      ...CSV_CONTENT,
    },
  };
}

/** An answer that comes as JSON, GeoJSON, CSV or a workbook, by Accept. */
export function inFourForms<Schema extends TSchema>(json: Schema) {
  const { description, content } = inThreeForms(json);
  return { description, content: { ...content, ...XLSX_CONTENT } };
}

/** The same of what has no places: JSON, CSV or a workbook. */
export function inTableForms<Schema extends TSchema>(json: Schema) {
  return {
    description: 'by Accept; without one, JSON',
    content: { 'application/json': { schema: json }, ...CSV_CONTENT, ...XLSX_CONTENT },
  };
}

/** RFC 9457. */
export const Problem = Named(
  'Problem',
  Type.Object(
    {
      type: Type.String(),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      code: Type.String({ description: 'stable, for programs' }),
      problems: Type.Optional(
        Type.Array(
          Strict({
            file: Type.Optional(Type.String()),
            row: Type.Optional(Type.Integer()),
            column: Type.Optional(Type.String()),
            rule: Type.String(),
            text: Type.String(),
          }),
        ),
      ),
      problemCount: Type.Optional(Type.Integer()),
    },
    { description: 'RFC 9457' },
  ),
);
export type ProblemBody = Static<typeof Problem>;

/** Error answers, for every operation's list of responses. */
export const PROBLEM_RESPONSES = {
  '4xx': {
    description: 'refused; RFC 9457',
    content: { 'application/problem+json': { schema: Problem } },
  },
  '5xx': {
    description: 'failed; RFC 9457, without particulars',
    content: { 'application/problem+json': { schema: Problem } },
  },
} as const;
