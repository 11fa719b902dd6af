import { parseReferenceSystem } from '../../geodata/georeference/parse-reference-system.ts';
import type { IntakeChoices } from '../intake/intake.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { TEMPLATES } from '../tables/templates/templates.ts';
import { IntakeChoicesForm } from './contract/intake-choices.ts';
import { echoed } from './echo.ts';
import { KEPT_TEXT_WORDS, keptTextRule } from './kept-text.ts';
import { RequestError, type RequestProblem } from './problems.ts';
import { requireSchema } from './validation.ts';

const RULE_WORDS = {
  'json-malformed': { zh: '不是有效的 JSON', en: 'not valid JSON' },
  'file-unknown': { zh: '本次提交中没有这个文件', en: 'the delivery has no file of this name' },
  'crs-unknown': { zh: '坐标系无法识别', en: 'the reference system is not known' },
  'field-unknown': { zh: '该表没有这一项', en: 'the template has no such field' },
  'code-malformed': { zh: '应为十二位区划代码', en: 'should be a division code of twelve digits' },
  ...KEPT_TEXT_WORDS,
} as const;

type Rule = keyof typeof RULE_WORDS;

/** At most so many problems are listed. */
const LISTED_PROBLEMS = 20;

/**
 * The choices that came as text beside the files of a delivery; none where none came.
 * @throws RequestError 400 with every problem
 */
export function parseChoices(text: string | undefined, files: ReadonlySet<string>): IntakeChoices {
  if (text === undefined || text.trim() === '') return {};
  const value = parsed(text);
  requireSchema(IntakeChoicesForm, value, 'choices');
  return requireChoices(value as IntakeChoices, files);
}

/**
 * Choices that have the form of the contract, held against the delivery that they are for.
 * @throws RequestError 400 with every problem: an unknown file, field or reference system, a text that cannot be kept
 */
export function requireChoices(choices: IntakeChoices, files: ReadonlySet<string>): IntakeChoices {
  const problems = [
    ...filesOf(choices)
      .filter(([, file]) => !files.has(file))
      .map(([at]) => problem(at, 'file-unknown')),
    ...Object.entries(choices.referenceSystems ?? {})
      .filter(([, system]) => !parseReferenceSystem(system))
      .map(([file]) => problem(`referenceSystems/${file}`, 'crs-unknown')),
    ...Object.keys(choices.matches ?? {})
      .filter((code) => !/^\d{12}$/.test(code))
      .map((code) => problem(`matches/${code}`, 'code-malformed')),
    ...columnProblems(choices),
  ];
  const [first] = problems;
  if (!first) return choices;
  const words = { zh: `${first.column}：${first.text.zh}`, en: `${first.column}: ${first.text.en}` };
  throw new RequestError(400, 'choices-invalid', words, problems.slice(0, LISTED_PROBLEMS));
}

/** JSON without keys that change what an object is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('The key is forbidden.');
      return value;
    });
  } catch {
    const found = problem('', 'json-malformed');
    throw new RequestError(
      400,
      'choices-invalid',
      { zh: `choices：${found.text.zh}`, en: `choices: ${found.text.en}` },
      [found],
    );
  }
}

/** Places where choices name a file, and the file. */
function filesOf({ referenceSystems, trusted, kinds }: IntakeChoices): (readonly [at: string, file: string])[] {
  return [
    ...Object.keys(referenceSystems ?? {}).map((file) => [`referenceSystems/${file}`, file] as const),
    ...Object.keys(kinds ?? {}).map((file) => [`kinds/${file}`, file] as const),
    ...(trusted ?? []).map((file, index) => [`trusted/${index}`, file] as const),
  ];
}

/** Headers are kept in the store: they must be texts that can be, and mean a field that there is. */
function columnProblems({ columns }: IntakeChoices): RequestProblem[] {
  return Object.entries(columns ?? {}).flatMap(([kind, meanings]) =>
    Object.entries(meanings).flatMap(([header, field]) => {
      const at = `columns/${kind}/${header}`;
      const textRule = keptTextRule(header);
      if (textRule) return [problem(at, textRule)];
      const isField = TEMPLATES[kind as TableKind].fields.some(({ key }) => key === field);
      return isField || field === 'ignore' ? [] : [problem(at, 'field-unknown')];
    }),
  );
}

function problem(at: string, rule: Rule): RequestProblem {
  return { column: echoed(`choices${at === '' ? '' : `/${at}`}`), rule, text: RULE_WORDS[rule] };
}
