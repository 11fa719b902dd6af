import { COLUMNS, columnOf, ROWS, rowOf, SITE_COUNT, type Site } from './lattice.ts';

/** No label yet. */
const UNLABELLED = -2;

/**
 * Leaves each label one connected part (squares that share a side), the largest; the squares of its
 * other parts go to the label that reaches them first from outside. Works on the labels in place.
 */
export function keepLargestParts(labels: Int16Array): void {
  const parts = findParts(labels);
  const largest = new Map<number, Site[]>();
  for (const part of parts) {
    const label = labels[part[0] as Site] as number;
    if (part.length > (largest.get(label)?.length ?? 0)) largest.set(label, part);
  }
  for (const part of parts) {
    if (largest.get(labels[part[0] as Site] as number) === part) continue;
    for (const site of part) labels[site] = UNLABELLED;
  }
  flood(labels);
}

/** The squares that share a side with one. */
export function sideNeighbours(site: Site): Site[] {
  const found: Site[] = [];
  if (rowOf(site) > 0) found.push(site - COLUMNS);
  if (columnOf(site) > 0) found.push(site - 1);
  if (columnOf(site) < COLUMNS - 1) found.push(site + 1);
  if (rowOf(site) < ROWS - 1) found.push(site + COLUMNS);
  return found;
}

function findParts(labels: Int16Array): Site[][] {
  const seen = new Uint8Array(SITE_COUNT);
  const parts: Site[][] = [];
  for (let start = 0; start < SITE_COUNT; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const part = [start];
    for (let at = 0; at < part.length; at++) {
      for (const site of sideNeighbours(part[at]!)) {
        if (seen[site] || labels[site] !== labels[start]) continue;
        seen[site] = 1;
        part.push(site);
      }
    }
    parts.push(part);
  }
  return parts;
}

function flood(labels: Int16Array): void {
  const queue: Site[] = [];
  for (let site = 0; site < SITE_COUNT; site++) if (labels[site] !== UNLABELLED) queue.push(site);
  for (let at = 0; at < queue.length; at++) {
    for (const site of sideNeighbours(queue[at]!)) {
      if (labels[site] !== UNLABELLED) continue;
      labels[site] = labels[queue[at]!]!;
      queue.push(site);
    }
  }
}
