import { type Static, Type } from 'typebox';
import { CONDITIONS } from '../../../geodata/roads/profiles/conditions.ts';
import { PROFILE_IDS } from '../../../geodata/roads/profiles/find-profile.ts';
import { VersionView } from './counties.ts';
import { IntakeChoicesForm, TableKindWord } from './intake-choices.ts';
import { ConditionWord, Coord, CountyCode, LangQuery, Named, OneOf, OrNull, Problem, Strict } from './shared.ts';

/** The parts of a delivery. Clients and the document see it; the parts themselves are checked as they stream in. */
export const DeliveryForm = Strict({
  files: Type.Unsafe<unknown>({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    minItems: 1,
    maxItems: 64,
    description:
      '.xlsx, .csv, .geojson, zipped Shapefile, at most 64 MiB each and 256 MiB together; .osm.pbf, at most 512 MiB',
  }),
  choices: Type.Optional(Type.String({ description: 'IntakeChoices as JSON' })),
});

const IntakeId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  description: 'of a delivery under way',
});
const FilePosition = Type.Integer({ minimum: 0, maximum: 63, description: 'of a file in the delivery, from 0' });
const Level = OneOf(['error', 'doubt', 'repair'], {
  description: 'error: keeps its row out; doubt: wants a look; repair: put right, being certain',
});
const Counts = Strict({ error: Type.Integer(), doubt: Type.Integer(), repair: Type.Integer() });
const Sheet = OrNull(Type.String());
const FigureOrText = Type.Union([Type.Number(), Type.String()]);

export const IntakeParams = Strict({ code: CountyCode, id: IntakeId });
export const ReceiptParams = Strict({ code: CountyCode, id: IntakeId, file: FilePosition });

export const IntakeQuery = Strict({
  ...LangQuery,
  level: Type.Optional(Level),
  file: Type.Optional(FilePosition),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
});
export const PreviewQuery = Strict({ ...LangQuery, file: Type.Optional(FilePosition) });

export const IntakeBegun = Named('IntakeBegun', Strict({ id: Type.String(), state: Type.String() }));

const IntakeFileView = Strict({
  name: Type.String(),
  byteLength: OrNull(Type.Integer()),
  sha256: OrNull(Type.String({ description: 'hex; none of a refused file' })),
  roles: Type.Array(OneOf(['roads', 'boundary', 'townships', 'tables', 'nothing', 'refused'])),
  tables: Type.Array(Strict({ sheet: Sheet, kind: TableKindWord, rowCount: Type.Integer(), badRows: Type.Integer() })),
  counts: Counts,
});

const FindingView = Strict({
  level: Level,
  rule: Type.String({ description: 'stable, for programs' }),
  file: Type.String({ description: 'empty where it is about the delivery as a whole' }),
  sheet: Sheet,
  row: OrNull(Type.Integer({ description: 'as a spreadsheet numbers it, from 1' })),
  column: OrNull(Type.String({ description: 'the header as the file writes it' })),
  columnIndex: OrNull(Type.Integer({ description: 'position of the column in the sheet, from 0' })),
  reason: Type.String(),
  text: Type.String({ description: 'place and reason as one line' }),
  data: Type.Record(Type.String(), FigureOrText),
});

const ReadingView = Strict({
  reading: Type.String({ description: 'the reference system and what else is read otherwise, in words' }),
  system: OrNull(
    Type.String({
      description: 'code for IntakeChoices.referenceSystems, where the reading is a plain system and no more',
    }),
  ),
  rows: Type.Integer(),
  located: Type.Integer(),
  inside: OrNull(Type.Integer({ description: 'rows inside the county' })),
  roadMetres: OrNull(Type.Number({ description: 'median distance to a road' })),
  shiftMetres: OrNull(Type.Number({ description: 'median shift from places known from elsewhere' })),
  shiftBearing: OrNull(Type.Number({ description: 'degrees clockwise from north' })),
  certainty: Type.Number({ description: 'standard errors in favour of the claim; 0 for the claim itself' }),
});

