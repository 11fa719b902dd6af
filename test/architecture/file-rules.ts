import type { SourceFile, TextFile } from './source-file.ts';

/** The house style's limit. */
export const MAX_LINES = 400;

/** Folders that exist on one person's or one machine's disk only. */
const MACHINE_PATH = /(?<![\w.})\]-])(?:\/(?:work|home|root|Users)\/|[A-Z]:\\+Users\\+)[\w.-]+/;

/** Made by a program, for programs: nobody reads it top to bottom. */
const GENERATED = ['web/api/schema.d.ts'];

/** Files longer than the house style allows, with their length. */
export function longFiles(sources: readonly SourceFile[]): string[] {
  return sources
    .filter(({ path, lineCount }) => lineCount > MAX_LINES && !GENERATED.includes(path))
    .map(({ path, lineCount }) => `${path}: ${lineCount}`);
}

/** Files with a default export, other than the configuration files whose tools ask for one. */
export function defaultExports(sources: readonly SourceFile[]): string[] {
  return sources.filter(({ path, hasDefaultExport }) => hasDefaultExport && !path.endsWith('.config.ts')).map(pathOf);
}

/**
 * Uses of the clock, of chance, or of mathematics that engines round differently, in `geodata/`, where
 * the same input must give the same bytes everywhere.
 */
export function unrepeatable(sources: readonly SourceFile[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('geodata/'))
    .flatMap(({ path, impurities }) => impurities.map((name) => `${path}: ${name}`));
}

/** Texts that name a place on somebody's own disk, with the first such path. */
export function machinePaths(files: readonly TextFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const found = MACHINE_PATH.exec(text);
    return found ? [`${path}: ${found[0]}`] : [];
  });
}

function pathOf({ path }: SourceFile): string {
  return path;
}
