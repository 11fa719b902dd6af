import type { Language } from '../../language.ts';
import type { TableKind } from '../table-kind.ts';

/** Words for users, Chinese first. */
export type Words = Readonly<Record<Language, string>>;

/**
 * How a column's cells are read.
 *
 * - `text`: names and remarks. `code`: an identifier that must stay text, such as a division code.
 * - `count`: a whole number from 0. `decimal`: any number.
 * - `yes-no`, `word` (one of `words`), `word-list` (several of them, separated by 、 or a comma).
 * - `date`: a day. `hours`: a band of the day such as `8-20`.
 * - `longitude`, `latitude`: decimal degrees, degrees-minutes-seconds or metres of a projection. `crs`: their system.
 */
export type FieldType =
  | 'text'
  | 'code'
  | 'count'
  | 'decimal'
  | 'yes-no'
  | 'word'
  | 'word-list'
  | 'date'
  | 'hours'
  | 'longitude'
  | 'latitude'
  | 'crs';

/** A word of a closed list: what is stored, how the template writes it, and how else offices write it. */
export interface TemplateWord extends Words {
  readonly value: string;
  readonly synonyms: readonly string[];
}

/** A column of a template. */
export interface TemplateField {
  /** Name of the property it fills in `RowOfKind`; `lon`, `lat` and `crs` make the position. */
  readonly key: string;
  /** Header as DOMAIN.md section 4 has it, without the mark of a required column. */
  readonly zh: string;
  readonly en: string;
  readonly required: boolean;
  readonly type: FieldType;
  /** Other headers that mean it. Compared by `headerKey`, a remark in brackets included or left out. */
  readonly synonyms: readonly string[];
  /**
   * Upper headers that it may stand below. An upper header that any field of the template names here speaks: below
   * it a lower header means only fields that name it too, so that 辅警 over 在岗数 is not 在岗民警数.
   */
  readonly groups?: readonly string[];
  /** Lower headers that mean it below one of `groups` only, such as 编制 below 民警. */
  readonly underGroup?: readonly string[];
  readonly note: Words;
  /** What the example row of the template shows. */
  readonly example: string | number;
  /** Numbers outside are errors; both ends are allowed. */
  readonly range?: { readonly least: number; readonly most: number };
  readonly words?: readonly TemplateWord[];
  /** Allowed numbers of digits of a `code` that consists of digits; absent where it may hold letters. */
  readonly digits?: readonly number[];
  /** Units that a cell may carry behind its number, each with what the number is multiplied by. */
  readonly units?: Readonly<Record<string, number>>;
  /** Its values are never repeated in a finding. */
  readonly concealed?: boolean;
}

/**
 * A rule across the cells of a row, by keys of fields. Skipped where a figure that it needs is blank.
 *
 * - `at-most`: the `parts` that are known sum to at most `whole`.
 * - `difference`: `result` is `from` less `less`, a blank `less` being 0.
 * - `ratio`: `over` divided by `under` lies within `least` to `most`; `under` 0 is skipped.
 * - `only-where`: `flag` is yes only where `field` holds one of `values`.
 */
export type RowRule = { readonly rule: string; readonly level: 'error' | 'doubt' } & (
  | { readonly test: 'at-most'; readonly parts: readonly string[]; readonly whole: string }
  | { readonly test: 'difference'; readonly result: string; readonly from: string; readonly less: string }
  | {
      readonly test: 'ratio';
      readonly over: string;
      readonly under: string;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly test: 'only-where';
      readonly flag: string;
      readonly field: string;
      readonly values: readonly string[];
    }
);

/** A table of DOMAIN.md section 4, as data: what it is called, its columns in order, and the rules of its rows. */
export interface Template extends Words {
  readonly kind: TableKind;
  /** Words in a title, a sheet's name or a file's name that speak for this kind. */
  readonly titleWords: readonly string[];
  readonly fields: readonly TemplateField[];
  /** Fields that together may occur once only; a repetition is the error `id-twice`. Empty where rows may repeat. */
  readonly identity: readonly string[];
  /** Where two rows of (nearly) the same `name` are doubted: within the same `within`, or its first `digits`. */
  readonly similarNames?: { readonly name: string; readonly within: string; readonly digits?: number };
  readonly rules: readonly RowRule[];
}
