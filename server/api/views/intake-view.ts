import { type Reading, readingName } from '../../../geodata/georeference/readings.ts';
import { referenceSystemCode } from '../../../geodata/georeference/reference-system.ts';
import { requireSound } from '../../intake/commit-intake.ts';
import type { CoordinateEvidence } from '../../intake/coordinate-evidence.ts';
import type { CheckedIntake } from '../../intake/intake.ts';
import type { Delivery, DeliveryState } from '../../intake/intake-desk.ts';
import type { Language } from '../../language.ts';
import type { Finding, FindingLevel } from '../../tables/finding.ts';
import { findingReason, findingText } from '../../tables/finding-words.ts';
import type {
  EvidenceViewBody,
  FindingViewBody,
  IntakePreviewBody,
  IntakeViewBody,
  ReadingViewBody,
} from '../contract/intakes.ts';
import { versionView } from './county-views.ts';

/** Which findings are asked for. */
export interface FindingsPage {
  readonly level?: FindingLevel | undefined;
  /** Position of a file. */
  readonly file?: number | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

const PAGE = 100;
type Counts = IntakeViewBody['counts'];

/** A delivery under way, as far as it is known. @param failure what went wrong last, worded */
export function intakeView(
  { id, names, state }: Delivery,
  page: FindingsPage,
  language: Language,
  failure: IntakeViewBody['failure'],
): IntakeViewBody {
  const check = 'check' in state ? state.check : undefined;
  const checked = check?.checked;
  return {
    ...{ id, state: state.name, progress: progressView(state) },
    files: filesView(names, checked),
    counts: countsOf(checked?.findings ?? []),
    findings: findingsView(checked?.findings ?? [], names, page, language),
    unknownColumns: (checked?.unknownColumns ?? []).map(({ sheet, ...column }) => ({
      ...{ ...column, sheet: sheet ?? null },
    })),
    coordinates: (checked?.coordinates ?? []).map((evidence) => evidenceView(evidence, language)),
    matches: checked ? { ...checked.matches } : null,
    offered: (checked?.offered ?? []).map(({ candidates, ...unit }) => ({ ...unit, candidates: [...candidates] })),
    choices: (check?.choices as IntakeViewBody['choices']) ?? null,
    commit: commitView(state),
    version: state.name === 'committed' ? versionView(state.version) : null,
    failure,
  };
}

function progressView(state: DeliveryState): IntakeViewBody['progress'] {
  if (state.name === 'checking') {
    const { file, filesDone = 0, files = 0, rowsDone = 0, rows = 0 } = state.progress ?? {};
    return { stage: 'read', file: file ?? null, done: filesDone, total: files, rowsDone, rows };
  }
  if (state.name !== 'committing') return null;
  const { stage = 'check', done = 0, total = 0 } = state.progress ?? {};
  return { stage, file: null, done, total, rowsDone: 0, rows: 0 };
}

function filesView(names: readonly string[], checked: CheckedIntake | undefined): IntakeViewBody['files'] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of checked?.findings ?? []) {
    const own = byFile.get(finding.file);
    if (own) own.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  return names.map((name) => {
    const summary = checked?.files.find((file) => file.name === name);
    return {
      name,
      byteLength: summary?.byteLength ?? null,
      sha256: summary?.sha256 ?? null,
      roles: [...(summary?.roles ?? [])],
      tables: (summary?.tables ?? []).map(({ sheet, ...table }) => ({ sheet: sheet ?? null, ...table })),
      counts: countsOf(byFile.get(name) ?? []),
    };
  });
}

