import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseReferenceSystem } from '../../geodata/georeference/parse-reference-system.ts';
import { writeFileAtomically } from '../../server/files/atomic-file.ts';
import { personalValue } from '../../server/files/personal-data.ts';
import { bytesAllowed, DELIVERY_LIMITS, fileTooLarge, isRoadsFile } from '../../server/intake/delivery-limits.ts';
import { deliveryReceipt, receiptName } from '../../server/intake/delivery-receipt.ts';
import type { CheckedIntake, IntakeChoices, IntakeFile } from '../../server/intake/intake.ts';
import type { IntakeProgress } from '../../server/intake/read-delivery.ts';
import type { CommandContext } from './command-context.ts';
import { UsageFailure } from './failures.ts';
import { text } from './option-values.ts';
import { BadValue, type OptionTable, type OptionValues } from './options.ts';

/** A reference system for one file, or for all of them. */
interface SystemChoice {
  readonly file: string | undefined;
  readonly system: string;
}

/** The files of a delivery and what the user says of them. */
export const DELIVERY_OPTIONS = {
  files: {
    operands: 'FILES...',
    least: 1,
    most: DELIVERY_LIMITS.files,
    zh: '一次提交的文件，顺序不限：.xlsx、.csv、.geojson、zip 压缩的 Shapefile、.osm.pbf',
    en: 'files of one delivery, in any order: .xlsx, .csv, .geojson, zipped shapefile, .osm.pbf',
  },
  crs: {
    value: '[FILE=]SYSTEM',
    parse: systemChoice,
    repeats: true,
    zh: '某个文件（或全部文件）的坐标系，不论表内怎样填写：WGS84、CGCS2000、GCJ-02、BD-09、EPSG:4548 等',
    en: 'reference system of a file, or of all, whatever the rows say: WGS84, CGCS2000, GCJ-02, BD-09, EPSG:4548 ...',
  },
  trust: {
    value: 'FILE',
    parse: text,
    repeats: true,
    zh: '确认该文件的坐标系无误，即使证据与之不符',
    en: 'stand by the reference system of a file, whatever the evidence says',
  },
  receipts: {
    value: 'DIR',
    parse: text,
    zh: '在该文件夹中为每个表格文件写一份校验回执',
    en: 'write the receipt of each table into this folder',
  },
} as const satisfies OptionTable;

export type DeliveryValues = OptionValues<typeof DELIVERY_OPTIONS>;

function systemChoice(given: string): SystemChoice {
  const cut = given.indexOf('=');
  const [file, system] = cut === -1 ? [undefined, given] : [given.slice(0, cut), given.slice(cut + 1)];
  if (parseReferenceSystem(system)) return { file, system };
  throw new BadValue({
    zh: `无法识别坐标系“${system}”，如 WGS84、CGCS2000、GCJ-02、BD-09、EPSG:4548`,
    en: `"${system}" is no reference system that is known, such as WGS84, CGCS2000, GCJ-02, BD-09 or EPSG:4548`,
  });
}

/**
 * The files of a delivery: tables in memory, roads where they lie.
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure where two files have one name, or a name looks personal; GeodataError `limit-exceeded`; Node's
 * own errors
 */
export async function deliveryFiles({ files: paths }: DeliveryValues, verb: string): Promise<IntakeFile[]> {
  const names = paths.map((path) => basename(path));
  names.forEach((name, index) => {
    // Such a name is not repeated.
    if (personalValue(name))
      fail(verb, `第 ${index + 1} 个文件的文件名疑似含个人信息`, `the name of file ${index + 1} looks personal`);
    if (names.indexOf(name) !== index) fail(verb, `有两个文件同名：${name}`, `two files are called ${name}`);
  });
  const files: IntakeFile[] = [];
  let tables = 0;
  for (const [index, path] of paths.entries()) {
    const name = names[index] ?? path;
    const { size } = await stat(path);
    const limit = bytesAllowed(name, tables);
    if (size > limit) throw fileTooLarge(name, size, limit);
    if (!isRoadsFile(name)) tables += size;
    files.push(isRoadsFile(name) ? { name, path } : { name, bytes: new Uint8Array(await readFile(path)) });
  }
  return files;
}

/** What the options say of the files. @throws UsageFailure where they name a file that is none of them */
export function deliveryChoices(
  { crs, trust }: DeliveryValues,
  files: readonly IntakeFile[],
  verb: string,
): IntakeChoices {
  const names = files.map(({ name }) => name);
  const wanted = (given: string): string => {
    const name = basename(given);
    if (!names.includes(name)) fail(verb, `提交的文件中没有 ${name}`, `${name} is none of the files`);
    return name;
  };
  const systems: Record<string, string> = {};
  for (const { file, system } of crs) {
    if (file === undefined) for (const name of names.filter((one) => !isRoadsFile(one))) systems[name] ??= system;
  }
  for (const { file, system } of crs) if (file !== undefined) systems[wanted(file)] = system;
  return { referenceSystems: systems, trusted: trust.map(wanted) };
}

/** Shows how far a check is. */
export function showCheck({ progress }: CommandContext): (at: IntakeProgress) => void {
  return ({ file, filesDone, files, rowsDone }) => {
    const words =
      file === undefined || rowsDone === 0
        ? { zh: '核对文件', en: 'checking files' }
        : { zh: `核对 ${file}（${rowsDone} 行）`, en: `checking ${file} (${rowsDone} rows)` };
    progress(words, filesDone, files);
  };
}

/** Writes the receipt of each table into a folder, which is made where there is none. */
export async function writeReceipts(
  folder: string | undefined,
  files: readonly IntakeFile[],
  { findings, files: summaries }: CheckedIntake,
  { language, signal, note, progress }: CommandContext,
): Promise<void> {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  const tables = files.filter(({ name }) => !isRoadsFile(name));
  for (const [index, file] of tables.entries()) {
    const { name } = file;
    progress({ zh: '写校验回执', en: 'writing receipts' }, index, tables.length);
    const own = findings.filter((finding) => finding.file === name);
    const isRefused = summaries.some((one) => one.name === name && one.roles.includes('refused'));
    const bytes = 'bytes' in file ? file.bytes : undefined;
    const receipt = await deliveryReceipt({ name, bytes, findings: own, isRefused }, language, signal);
    await writeFileAtomically(join(folder, receiptName(name, language)), receipt);
  }
  note({ zh: `已写入 ${folder}：${tables.length} 份校验回执`, en: `${tables.length} receipt(s) written to ${folder}` });
}

function fail(verb: string, zh: string, en: string): never {
  throw new UsageFailure([{ zh, en }], verb);
}
