import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { TextSink } from '../../scripts/cli/command-context.ts';
import { EXIT_WORDS } from '../../scripts/cli/exit-codes.ts';
import { scratchFile } from '../server/files/scratch-file.ts';
import { runCommand, textSink } from './run-command.ts';
import { townFile, townPoint } from './town-scene.ts';

const VERBS = ['network', 'matrix', 'route', 'isochrone', 'doctor'];

describe('the help of the command line', () => {
  it('lists every command and every exit code, in Chinese unless told otherwise', async () => {
    const { code, out, err } = await runCommand(['help'], { env: {} });
    expect([code, err]).toEqual([0, '']);
    for (const verb of VERBS) expect(out).toContain(`  ${verb}`);
    for (const [exitCode, words] of EXIT_WORDS) expect(out).toMatch(new RegExp(`  ${exitCode} +${words.zh}`));
  });

  it('is the same for --help and in English with --lang en', async () => {
    expect(await runCommand(['--help', '--lang', 'en'], { env: {} })).toEqual(await runCommand(['help']));
    expect((await runCommand(['help'])).out).toContain('Exit codes:');
  });

  it.each(VERBS)('explains each option of %s, asked in either of two ways', async (verb) => {
    const help = await runCommand(['help', verb]);
    expect(help.code).toBe(0);
    expect(help.out).toContain(`hubshed ${verb}: `);
    expect(help).toEqual(await runCommand([verb, '--help', '--bogus']));
  });

  it('says which options a command needs and what the others are without being given', async () => {
    const { out } = await runCommand(['help', 'isochrone']);
    expect(out).toContain('hubshed isochrone --at LON,LAT [options]');
    expect(out).toMatch(/--minutes MIN,\.\.\. +minutes \(default 10,20,30\)/);
  });

  it('has no Chinese in its English and no option undescribed', async () => {
    for (const verb of VERBS) {
      const { out } = await runCommand(['help', verb]);
      expect(out).not.toMatch(/\p{Script=Han}/u);
      expect(out).not.toContain('undefined');
    }
  });

  it('gives the version of the package', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await runCommand(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });
});

describe('the language', () => {
  it.each([
    [['--lang', 'en'], undefined, 'there is no command'],
    [['--lang=zh'], 'en', '没有命令'],
    [[], 'en_US.UTF-8', 'there is no command'],
    [[], 'fr', '没有命令'],
  ])('with options %j and HUBSHED_LANG %s words errors as "%s"', async (options, variable, words) => {
    const { err } = await runCommand(['nothing', ...options], { env: { HUBSHED_LANG: variable } });
    expect(err).toContain(words);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [[], 'a command is missing'],
    [['matrx'], 'there is no command "matrx"; did you mean matrix?'],
    [['help', 'doktor'], 'did you mean doctor?'],
    [['quite-another'], 'there is no command "quite-another"\n'],
    [['--josn'], 'there is no option --josn; did you mean --json?'],
    [['doctor', '--lang', 'fr'], '--lang: "fr" is not one of zh, en'],
    [['doctor', '--json=1'], '--json: takes no value'],
    [['doctor', 'now'], '"now" belongs to no option'],
    [['network'], '--pbf FILE, --network FILE or --roads FILE is required'],
    [['network', '--pbf', 'a', '--network', 'b'], '--pbf and --network exclude each other'],
    [['network', '--pbf', 'a', '--profile', 'cat'], '--profile: "cat" is not one of car, '],
  ])('%j ends with exit code 2 and says so', async (argv, words) => {
    const { code, out, err } = await runCommand(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).toContain('see hubshed help');
  });

  it('hears of all its problems at once', async () => {
    const { code, err } = await runCommand(['route', '--pb', 'x', '--from', '32,117', '--profile', '--json']);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([
      'hubshed: there is no option --pb; did you mean --pbf?',
      '--profile: the value NAME is missing',
      '--from: "32,117" looks swapped: longitude comes first',
      '--to LON,LAT is required',
      'see hubshed help route',
    ]);
  });
});

