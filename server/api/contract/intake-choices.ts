import { type TSchema, Type } from 'typebox';
import { TABLE_KINDS } from '../../tables/table-kind.ts';
import { Named, OneOf, OrNull, Strict } from './shared.ts';

const FileName = { minLength: 1, maxLength: 200 };
const Text = Type.String({ minLength: 1, maxLength: 200 });

/** A value by a key of the user's own, such as a file's name. */
function ByText<Value extends TSchema>(value: Value, description: string) {
  return Type.Record(Type.String(FileName), value, { description, maxProperties: 10_000 });
}

export const TableKindWord = OneOf(TABLE_KINDS, { description: 'of a table: what the offices send' });

/** What the user decides of a delivery. */
export const IntakeChoicesForm = Named(
  'IntakeChoices',
  Strict({
    referenceSystems: Type.Optional(
      ByText(
        Text,
        'by file: its reference system, whatever its rows say; GCJ-02, EPSG:4490, CGCS2000 3-degree zone 39',
      ),
    ),
    trusted: Type.Optional(
      Type.Array(Type.String(FileName), {
        maxItems: 64,
        description: 'files whose reference system the user stands by, whatever the evidence says',
      }),
    ),
    columns: Type.Optional(
      Type.Partial(
        Strict(
          Object.fromEntries(
            TABLE_KINDS.map((kind) => [kind, ByText(Text, 'by key of a header: a field of the template, or ignore')]),
          ),
        ),
        { additionalProperties: false, description: 'by kind of table: what headers mean; remembered at the commit' },
      ),
    ),
    kinds: Type.Optional(
      ByText(
        Type.Record(Type.String({ maxLength: 200 }), OneOf([...TABLE_KINDS, 'ignore'] as const), {
          maxProperties: 1000,
        }),
        'by file, then sheet (empty where the file has none): the kind of its table',
      ),
    ),
    matches: Type.Optional(
      ByText(OrNull(Text), 'by code of a village-level unit: the settlement that it is, or null for none'),
    ),
  }),
);
