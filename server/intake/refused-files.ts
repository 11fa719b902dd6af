import type { Finding } from '../tables/finding.ts';
import type { CheckedIntake, FileSummary } from './intake.ts';

/** A file that nothing is kept of, and what was found in it. */
export interface RefusedFile {
  readonly summary: FileSummary;
  readonly findings: readonly Finding[];
}

/**
 * A check of what is left of a delivery, with the files in their places that are kept no longer and what was found in
 * them.
 * @param names of all files, in the order in which they came
 * @param refused by position
 */
export function withRefused(
  checked: CheckedIntake,
  names: readonly string[],
  refused: ReadonlyMap<number, RefusedFile>,
): CheckedIntake {
  const gone = new Set([...refused.values()].map(({ summary }) => summary.name));
  const byName = new Map(checked.files.map((file) => [file.name, file]));
  const own = (name: string): readonly Finding[] => checked.findings.filter(({ file }) => file === name);
  const known = new Set(names);
  return {
    ...checked,
    files: names.flatMap((name, position) => refused.get(position)?.summary ?? byName.get(name) ?? []),
    findings:
      gone.size === 0
        ? checked.findings
        : [
            ...checked.findings.filter(({ file }) => !known.has(file)),
            ...names.flatMap((name, position) => refused.get(position)?.findings ?? own(name)),
          ],
  };
}
