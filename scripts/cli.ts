/**
 * The command line. To add a verb: write `scripts/verbs/<name>.ts` that exports one `defineVerb`,
 * and put it into VERBS below. Its option table is all that parsing, `--help`, `hubshed help <verb>`
 * and the messages for mistyped options are made from.
 */
import { programVersion } from '../server/program-version.ts';
import { type CommandIo, createContext, writeText } from './cli/command-context.ts';
import { EXIT, type ExitCode } from './cli/exit-codes.ts';
import { UsageFailure } from './cli/failures.ts';
import { GLOBAL_OPTIONS, type Invocation, readInvocation } from './cli/global-options.ts';
import { overviewText, verbText } from './cli/help-text.ts';
import { nearestName } from './cli/nearest-name.ts';
import { parseOptions } from './cli/parse-options.ts';
import { processIo } from './cli/process-io.ts';
import { failureReport } from './cli/report-failure.ts';
import type { Verb } from './cli/verb.ts';
import { areas } from './verbs/areas.ts';
import { batch } from './verbs/batch.ts';
import { bench } from './verbs/bench.ts';
import { catchments } from './verbs/catchments.ts';
import { check } from './verbs/check.ts';
import { coverage } from './verbs/coverage.ts';
import { doctor } from './verbs/doctor.ts';
import { explain } from './verbs/explain.ts';
import { gaps } from './verbs/gaps.ts';
import { groups } from './verbs/groups.ts';
import { importVerb } from './verbs/import.ts';
import { importTable } from './verbs/import-table.ts';
import { isochrone } from './verbs/isochrone.ts';
import { load } from './verbs/load.ts';
import { matrix } from './verbs/matrix.ts';
import { network } from './verbs/network.ts';
import { optimise } from './verbs/optimise.ts';
import { roads } from './verbs/roads.ts';
import { route } from './verbs/route.ts';
import { scorecard } from './verbs/scorecard.ts';
import { serve } from './verbs/serve.ts';
import { start } from './verbs/start.ts';
import { template } from './verbs/template.ts';
import { versions } from './verbs/versions.ts';

/** Every verb, in the order of the help. */
const VERBS: readonly Verb[] = [
  start,
  network,
  roads,
  areas,
  matrix,
  route,
  isochrone,
  catchments,
  groups,
  optimise,
  explain,
  coverage,
  scorecard,
  gaps,
  batch,
  template,
  check,
  importVerb,
  importTable,
  versions,
  serve,
  doctor,
  bench,
  load,
];

/**
 * Runs one command line.
 * @param argv without the program's name
 * @param io default: this process
 * @returns the exit code (see `EXIT`); never rejects
 */
export async function main(argv: readonly string[], io: CommandIo = processIo()): Promise<number> {
  const invocation = readInvocation(argv, io.env);
  try {
    await run(invocation, io);
    return EXIT.ok;
  } catch (error) {
    return endWith(error, invocation, io);
  }
}

async function run(invocation: Invocation, io: CommandIo): Promise<void> {
  const { verb: name, rest, help, version, language } = invocation;
  if (version) return writeText(io.stdout, `${await programVersion()}\n`);
  if (name === 'help') return writeText(io.stdout, `${helpFor(rest, language)}\n`);
  if (name === undefined) {
    if (help) return writeText(io.stdout, `${overviewText(VERBS, language)}\n`);
    parseOptions(rest, GLOBAL_OPTIONS, undefined);
    throw new UsageFailure([{ zh: '缺少命令', en: 'a command is missing' }]);
  }
  const verb = verbCalled(name);
  if (help) return writeText(io.stdout, `${verbText(verb, language)}\n`);
  const values = parseOptions(withoutAction(rest, verb), { ...verb.options, ...GLOBAL_OPTIONS }, verb.name);
  io.signal.throwIfAborted();
  await verb.run(values, createContext(io, invocation));
}

/** The arguments without the word that a verb wants after its name. */
function withoutAction(rest: readonly string[], { name, action }: Verb): readonly string[] {
  if (action === undefined) return rest;
  if (rest[0] === action) return rest.slice(1);
  throw new UsageFailure([{ zh: `应为 hubshed ${name} ${action}`, en: `expected hubshed ${name} ${action}` }], name);
}

function helpFor(rest: readonly string[], language: Invocation['language']): string {
  const { verb: name } = readInvocation(rest, {});
  return name === undefined ? overviewText(VERBS, language) : verbText(verbCalled(name), language);
}

function verbCalled(name: string): Verb {
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (verb) return verb;
  const meant = nearestName(name, [...VERBS.map((candidate) => candidate.name), 'help']);
  throw new UsageFailure([
    {
      zh: `没有命令“${name}”${meant ? `，是否要用 ${meant}？` : ''}`,
      en: `there is no command "${name}"${meant ? `; did you mean ${meant}?` : ''}`,
    },
  ]);
}

/** A reader that has heard enough, as in `hubshed ... | head`, is no failure. */
async function endWith(error: unknown, { language }: Invocation, io: CommandIo): Promise<ExitCode> {
  if (io.signal.aborted) return EXIT.interrupted;
  if ((error as NodeJS.ErrnoException)?.code === 'EPIPE') return EXIT.ok;
  const { exitCode, lines } = failureReport(error, language);
  const text = lines.map((line, index) => (index === 0 ? `hubshed: ${line}\n` : `${line}\n`)).join('');
  await writeText(io.stderr, text).catch(() => undefined);
  return exitCode;
}
