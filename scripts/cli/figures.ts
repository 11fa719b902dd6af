/** Metres as kilometres with one decimal. */
export function kilometres(metres: number): string {
  return (metres / 1000).toFixed(1);
}

/** A share 0 .. 1 as per cent with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Deciseconds as minutes with one decimal. */
export function minutes(ds: number): string {
  return (ds / 600).toFixed(1);
}

/** Bytes as megabytes with one decimal. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
