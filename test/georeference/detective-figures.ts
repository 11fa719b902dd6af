import { investigate } from '../../geodata/georeference/investigate.ts';
import type { Investigation } from '../../geodata/georeference/investigation.ts';
import { readingCode } from '../../geodata/georeference/readings.ts';
import type { FileKind, PlacedCounty, SeededFile } from './seeded-files.ts';
import { seededFile } from './seeded-files.ts';

/**
 * Altered rows with a known place that a mixture takes to be seen for sure: with fewer, noise of 50 to 300 m hides a
 * shift of 500 m.
 */
export const ENOUGH_ALTERED = 8;

/** What became of a file, held against what was done to it. */
export type Outcome =
  /** The right answer: named with the right reading and the right rows, or not accused. */
  | 'right'
  /** Undecided. */
  | 'undecided'
  /** Passed although altered rows enough with known places show it, or the file as a whole is misclaimed. */
  | 'missed'
  /** Accused although clean, or of what it is not. */
  | 'false alarm'
  /** Passed as a whole; its few altered rows could not be told. */
  | 'too few to tell';

export interface FileFigures {
  readonly kind: FileKind;
  readonly withKnown: boolean;
  readonly outcome: Outcome;
  readonly alteredRows: number;
  /** Rows that are named, and those of them that were altered. */
  readonly namedRows: number;
  readonly namedRightly: number;
}

/** Files drawn by turns from the counties: seeds 0, 1, 2 and so on of each. */
export function runFiles(counties: readonly PlacedCounty[], files: number): FileFigures[] {
  return Array.from({ length: files }, (_, index) => {
    const county = counties[index % counties.length] as PlacedCounty;
    // Seeds a whole round of kinds apart, so that no two counties draw the same numbers.
    const seed = Math.floor(index / counties.length) + (index % counties.length) * 12_000;
    return judge(seededFile(county, seed));
  });
}

function judge(file: SeededFile): FileFigures {
  const found = investigate(file.request);
  return {
    kind: file.kind,
    withKnown: file.withKnown,
    outcome: outcomeOf(file, found),
    alteredRows: file.altered.length,
    namedRows: found.rows.length,
    namedRightly: found.rows.filter(({ index }) => file.altered.includes(index)).length,
  };
}

function outcomeOf(file: SeededFile, found: Investigation): Outcome {
  const better = found.better && readingCode(found.better.reading);
  if (!file.honest) {
    if (found.verdict === 'undecided') return 'undecided';
    if (found.verdict === 'consistent') return 'missed';
    return better === file.truth && !found.mixed ? 'right' : 'false alarm';
  }
  if (better !== undefined) return 'false alarm';
  if (file.kind === 'mixed swapped') {
    const named = found.rows.map(({ index }) => index);
    return !found.mixed && JSON.stringify(named) === JSON.stringify(file.altered) ? 'right' : 'missed';
  }
  if (file.kind === 'mixed gcj02') return outcomeOfMixture(file, found);
  if (found.verdict === 'contradicted' || found.rows.length > 0) return 'false alarm';
  return found.verdict === 'consistent' ? 'right' : 'undecided';
}

function outcomeOfMixture(file: SeededFile, found: Investigation): Outcome {
  if (found.verdict === 'undecided') return 'undecided';
  if (found.mixed) return readingCode(found.mixed.reading) === 'GCJ-02' ? 'right' : 'false alarm';
  const withKnown = file.altered.filter((index) => file.request.points[index]?.known).length;
  return withKnown >= ENOUGH_ALTERED ? 'missed' : 'too few to tell';
}

/** One row a kind, with and without known places: files and outcomes. */
export function tableOf(figures: readonly FileFigures[]): string[] {
  const outcomes: readonly Outcome[] = ['right', 'undecided', 'too few to tell', 'missed', 'false alarm'];
  const kinds = [...new Set(figures.map(({ kind }) => kind))];
  const rows = [true, false].flatMap((withKnown) =>
    kinds.map((kind) => {
      const those = figures.filter((figure) => figure.kind === kind && figure.withKnown === withKnown);
      const counts = outcomes.map((outcome) => those.filter((figure) => figure.outcome === outcome).length);
      return `| ${WORDS[kind]} | ${withKnown ? 'yes' : 'no'} | ${[those.length, ...counts].join(' | ')} |`;
    }),
  );
  const all = outcomes.map((outcome) => figures.filter((figure) => figure.outcome === outcome).length);
  return [
    `| file | known places | files | ${outcomes.join(' | ')} |`,
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    `| all | | ${[figures.length, ...all].join(' | ')} |`,
  ];
}

const WORDS: Readonly<Record<FileKind, string>> = {
  clean: 'clean, degrees of any system, honestly claimed',
  gcj02: 'GCJ-02 claimed as WGS 84',
  bd09: 'BD-09 claimed as WGS 84 or GCJ-02',
  swapped: 'columns swapped',
  'mixed gcj02': 'WGS 84 with 5 to 40 % of rows in GCJ-02',
  'mixed swapped': 'WGS 84 with 5 to 40 % of rows swapped',
  zone: 'Gauss-Krueger, honestly claimed, with or without prefix',
  'zone misclaimed': 'Gauss-Krueger claimed with the wrong prefix or zone',
  'dd.mmss': 'degrees typed as DD.MMSS',
};
