import type { Import, SourceFile } from './source-file.ts';

/** The stages of `geodata/` in the order data flows: each imports only itself and earlier ones. */
const STAGES = [
  'osm',
  'roads',
  'travel',
  'hexgrid',
  'georeference',
  'records',
  'matching',
  'catchment',
  'siting',
  'grouping',
  'coverage',
  'standards',
  'dispatch',
  'scenario',
  'demo',
  'engine',
] as const;

/** Packages without Node, DOM, clock or network, which `geodata/` may build on; `@turf/` stands for all its modules. */
const PURE_PACKAGES = [
  '@noble/hashes',
  '@turf/',
  'flatbush',
  'flatqueue',
  'gcoord',
  'geojson',
  'h3-js',
  'highs',
  'kdbush',
  'papaparse',
  'pbf',
];

const HTTP_PACKAGES = ['@fastify/', 'fastify', 'node:http', 'node:http2', 'node:https', 'undici'];

/** Which files and packages the files of one area may import. Paths from the repository's root. */
interface Area {
  readonly holds: (path: string) => boolean;
  readonly mayImportFile: (target: string, importer: string, typeOnly: boolean) => boolean;
  readonly mayImportPackage: (specifier: string) => boolean;
}

/** The table of docs/DESIGN "Who may import whom"; the first area that holds a file decides. */
const AREAS: readonly Area[] = [
  {
    holds: inFolder('geodata'),
    mayImportFile: isEarlierStage,
    mayImportPackage: (specifier) => isAmong(PURE_PACKAGES, specifier),
  },
  {
    holds: inFolder('web'),
    mayImportFile: (target, _, typeOnly) =>
      inFolder('web')(target) ||
      (inFolder('geodata')(target) && !inFolder('geodata/osm')(target)) ||
      (inFolder('server/api')(target) && typeOnly),
    mayImportPackage: (specifier) => !specifier.startsWith('node:'),
  },
  {
    holds: inFolder('server/db'),
    mayImportFile: (target) =>
      inFolder('geodata')(target) || inFolder('server/db')(target) || target === 'server/config.ts',
    mayImportPackage: (specifier) => !isAmong(HTTP_PACKAGES, specifier),
  },
  {
    holds: inFolder('server'),
    mayImportFile: (target) => inFolder('geodata')(target) || inFolder('server')(target),
    mayImportPackage: () => true,
  },
  {
    holds: inFolder('scripts'),
    mayImportFile: (target) => ['geodata', 'server', 'scripts'].some((folder) => inFolder(folder)(target)),
    mayImportPackage: () => true,
  },
  { holds: inFolder('test'), mayImportFile: () => true, mayImportPackage: () => true },
  {
    holds: (path) => !path.includes('/'),
    mayImportFile: (target) => !inFolder('test')(target) && !inFolder('scripts')(target),
    mayImportPackage: () => true,
  },
];

/**
 * Every import that the table forbids, as `importer -> import`, and every file in a folder that the
 * table does not know. Empty where all is well.
 */
export function forbiddenImports(sources: readonly SourceFile[]): string[] {
  return sources.flatMap((source) => {
    const area = AREAS.find(({ holds }) => holds(source.path));
    if (!area || isUnknownStage(source.path)) return [`${source.path} stands in a folder without a place in the table`];
    return source.imports
      .filter((imported) => !isAllowed(area, source.path, imported))
      .map(({ specifier, target }) => `${source.path} -> ${target ?? specifier}`);
  });
}

function isAllowed(area: Area, importer: string, { specifier, target, typeOnly }: Import): boolean {
  return target === undefined ? area.mayImportPackage(specifier) : area.mayImportFile(target, importer, typeOnly);
}

function inFolder(folder: string): (path: string) => boolean {
  return (path) => path.startsWith(`${folder}/`);
}

function isAmong(packages: readonly string[], specifier: string): boolean {
  return packages.some((name) =>
    name.endsWith('/') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
}

function isEarlierStage(target: string, importer: string): boolean {
  return inFolder('geodata')(target) && !isUnknownStage(target) && stageRank(target) <= stageRank(importer);
}

function isUnknownStage(path: string): boolean {
  return inFolder('geodata')(path) && path.split('/').length > 2 && stageRank(path) === -1;
}

/** Position in STAGES; -1 for the files at the root of `geodata/`, which come before every stage. */
function stageRank(path: string): number {
  return STAGES.findIndex((stage) => inFolder(`geodata/${stage}`)(path));
}
