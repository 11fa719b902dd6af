import type { OfficeFile } from './office-file.ts';
import type { OfficeFault } from './table-draft.ts';

/** A file with the mistakes that were planted in it. */
export interface OfficePart {
  readonly file: OfficeFile;
  readonly faults: readonly OfficeFault[];
}