function countsOf(findings: readonly Finding[]): Counts {
  const counts = { error: 0, doubt: 0, repair: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

function findingsView(
  findings: readonly Finding[],
  names: readonly string[],
  { level, file, offset = 0, limit = PAGE }: FindingsPage,
  language: Language,
): IntakeViewBody['findings'] {
  const name = file === undefined ? undefined : (names[file] ?? null);
  const wanted = findings.filter(
    (finding) => (level === undefined || finding.level === level) && (name === undefined || finding.file === name),
  );
  const items = wanted.slice(offset, offset + limit).map((finding) => findingView(finding, language));
  return { total: wanted.length, offset, items };
}

/** A finding, worded; the same on every exit. */
export function findingView(finding: Finding, language: Language): FindingViewBody {
  const { level, rule, file, sheet, row, column, columnIndex, data } = finding;
  return {
    ...{ level, rule, file, sheet: sheet ?? null, row: row ?? null },
    ...{ column: column ?? null, columnIndex: columnIndex ?? null },
    ...{ reason: findingReason(finding, language), text: findingText(finding, language), data: { ...data } },
  };
}

/** What speaks for and against the claimed reference system of a table. */
export function evidenceView(evidence: CoordinateEvidence, language: Language): EvidenceViewBody {
  const { file, sheet, kind, claimed: system, trusted, points, known, investigation } = evidence;
  const { verdict, claimed, better, candidates, missing } = investigation;
  return {
    ...{ file, sheet: sheet ?? null, kind, system: referenceSystemCode(system), trusted, points, known, verdict },
    claimed: readingView(claimed, language),
    better: better ? readingView(better, language) : null,
    candidates: candidates.map((candidate) => readingView(candidate, language)),
    missing: [...missing],
  };
}

function readingView(
  { reading, rows, located, inside, roadMetres, shift, certainty }: CoordinateEvidence['investigation']['claimed'],
  language: Language,
): ReadingViewBody {
  return {
    ...{
      reading: readingName(reading, language),
      system: plainSystemCode(reading),
      rows,
      located,
      inside: inside ?? null,
    },
    ...{ roadMetres: rounded(roadMetres), shiftMetres: rounded(shift?.metres), shiftBearing: rounded(shift?.bearing) },
    certainty: Math.round(certainty * 10) / 10,
  };
}

/** The code of the system, where nothing but the system is read otherwise than the numbers stand. */
function plainSystemCode({ system, swapped, sexagesimal, doubled }: Reading): string | null {
  return swapped || sexagesimal || doubled ? null : referenceSystemCode(system);
}

function rounded(figure: number | undefined): number | null {
  return figure === undefined ? null : Math.round(figure * 10) / 10;
}

function commitView(state: DeliveryState): IntakeViewBody['commit'] {
  if (state.name !== 'checked') return { all: false, good: false };
  const { checked } = state.check;
  const may = (rows: 'all' | 'good'): boolean => {
    try {
      requireSound(checked, rows);
      return true;
    } catch {
      return false;
    }
  };
  return { all: may('all'), good: may('good') };
}

/**
 * Positions of a delivery's tables as they are claimed, and where the evidence suggests others, those. Of devices none:
 * their positions are never served.
 * @param name of the one file that is wanted
 */
export function previewView({ coordinates }: CheckedIntake, name: string | undefined): IntakePreviewBody {
  const wanted = coordinates.filter(({ file, kind }) => kind !== 'devices' && (name === undefined || file === name));
  return { type: 'FeatureCollection', features: wanted.flatMap(featuresOf) };
}

function featuresOf({ file, sheet, kind, preview }: CoordinateEvidence): IntakePreviewBody['features'] {
  return preview.flatMap(({ row, claimed, suggested, metres }) => {
    const isMoved = metres !== undefined || (claimed === undefined && suggested !== undefined);
    const feature = (position: 'claimed' | 'suggested', at: typeof claimed) => ({
      type: 'Feature' as const,
      geometry: at ? { type: 'Point' as const, coordinates: [at[0], at[1]] as [number, number] } : null,
      properties: { file, sheet: sheet ?? null, kind, row, position, metres: rounded(metres) },
    });
    return isMoved ? [feature('claimed', claimed), feature('suggested', suggested)] : [feature('claimed', claimed)];
  });
}
