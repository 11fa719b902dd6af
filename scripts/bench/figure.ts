/** One line of the benchmark's table. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What the project promises, where it does. */
  readonly bound?: string;
}
