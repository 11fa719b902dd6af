import type { Tags } from '../../osm/elements.ts';
import type { LonLat, Metres } from '../../units.ts';

/** One line of a survey: a road or a piece of one, as somebody drew it. */
export interface SurveyedLine {
  /** Number of its feature in the file, counting from 1. Parts of a MultiLineString share one. */
  readonly feature: number;
  /** WGS 84 degrees, in the order that a one-way road is driven. */
  readonly points: readonly LonLat[];
  /** OSM tags that its attributes come to: `highway` at least. */
  readonly tags: Tags;
  /** 0 on the ground, above 0 on a bridge, below 0 in a tunnel. */
  readonly level: number;
}

/**
 * An end this near to another line or end is taken to meet it. Two ends of one junction, each surveyed to the 2 to
 * 2.5 m of a hand-held receiver or an orthophoto of 1:10,000, lie at most some 5 m apart; the centre lines of two
 * carriageways, of two lanes of 3.5 m each and a median (JTG D20), lie more than 7 m apart and are never joined.
 */
export const JOIN_TOLERANCE_METRES: Metres = 5;

/** Ends up to this many tolerances apart are listed as dead ends that nearly touch, and never joined. */
export const NEAR_MISS_TOLERANCES = 3;

/** What is wrong with a line as drawn. `no-length`, `duplicate` and `collapsed` lines are not part of the network. */
export type LineDefectKind = 'no-length' | 'repeated-points' | 'spike' | 'duplicate' | 'collapsed';

export interface LineDefect {
  readonly kind: LineDefectKind;
  readonly feature: number;
  /** How many points of the line are concerned; 1 for a line as a whole. */
  readonly count: number;
  /** The first such place. */
  readonly at: LonLat;
}

/** How two lines came to be joined: they shared a point, crossed on one level, or an end was moved. */
export type JoinKind = 'touch' | 'crossing' | 'snapped-end';

export interface LineJoin {
  readonly kind: JoinKind;
  /** The two features; of a snapped end the one that ends comes first. */
  readonly features: readonly [number, number];
  /** Where they meet now. */
  readonly at: LonLat;
  /** How far the end was moved; 0 unless it is a snapped end. */
  readonly movedMetres: Metres;
}

/** An end that leads nowhere although another road is near. */
export interface NearMiss {
  readonly feature: number;
  readonly at: LonLat;
  readonly otherFeature: number;
  /** To the nearest place of the other road. */
  readonly metres: Metres;
}
