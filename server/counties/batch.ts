import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CountyPlaces } from '../../geodata/catchment/county-places.ts';
import { folderForeign } from '../../geodata/errors.ts';
import type { Provenance } from '../../geodata/grouping/provenance.ts';
import { takeFolder } from '../db/folder-lock.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import type { AreaFeature } from '../files/read-areas.ts';
import type { Language } from '../language.ts';
import { catchmentSummary, cellTable, settlementTable, stationTable } from '../reports/catchment-tables.ts';
import { tableFileText } from '../reports/table-file.ts';
import { type CatchmentChoices, countyCatchments, type RunCatchments } from './county-catchments.ts';

/** Raise it when the files of a county change in content or form: every county is then computed anew. */
const FORMAT = 3;
const MANIFEST = 'manifest.json';
const DRAFT_PREFIX = '.draft-';

/** One county of a batch: its area and the places inside it. */
export interface BatchCounty {
  readonly area: AreaFeature;
  readonly places: CountyPlaces;
}

export interface BatchOptions extends CatchmentChoices {
  readonly folder: string;
  /** What the roads are: part of what a county's files depend on, and named in its summary. */
  readonly provenance: Provenance;
  readonly language: Language;
  readonly run: RunCatchments;
  /** How many counties are under way at once. */
  readonly parallel: number;
  readonly signal: AbortSignal;
  readonly onCounty?: (done: number, total: number, county: AreaFeature, computed: boolean) => void;
}

export interface BatchResult {
  readonly computed: readonly string[];
  /** Already there, whole, from the same inputs. */
  readonly kept: readonly string[];
}

/** What the manifest knows of a county's folder. */
interface ManifestEntry {
  readonly folder: string;
  /** SHA-256 of everything the files depend on. */
  readonly inputs: string;
  /** SHA-256 of each file. */
  readonly files: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly format: number;
  readonly counties: Readonly<Record<string, ManifestEntry>>;
}

/**
 * Computes counties one folder each. A county whose inputs and files are as the manifest says is left
 * alone; any other is written into a draft folder, put in place whole, and then entered, so that a
 * batch killed at any moment goes on where it stopped, and ends in the same bytes as one that was
 * not. The manifest is rewritten whole after each county. One batch a folder at a time.
 * @throws StoreError `folder-in-use` where another batch runs in the folder; GeodataError `folder-foreign`
 * where a county's folder holds something else; Error where a county's id repeats; what the engine and the disk throw
 */
export async function runBatch(counties: readonly BatchCounty[], options: BatchOptions): Promise<BatchResult> {
  const ids = new Set(counties.map(({ area }) => area.id));
  if (ids.size !== counties.length) throw new Error(`${counties.length} counties have only ${ids.size} different ids.`);
  const lock = takeFolder(options.folder);
  try {
    return await runLocked(counties, options);
  } finally {
    lock.release();
  }
}

async function runLocked(counties: readonly BatchCounty[], options: BatchOptions): Promise<BatchResult> {
  await removeDrafts(options.folder);
  const log = new ManifestLog(options.folder, await readManifest(options.folder));
  const computed: string[] = [];
  const kept: string[] = [];
  const queue = counties.slice();
  const work = async (): Promise<void> => {
    for (let county = queue.shift(); county; county = queue.shift()) {
      options.signal.throwIfAborted();
      const inputs = inputHash(county, options);
      const isWhole = await log.holds(county.area.id, inputs);
      if (!isWhole) await log.enter(county.area.id, await writeCounty(county, inputs, options));
      (isWhole ? kept : computed).push(county.area.id);
      options.onCounty?.(computed.length + kept.length, counties.length, county.area, !isWhole);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, work));
  return { computed: computed.sort(), kept: kept.sort() };
}

/** The manifest on disk and in memory; entries are written one after another. */
class ManifestLog {
  private readonly folder: string;
  private counties: Record<string, ManifestEntry>;
  private lastWrite: Promise<void> = Promise.resolve();

