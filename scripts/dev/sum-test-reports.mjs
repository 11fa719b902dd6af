// node scripts/dev/sum-test-reports.mjs <folder>
// The last word of .ci/run: prints `N passed, N failed, N skipped` over all its steps; exit code 1
// unless tests passed, none failed and none were skipped.
//
// The folder holds, for each step begun, `<step>.exit` with its exit code (empty: it never came to its
// end) and, for a test step that got so far, `<step>.json` with the report of vitest. A step that
// failed although no test of its report did counts as one failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Sum */
/** @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult */

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: node scripts/dev/sum-test-reports.mjs <folder>');

const steps = readdirSync(folder).filter((name) => name.endsWith('.exit'));
const sum = steps.map((name) => sumStep(join(folder, name))).reduce(add, { passed: 0, failed: 0, skipped: 0 });
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = sum.passed > 0 && sum.failed === 0 && sum.skipped === 0 ? 0 : 1;

/**
 * @param {string} exitFile
 * @returns {Sum}
 */
function sumStep(exitFile) {
  const tests = sumReport(exitFile.replace(/\.exit$/, '.json'));
  const succeeded = readFileSync(exitFile, 'utf8').trim() === '0';
  return succeeded || tests.failed > 0 ? tests : { ...tests, failed: 1 };
}

/**
 * @param {string} reportFile
 * @returns {Sum}
 */
function sumReport(reportFile) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(reportFile)) return nothing;
  try {
    /** @type {{ testResults: readonly FileResult[] }} */
    const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8'));
    return testResults.map(sumTestFile).reduce(add, nothing);
  } catch (error) {
    process.stderr.write(`${reportFile} is not a report of vitest: ${error}\n`);
    return { ...nothing, failed: 1 };
  }
}

/**
 * A file that failed before or between its tests counts as one failure.
 *
 * @param {FileResult} file
 * @returns {Sum}
 */
function sumTestFile({ status, assertionResults }) {
  const count = (/** @type {string} */ wanted) => assertionResults.filter((test) => test.status === wanted).length;
  const passed = count('passed');
  const failed = count('failed');
  const skipped = assertionResults.length - passed - failed;
  return { passed, failed: failed === 0 && status === 'failed' ? 1 : failed, skipped };
}

/**
 * @param {Sum} a
 * @param {Sum} b
 * @returns {Sum}
 */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
