import type { CoverageHexagonsInput } from '../../geodata/coverage/coverage-hexagons.ts';
import type { EquippedReading } from '../../geodata/coverage/video-rates.ts';
import type { VolunteerReading } from '../../geodata/coverage/volunteer-need.ts';
import type { CellResolution } from '../../geodata/hexgrid/cells.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** How coverage by hexagon is asked for. */
export interface CoverageHexagonsChoice {
  readonly resolution: CellResolution;
  readonly reading?: EquippedReading | undefined;
  readonly urbanRural?: VolunteerReading | undefined;
}

/** A county's records as they are shown, with its devices, of which areas alone come out. */
export function hexagonsInput(
  { shown, records }: LoadedCounty,
  { resolution, reading = 'accepted', urbanRural = 'urban-rural-code' }: CoverageHexagonsChoice,
): CoverageHexagonsInput {
  const { settlements, units, compounds, withheld } = shown;
  return {
    shown: { settlements, units, compounds, withheld },
    devices: records.devices,
    ...{ resolution, equipped: reading, volunteers: urbanRural },
  };
}
