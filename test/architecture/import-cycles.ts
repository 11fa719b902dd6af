import type { SourceFile } from './source-file.ts';

/**
 * Circular imports between files, each as `a.ts -> b.ts -> a.ts`, one for every import that closes a
 * circle in a depth-first walk in the order given: none only where there is no circle at all. Imports
 * of types count, since two files that need each other's types are one idea.
 */
export function importCycles(sources: readonly SourceFile[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const cycles: string[] = [];

  function walk(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start !== -1) cycles.push([...trail.slice(start), path].join(' -> '));
    if (start !== -1 || done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (target !== undefined) walk(target, [...trail, path]);
    }
    done.add(path);
  }

  for (const { path } of sources) walk(path, []);
  return cycles;
}
