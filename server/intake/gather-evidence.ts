import type { CountyAreas } from './check-intake.ts';
import type { CoordinateEvidence } from './coordinate-evidence.ts';
import type { IntakeBase, IntakeChoices, IntakeFile } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';
import type { PlacedTable } from './placed-table.ts';

/** What the detective works with. */
export interface EvidenceInput {
  readonly placed: readonly PlacedTable[];
  readonly areas: CountyAreas;
  readonly base: IntakeBase;
  readonly roads: IntakeFile | undefined;
  readonly choices: IntakeChoices;
  readonly findings: IntakeFindings;
  readonly signal: AbortSignal | undefined;
}

export async function gatherEvidence(_: EvidenceInput): Promise<readonly CoordinateEvidence[]> {
  return [];
}