describe('a file that is wrong', () => {
  it('ends with exit code 3 where it is missing', async () => {
    const { code, err } = await runCommand(['network', '--pbf', 'no-such.osm.pbf']);
    expect([code, err]).toEqual([3, 'hubshed: no-such.osm.pbf: no such file or folder\n']);
  });

  it('ends with exit code 3 where it is no OSM file, and is named', async () => {
    const path = await scratchFile('roads.osm.pbf', 'not a road file at all');
    const { code, err } = await runCommand(['network', '--pbf', path, '--lang', 'zh']);
    expect(code).toBe(3);
    expect(err).toContain(`${path}: 不是有效的 OSM PBF 文件`);
  });

  it('is told of before any work where the result could not be written', async () => {
    const { code, err } = await runCommand(['network', '--pbf', 'no-such.osm.pbf', '--out', 'no-such-folder/x']);
    expect([code, err]).toEqual([3, 'hubshed: no-such-folder: no such file or folder\n']);
  });
});

describe('the streams', () => {
  it('keep notes away from the result, and silent with --quiet', async () => {
    const { pbf } = await townFile();
    const loud = await runCommand(['network', '--pbf', pbf]);
    const quiet = await runCommand(['network', '--pbf', pbf, '--quiet']);
    expect(loud.err).toMatch(/^network built in \d+\.\d s\n$/);
    expect(quiet).toEqual({ ...loud, err: '' });
  });

  it('show progress on a terminal and wipe it away, and none elsewhere', async () => {
    const { pbf, folder } = await townFile();
    const points = await scratchFile('points.json', JSON.stringify({ points: [[117, 32.025]], sources: [0, 0, 0] }));
    const argv = ['matrix', '--pbf', pbf, '--points', points, '--out', `${folder}/out.json`];
    const terminal = textSink(true);
    await runCommand(argv, { stderr: terminal });
    expect(terminal.text()).toContain('\r\u001B[Kdriving times 0/3\r\u001B[K');
    expect((await runCommand(argv)).err).not.toContain('\r');
    const hushed = textSink(true);
    await runCommand([...argv, '--quiet'], { stderr: hushed });
    expect(hushed.text()).toBe('');
  });

  it('may be closed by their reader without that being a failure', async () => {
    const closed: TextSink = {
      write(_, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    };
    const { code, err } = await runCommand(['help'], { stdout: closed });
    expect([code, err]).toEqual([0, '']);
  });

  it('end an unexpected failure with exit code 1 and its message', async () => {
    const broken: TextSink = {
      write(_, done) {
        done(new Error('the sink is broken'));
      },
    };
    const { code, err } = await runCommand(['help'], { stdout: broken });
    expect([code, err]).toEqual([1, 'hubshed: unexpected failure: the sink is broken\n']);
  });
});

describe('Ctrl-C', () => {
  it('ends a command with exit code 130, without a result and without a file', async () => {
    const { pbf, folder } = await townFile();
    const points = await scratchFile('points.json', JSON.stringify({ points: [[117, 32.025]], sources: [0, 0, 0] }));
    const interruption = new AbortController();
    const stderr: TextSink = {
      isTTY: true,
      write(text, done) {
        if (text.includes('driving times')) interruption.abort();
        done();
      },
    };
    const out = `${folder}/out.json`;
    const { signal } = interruption;
    const outcome = await runCommand(['matrix', '--pbf', pbf, '--points', points, '--out', out], { stderr, signal });
    expect([outcome.code, outcome.out]).toEqual([130, '']);
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });

  it('stops the building of a network', async () => {
    const { pbf } = await townFile();
    const argv = ['route', '--pbf', pbf, '--from', townPoint(0, 0), '--to', townPoint(1, 0)];
    expect((await runCommand(argv, { signal: AbortSignal.abort() })).code).toBe(130);
  });
});
