import { type Static, Type } from 'typebox';
import { TABLE_KINDS } from '../../tables/table-kind.ts';
import { TableKindWord } from './intake-choices.ts';
import { LangQuery, Named, OneOf, OrNull, Strict } from './shared.ts';

export const TemplateParams = Strict({ kind: OneOf(TABLE_KINDS, { description: 'of the table' }) });
export const TemplateQuery = Strict({
  ...LangQuery,
  format: Type.Optional(OneOf(['xlsx', 'csv'], { description: 'else Accept decides, else xlsx' })),
});

const Words = Strict({ zh: Type.String(), en: Type.String() });

/** What the tables of offices look like. */
export const TemplateList = Named(
  'TemplateList',
  Strict({
    templates: Type.Array(
      Strict({
        kind: TableKindWord,
        name: Words,
        fields: Type.Array(
          Strict({
            key: Type.String({ description: 'by which IntakeChoices.columns name it' }),
            name: Words,
            required: Type.Boolean(),
            type: Type.String(),
            note: Words,
            choices: OrNull(Type.Array(Type.String({ description: 'in the language of the request' }))),
          }),
        ),
      }),
    ),
  }),
);
export type TemplateListBody = Static<typeof TemplateList>;
