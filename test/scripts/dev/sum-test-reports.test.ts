import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/dev/sum-test-reports.mjs', import.meta.url));

/** A report as vitest writes it, of one file whose tests ended with these statuses. */
function report(fileStatus: string, ...statuses: string[]): string {
  return JSON.stringify({
    testResults: [{ status: fileStatus, assertionResults: statuses.map((status) => ({ status })) }],
  });
}

describe('the sum over all test runs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sum-test-reports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function sum(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { stdout, status } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    return { line: stdout, status };
  }

  it('adds the tests of all runs in exactly one line and succeeds where all passed', () => {
    const files = {
      'check.exit': '0\n',
      'unit.exit': '0\n',
      'unit.json': report('passed', 'passed', 'passed'),
      'web.exit': '0\n',
      'web.json': report('passed', 'passed'),
    };
    expect(sum(files)).toEqual({ line: '3 passed, 0 failed, 0 skipped\n', status: 0 });
  });

  it('fails where a test failed, counting it once although its run failed too', () => {
    const files = { 'unit.exit': '1\n', 'unit.json': report('failed', 'passed', 'failed') };
    expect(sum(files)).toEqual({ line: '1 passed, 1 failed, 0 skipped\n', status: 1 });
  });

  it.each(['pending', 'skipped', 'todo'])('fails where a test is %s', (status) => {
    const files = { 'unit.exit': '0\n', 'unit.json': report('passed', 'passed', status) };
    expect(sum(files)).toEqual({ line: '1 passed, 0 failed, 1 skipped\n', status: 1 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const files = { 'unit.exit': '1\n', 'unit.json': report('failed') };
    expect(sum(files)).toEqual({ line: '0 passed, 1 failed, 0 skipped\n', status: 1 });
  });

  it.each([
    ['that failed without a report', { 'check.exit': '1\n' }],
    ['that was cut off', { 'check.exit': '' }],
    ['that failed although its tests passed', { 'check.exit': '1\n', 'check.json': report('passed') }],
    ['with a damaged report', { 'check.exit': '0\n', 'check.json': '{' }],
  ])('counts a step %s as a failure', (_, files) => {
    expect(sum(files)).toEqual({ line: '0 passed, 1 failed, 0 skipped\n', status: 1 });
  });

  it('fails where no test ran at all', () => {
    expect(sum({ 'check.exit': '0\n' })).toEqual({ line: '0 passed, 0 failed, 0 skipped\n', status: 1 });
  });
});
