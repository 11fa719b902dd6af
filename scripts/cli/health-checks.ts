import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXPECTED_SECONDS, selfTestSeconds, TOLERANCE_SECONDS } from './self-test.ts';
import type { Words } from './words.ts';

/** One thing looked at, and what was found. */
export interface HealthCheck {
  /** Stable, for programs. */
  readonly key: 'node' | 'dependencies' | 'memory' | 'real-data' | 'self-test';
  readonly label: Words;
  /** `note`: worth knowing, nothing is broken. */
  readonly status: 'ok' | 'note' | 'failed';
  readonly finding: Words;
}

/** Below this a whole city's network still fits; building one does not. */
const COMFORTABLE_FREE_BYTES = 1e9;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Looks at everything that Hubshed needs. Writes nothing but one temporary file, which it removes. */
export async function healthChecks(env: Readonly<Record<string, string | undefined>>): Promise<HealthCheck[]> {
  const manifest = await readManifest();
  return [
    nodeCheck(manifest.engines.node, process.versions.node),
    dependencyCheck(Object.keys(manifest.dependencies)),
    memoryCheck(freemem(), totalmem()),
    realDataCheck(env['HUBSHED_REAL_DATA']),
    await selfTestCheck(),
  ];
}

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(resolve(ROOT, 'package.json'), 'utf8')) as Manifest;
}

/** @param wanted a least version: `>=20.19` */
export function nodeCheck(wanted: string, version: string): HealthCheck {
  const isEnough = compareVersions(version, wanted.replace(/^>=\s*/, '')) >= 0;
  return {
    key: 'node',
    label: { zh: 'Node.js 版本', en: 'Node.js version' },
    status: isEnough ? 'ok' : 'failed',
    finding: isEnough
      ? { zh: version, en: version }
      : { zh: `${version}，需要 ${wanted}`, en: `${version}, needs ${wanted}` },
  };
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const position = [0, 1, 2].find((part) => (left[part] ?? 0) !== (right[part] ?? 0));
  return position === undefined ? 0 : (left[position] ?? 0) - (right[position] ?? 0);
}

function dependencyCheck(names: readonly string[]): HealthCheck {
  const missing = names.filter((name) => !existsSync(resolve(ROOT, 'node_modules', name)));
  return {
    key: 'dependencies',
    label: { zh: '依赖', en: 'Dependencies' },
    status: missing.length === 0 ? 'ok' : 'failed',
    finding:
      missing.length === 0
        ? { zh: `${names.length} 个，齐全`, en: `all ${names.length} are there` }
        : { zh: `缺少 ${missing.join('、')}，请运行 npm ci`, en: `${missing.join(', ')} missing; run npm ci` },
  };
}

function memoryCheck(freeBytes: number, totalBytes: number): HealthCheck {
  const [free, total] = [freeBytes, totalBytes].map((bytes) => `${(bytes / 1e9).toFixed(1)} GB`);
  return {
    key: 'memory',
    label: { zh: '内存', en: 'Memory' },
    status: freeBytes >= COMFORTABLE_FREE_BYTES ? 'ok' : 'note',
    finding: { zh: `空闲 ${free}，共 ${total}`, en: `${free} free of ${total}` },
  };
}

function realDataCheck(folder: string | undefined): HealthCheck {
  const path = folder ?? resolve(ROOT, '../shared/data');
  const isFound = existsSync(path);
  return {
    key: 'real-data',
    label: { zh: '实测数据', en: 'Real data' },
    status: isFound ? 'ok' : 'note',
    finding: isFound
      ? { zh: path, en: path }
      : {
          zh: '未找到（仅测试需要，可用 HUBSHED_REAL_DATA 指定）',
          en: 'not found (only tests need it; HUBSHED_REAL_DATA names the folder)',
        },
  };
}

async function selfTestCheck(): Promise<HealthCheck> {
  const label: Words = { zh: '自检（建网、求路线）', en: 'Self-test (build a network, find a route)' };
  const expected = EXPECTED_SECONDS.toFixed(1);
  try {
    const seconds = await selfTestSeconds();
    const isRight = seconds !== undefined && Math.abs(seconds - EXPECTED_SECONDS) <= TOLERANCE_SECONDS;
    const found = seconds?.toFixed(1) ?? '—';
    return {
      key: 'self-test',
      label,
      status: isRight ? 'ok' : 'failed',
      finding: { zh: `${found} 秒，应为 ${expected} 秒左右`, en: `${found} s, about ${expected} s expected` },
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { key: 'self-test', label, status: 'failed', finding: { zh: message, en: message } };
  }
}