  constructor(folder: string, manifest: Manifest | undefined) {
    this.folder = folder;
    this.counties = { ...manifest?.counties };
  }

  /** Whether a county's files are there, whole, and made from these inputs. */
  async holds(id: string, inputs: string): Promise<boolean> {
    const entry = this.counties[id];
    if (!entry || entry.inputs !== inputs) return false;
    const there = await readdir(join(this.folder, entry.folder)).catch(() => []);
    if (there.length !== Object.keys(entry.files).length) return false;
    for (const [file, hash] of Object.entries(entry.files)) {
      const content = await readFile(join(this.folder, entry.folder, file)).catch(() => undefined);
      if (!content || sha256(content) !== hash) return false;
    }
    return true;
  }

  enter(id: string, entry: ManifestEntry): Promise<void> {
    this.counties = { ...this.counties, [id]: entry };
    const sorted = Object.fromEntries(Object.entries(this.counties).sort(([a], [b]) => (a < b ? -1 : 1)));
    const manifest: Manifest = { format: FORMAT, counties: sorted };
    this.lastWrite = this.lastWrite.then(() =>
      writeFileAtomically(join(this.folder, MANIFEST), `${JSON.stringify(manifest, undefined, 1)}\n`),
    );
    return this.lastWrite;
  }
}

async function writeCounty(county: BatchCounty, inputs: string, options: BatchOptions): Promise<ManifestEntry> {
  const found = await countyCatchments(county.places, options, options.run);
  const summary = {
    county: county.area.name,
    id: county.area.id,
    ...catchmentSummary(found, options.rule),
    about: { ...options.provenance, rule: options.rule, resolution: options.resolution, inputs },
  };
  const texts: Record<string, string> = {
    'cells.csv': tableFileText('csv', cellTable(found), options.language),
    'settlements.csv': tableFileText('csv', settlementTable(found), options.language),
    'stations.csv': tableFileText('csv', stationTable(found), options.language),
    'summary.json': `${JSON.stringify(summary, undefined, 1)}\n`,
  };
  const folder = folderName(county.area);
  await refuseForeignFolder(join(options.folder, folder), Object.keys(texts));
  const draft = join(options.folder, `${DRAFT_PREFIX}${folder}`);
  await mkdir(draft, { recursive: true });
  for (const [file, content] of Object.entries(texts)) await writeFileAtomically(join(draft, file), content);
  await rm(join(options.folder, folder), { recursive: true, force: true });
  await rename(draft, join(options.folder, folder));
  const files = Object.fromEntries(Object.entries(texts).map(([file, content]) => [file, sha256(content)]));
  return { folder, inputs, files };
}

/** A folder of that name that holds anything but a county's files was not made here, and is not taken away. */
async function refuseForeignFolder(path: string, ours: readonly string[]): Promise<void> {
  const foreign = (await readdir(path).catch(() => [])).find((name) => !ours.includes(name) && !name.endsWith('.tmp'));
  if (foreign !== undefined) throw folderForeign(path, foreign);
}

/** Everything a county's files depend on. The order of places matters, since rows keep it. */
function inputHash({ area, places }: BatchCounty, options: BatchOptions): string {
  const { rule, resolution, language, provenance } = options;
  return sha256(JSON.stringify([FORMAT, provenance, rule, resolution, language, area, places]));
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.format === FORMAT ? manifest : undefined;
  } catch {
    // Not written by this program; every county is computed anew.
    return undefined;
  }
}

/** What a killed run left behind: county folders and manifests not yet put in place. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isDraft = name.startsWith(DRAFT_PREFIX) || (name.startsWith(`.${MANIFEST}.`) && name.endsWith('.tmp'));
    if (isDraft) await rm(join(folder, name), { recursive: true });
  }
}

/** The id, with what a file system may not like spelled as hex: `relation%2F3217` is one folder. */
function folderName({ id }: AreaFeature): string {
  return encodeURIComponent(id).replace(/[*.]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
