/** A typed column that doubles as it fills, for the counting passes of the network build. */
export class GrowableFloat64 {
  length = 0;
  private values = new Float64Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** A view of what was pushed; valid until the next push. */
  view(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}
