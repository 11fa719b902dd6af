import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import type { Bearing, LonLat, Metres } from '../units.ts';
import type { Shift } from './offset.ts';
import type { Reading } from './readings.ts';
import type { ReferenceSystem } from './reference-system.ts';

/** The two numbers of a row, and where the same village is known to be. */
export interface StatedPoint {
  /** Longitude or easting. */
  readonly x: number;
  /** Latitude or northing. */
  readonly y: number;
  /** The same place from elsewhere, WGS 84. */
  readonly known?: LonLat;
}

export interface InvestigationRequest {
  readonly points: readonly StatedPoint[];
  readonly claimed: ReferenceSystem;
  /** WGS 84. */
  readonly county?: MultiPolygonRings;
  /** Metres from a place to the nearest road; undefined where there is none in reach. */
  readonly roadDistance?: (place: LonLat) => Metres | undefined;
}

/** What one reading of the file has for it. Figures over the rows that are judged: gross errors of single rows left out. */
export interface ReadingEvidence {
  readonly reading: Reading;
  readonly rows: number;
  /** Rows that the reading puts anywhere on earth. */
  readonly located: number;
  /** Rows inside the county; undefined where no boundary is known. */
  readonly inside?: number;
  /** Median distance to a road of the rows that have one in reach. */
  readonly roadMetres?: Metres;
  readonly roadCount: number;
  /** From the known places to where the reading puts the rows. */
  readonly shift?: Shift;
  /**
   * How much more likely the claimed reading makes the rows than this one does, natural logarithm: positive speaks for
   * the claim. 0 for the claimed reading.
   */
  readonly support: number;
  /** The support in standard errors of itself over the rows: what row after row says. At most 100 either way. */
  readonly certainty: number;
}

/** A row that reads otherwise than the file does. */
export interface RowContradiction {
  /** Position in `points`. */
  readonly index: number;
  /** How the row reads well. */
  readonly reading: Reading;
  /** `nowhere`: as the rest of the file is read it lies nowhere on earth or far from the county, and read so inside it. */
  readonly why: 'nowhere' | 'known-place';
  /** Probability that the row reads so; 1 for `nowhere`. */
  readonly odds: number;
}

/** Why nothing is decided, or what a verdict leaves open. */
export type MissingEvidence =
  /** Fewer rows than a verdict needs. */
  | 'rows'
  /** Neither county nor roads nor known places say anything. */
  | 'anything'
  /** Without known places, shifts of hundreds of metres show only in the roads. */
  | 'known-places'
  /** What there is points both ways, or hardly anywhere. */
  | 'clearer-evidence'
  /** All known places show one shift, and no reading that is known here undoes it. */
  | 'explanation'
  /** Some rows look like another system, too few to say. */
  | 'single-rows';

export interface Investigation {
  readonly verdict: 'consistent' | 'contradicted' | 'undecided';
  readonly claimed: ReadingEvidence;
  /** Where another reading of the whole file is the better one. */
  readonly better?: ReadingEvidence;
  /** Where the file mixes systems: most rows read as `better` or as claimed, some as this. */
  readonly mixed?: { readonly reading: Reading; readonly share: number; readonly support: number };
  /** Whether the evidence could have shown a mixture of systems a few hundred metres apart: it takes known places. */
  readonly mixtureTested: boolean;
  /** Rows that read otherwise than the file does, in order. */
  readonly rows: readonly RowContradiction[];
  /** Readings that put any row into the county or near its known place, likeliest first. */
  readonly candidates: readonly ReadingEvidence[];
  readonly missing: readonly MissingEvidence[];
  /** Before and after, one a point. */
  readonly preview: readonly PreviewPoint[];
}

export interface PreviewPoint {
  /** Where the claim puts the row; undefined for nowhere. */
  readonly claimed?: LonLat;
  /** Where the evidence would put it: as claimed where nothing speaks against it. Never applied here. */
  readonly suggested?: LonLat;
  /** From the suggested to the claimed position; absent where they are the same, or one is absent. */
  readonly metres?: Metres;
  readonly bearing?: Bearing;
}