const EvidenceView = Strict({
  file: Type.String(),
  sheet: Sheet,
  kind: TableKindWord,
  system: Type.String({ description: 'code of the reference system that is claimed' }),
  trusted: Type.Boolean(),
  points: Type.Integer(),
  known: Type.Integer({ description: 'points whose place is known from elsewhere' }),
  verdict: OneOf(['consistent', 'contradicted', 'undecided']),
  claimed: ReadingView,
  better: OrNull(ReadingView),
  candidates: Type.Array(ReadingView, { description: 'the likeliest first' }),
  missing: Type.Array(Type.String({ description: 'what the verdict leaves open' })),
});

export const IntakeView = Named(
  'IntakeView',
  Strict({
    id: Type.String(),
    state: OneOf(['checking', 'checked', 'committing', 'committed', 'failed']),
    progress: OrNull(
      Strict({
        stage: Type.String({ description: 'read, or that of the commit: check, network, write, publish' }),
        file: OrNull(Type.String({ description: 'that is being read' })),
        done: Type.Integer({ description: 'files read, or steps of the stage' }),
        total: Type.Integer(),
        rowsDone: Type.Integer({ description: 'of the file that is being read' }),
        rows: Type.Integer({ description: 'as far as is known' }),
      }),
    ),
    files: Type.Array(IntakeFileView, { description: 'in the order in which they came' }),
    counts: Counts,
    findings: Strict({
      total: Type.Integer({ description: 'that fit the level and file asked for' }),
      offset: Type.Integer(),
      items: Type.Array(FindingView),
    }),
    unknownColumns: Type.Array(
      Strict({
        ...{ file: Type.String(), sheet: Sheet, kind: TableKindWord, header: Type.String() },
        key: Type.String({ description: 'by which IntakeChoices say what it means' }),
      }),
    ),
    coordinates: Type.Array(EvidenceView),
    matches: OrNull(
      Strict({
        ...{ byCode: Type.Integer(), byName: Type.Integer(), ambiguous: Type.Integer(), unmatched: Type.Integer() },
      }),
    ),
    offered: Type.Array(
      Strict({
        code: Type.String(),
        name: Type.String(),
        candidates: Type.Array(Strict({ settlementId: Type.String(), name: Type.String(), score: Type.Number() })),
      }),
      { description: 'units that may be one of several settlements; IntakeChoices.matches decides' },
    ),
    choices: OrNull(IntakeChoicesForm),
    commit: Strict({
      all: Type.Boolean({ description: 'it may be committed with every row' }),
      good: Type.Boolean({ description: 'it may be committed without the rows that have errors' }),
    }),
    version: OrNull(VersionView),
    failure: OrNull(Problem),
  }),
);
export type IntakeViewBody = Static<typeof IntakeView>;
export type FindingViewBody = Static<typeof FindingView>;
export type ReadingViewBody = Static<typeof ReadingView>;
export type EvidenceViewBody = Static<typeof EvidenceView>;

/** What a commit is asked for. */
export const CommitForm = Strict({
  name: Type.String({ minLength: 1, maxLength: 200, description: 'of the county' }),
  note: Type.Optional(Type.String({ maxLength: 4000, description: 'on this version' })),
  rows: OneOf(['all', 'good'], { description: 'good: leave out the rows that have errors; all: an error refuses all' }),
  profile: Type.Optional(OneOf(PROFILE_IDS, { description: 'of the roads that the delivery brings; rural-plain' })),
  conditions: Type.Optional(
    Type.Array(ConditionWord, {
      minItems: 1,
      maxItems: CONDITIONS.length,
      uniqueItems: true,
      description: 'a network for each, of the roads that the delivery brings; base, night, rain, snow',
    }),
  ),
});

/** Positions of a delivery: before, and after where the evidence says otherwise. */
export const IntakePreview = Named(
  'IntakePreview',
  Type.Object({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        geometry: OrNull(Type.Object({ type: Type.Literal('Point'), coordinates: Coord })),
        properties: Strict({
          file: Type.String(),
          sheet: Sheet,
          kind: TableKindWord,
          row: Type.Integer(),
          position: OneOf(['claimed', 'suggested']),
          metres: OrNull(Type.Number({ description: 'between the two' })),
        }),
      }),
    ),
  }),
);
export type IntakePreviewBody = Static<typeof IntakePreview>;
