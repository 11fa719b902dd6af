import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('../../../scripts/dev', import.meta.url));

/**
 * Stands in for npm: takes a while, says something, and leaves what npm leaves, a program `hello` with
 * it. Each start adds a line to npm-calls. It fails where the project holds a file `no-network`.
 */
const FAKE_NPM = `
const { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('added 1 package');
if (existsSync('no-network')) process.exit(7);
rmSync('node_modules', { recursive: true, force: true });
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
mkdirSync('node_modules/hello', { recursive: true });
writeFileSync('node_modules/hello/hello.cjs', \`
  const [word] = process.argv.slice(2);
  if (word === 'wait') { console.log('waiting'); setInterval(() => {}, 1000); }
  else { console.log('hello ' + word); process.exitCode = 3; }
\`);
const packages = { 'node_modules/hello': { bin: { hello: 'hello.cjs' } } };
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
`;

describe('with-dependencies', () => {
  let project = '';
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'with-dependencies-'));
    mkdirSync(join(project, 'scripts'));
    cpSync(scripts, join(project, 'scripts', 'dev'), { recursive: true });
    writeFileSync(join(project, 'npm-cli.js'), FAKE_NPM);
    writeFileSync(join(project, 'package-lock.json'), '{}');
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  function start(...args: string[]) {
    return spawn(process.execPath, ['scripts/dev/with-dependencies.mjs', ...args], {
      cwd: project,
      env: { ...process.env, npm_execpath: join(project, 'npm-cli.js') },
    });
  }

  async function run(...args: string[]) {
    const child = start(...args);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    return { code, stdout, stderr };
  }

  function npmCalls(): number {
    const log = join(project, 'npm-calls');
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').length : 0;
  }

  /** As a checkout of another commit does. */
  function touchLockfile(content: string): void {
    const lockfile = join(project, 'package-lock.json');
    writeFileSync(lockfile, content);
    const later = new Date(Date.now() + 60_000);
    utimesSync(lockfile, later, later);
  }

  it('installs at the first run, on standard error, and hands through output and exit code of the program', async () => {
    const { code, stdout, stderr } = await run('hello', 'world');
    expect({ code, stdout }).toEqual({ code: 3, stdout: 'hello world\n' });
    expect(stderr).toContain('installing dependencies');
    expect(stderr).toContain('added 1 package');
  });

  it('installs nothing and says nothing at the second run', async () => {
    await run('hello', 'world');
    expect(await run('hello', 'again')).toEqual({ code: 3, stdout: 'hello again\n', stderr: '' });
    expect(npmCalls()).toBe(1);
  });

  it('installs again when the lockfile has changed', async () => {
    await run('hello', 'world');
    touchLockfile('{ "changed": true }');
    await run('hello', 'world');
    expect(npmCalls()).toBe(2);
  });

  it('installs nothing when the lockfile is newer but the same', async () => {
    await run('hello', 'world');
    touchLockfile('{}');
    await run('hello', 'world');
    expect(npmCalls()).toBe(1);
  });

  it('installs again when an installation was cut off', async () => {
    mkdirSync(join(project, 'node_modules', 'hello'), { recursive: true });
    expect((await run('hello', 'world')).stdout).toBe('hello world\n');
  });

  it('installs once when two start at the same time', async () => {
    const both = await Promise.all([run('hello', 'first'), run('hello', 'second')]);
    expect(both.map(({ stdout }) => stdout)).toEqual(['hello first\n', 'hello second\n']);
    expect(npmCalls()).toBe(1);
  });

  it('is not held up by a first run that was killed while it installed', async () => {
    const killed = start('hello', 'world');
    await new Promise((resolve) => killed.stderr.once('data', resolve));
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.on('close', resolve));
    expect((await run('hello', 'world')).stdout).toBe('hello world\n');
  });

  it('says in words why it cannot go on when npm fails, and can be run again', async () => {
    writeFileSync(join(project, 'no-network'), '');
    const { code, stdout, stderr } = await run('hello', 'world');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('npm ci failed with exit code 7');
    rmSync(join(project, 'no-network'));
    expect((await run('hello', 'world')).stdout).toBe('hello world\n');
  });

  it('ends with the program when it is told to', async () => {
    await run('hello', 'world');
    const child = start('hello', 'wait');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)))).toBe('SIGTERM');
  });
});
