import { readingName } from '../../geodata/georeference/readings.ts';
import { evidenceView, findingView } from '../../server/api/views/intake-view.ts';
import type { CoordinateEvidence } from '../../server/intake/coordinate-evidence.ts';
import type { CheckedIntake, FileRole } from '../../server/intake/intake.ts';
import type { Language } from '../../server/language.ts';
import { textTable } from '../../server/reports/text-table.ts';
import type { Finding, FindingLevel } from '../../server/tables/finding.ts';
import { findingReason, findingText } from '../../server/tables/finding-words.ts';
import { LEVEL_WORDS, LEVELS } from '../../server/tables/receipt/receipt-words.ts';
import { TEMPLATES } from '../../server/tables/templates/templates.ts';
import type { Words } from './words.ts';

/** More lines of a file and a level than a person reads in a terminal; the rest is counted. */
const MOST_LINES = 200;

const ROLE_WORDS: Readonly<Record<FileRole, Words>> = {
  roads: { zh: '路网', en: 'roads' },
  boundary: { zh: '县界', en: 'county boundary' },
  townships: { zh: '乡镇界', en: 'townships' },
  tables: { zh: '表格', en: 'tables' },
  nothing: { zh: '没有可用的内容', en: 'nothing of use' },
  refused: { zh: '拒收', en: 'refused' },
};

const VERDICT_WORDS = {
  consistent: { zh: '与证据一致', en: 'agrees with the evidence' },
  contradicted: { zh: '与证据矛盾', en: 'contradicted by the evidence' },
  undecided: { zh: '证据不足', en: 'not decided by the evidence' },
} as const;

/** A checked delivery for people: its files, what is known of its positions, and every finding. */
export function deliveryText(checked: CheckedIntake, language: Language): string {
  const { coordinates, unknownColumns } = checked;
  return [
    filesTable(checked, language),
    coordinates.map((evidence) => evidenceLine(evidence, language)).join('\n'),
    unknownColumns
      .map(({ file, sheet, header }) => {
        const where = `${file}${sheet === undefined ? '' : ` [${sheet}]`}`;
        return language === 'zh' ? `不认识的列：${where}“${header}”` : `unknown column: ${where} "${header}"`;
      })
      .join('\n'),
    findingLines(checked.findings, language).join('\n'),
    countsLine(checked.findings, language),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The same for programs, with the keys of the API. */
export function deliveryJson(checked: CheckedIntake, language: Language): object {
  const { files, findings, unknownColumns, coordinates, matches, offered } = checked;
  return {
    ...{ files, counts: countsOf(findings), unknownColumns, matches, offered },
    coordinates: coordinates.map((evidence) => evidenceView(evidence, language)),
    findings: findings.map((finding) => findingView(finding, language)),
  };
}

/** Findings of each level. */
export function countsOf(findings: readonly Finding[]): Record<FindingLevel, number> {
  const counts = { error: 0, doubt: 0, repair: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

function filesTable({ files }: CheckedIntake, language: Language): string {
  const zh = language === 'zh';
  const headers = zh
    ? ['文件', '工作表', '内容', '行数', '有错误的行']
    : ['file', 'sheet', 'content', 'rows', 'bad rows'];
  const rows = files.flatMap(({ name, roles, tables }) => [
    ...roles
      .filter((role) => role !== 'tables')
      .map((role) => [name, '', ROLE_WORDS[role][language], undefined, undefined]),
    ...tables.map(({ sheet = '', kind, rowCount, badRows }) => [
      name,
      sheet,
      TEMPLATES[kind][language],
      rowCount,
      badRows,
    ]),
  ]);
  return textTable(
    headers.map((header) => ({ header })),
    rows,
  );
}

function evidenceLine(evidence: CoordinateEvidence, language: Language): string {
  const { file, sheet, claimed: system, points, known, trusted, investigation } = evidence;
  const { verdict, claimed, better } = investigation;
  const { inside, rows, roadMetres, shift } = claimed;
  const metres = (figure: number): string => (figure < 10 ? figure.toFixed(1) : String(Math.round(figure)));
  const name = readingName({ system, swapped: false, sexagesimal: false }, language);
  const place = `${file}${sheet === undefined ? '' : ` [${sheet}]`}`;
  const said = VERDICT_WORDS[verdict][language];
  if (language === 'zh') {
    const facts = [
      `${points} 个点`,
      ...(inside === undefined ? [] : [`${inside}/${rows} 在县内`]),
      ...(roadMetres === undefined ? [] : [`距道路中位数 ${metres(roadMetres)} 米`]),
      ...(shift
        ? [`与 ${known} 个已知位置相差中位数 ${metres(shift.metres)} 米（方位 ${Math.round(shift.bearing)}°）`]
        : []),
      ...(better ? [`更像是${readingName(better.reading, language)}`] : []),
      ...(trusted ? ['用户已确认'] : []),
    ];
    return `坐标：${place} 写的是${name}，${said}（${facts.join('，')}）`;
  }
  const facts = [
    `${points} points`,
    ...(inside === undefined ? [] : [`${inside}/${rows} inside the county`]),
    ...(roadMetres === undefined ? [] : [`median ${metres(roadMetres)} m from a road`]),
    ...(shift
      ? [`median shift from ${known} known places ${metres(shift.metres)} m, bearing ${Math.round(shift.bearing)}°`]
      : []),
    ...(better ? [`reads as ${readingName(better.reading, language)}`] : []),
    ...(trusted ? ['confirmed by the user'] : []),
  ];
  return `coordinates: ${place} stated as ${name}: ${said} (${facts.join(', ')})`;
}

/** A line a finding, by file, the worst first; what is beyond `MOST_LINES` of a file and level is counted. */
function findingLines(findings: readonly Finding[], language: Language): string[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.file);
    if (own) own.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  return [...byFile.values()].flatMap((own) => LEVELS.flatMap((level) => linesOf(own, level, language)));
}

function linesOf(findings: readonly Finding[], level: FindingLevel, language: Language): string[] {
  const own = findings.filter((finding) => finding.level === level);
  const texts = level === 'repair' ? repairTexts(own, language) : own.map((finding) => findingText(finding, language));
  const word = LEVEL_WORDS[level][language];
  const rest = texts.length - MOST_LINES;
  const lines = texts.slice(0, MOST_LINES).map((text) => `${word}  ${text}`);
  if (rest <= 0) return lines;
  const more =
    language === 'zh'
      ? `${word}  ${own[0]?.file}：另有 ${rest} 处，见 --receipts 或 --json`
      : `${word}  ${own[0]?.file}: ${rest} more, see --receipts or --json`;
  return [...lines, more];
}

function countsLine(findings: readonly Finding[], language: Language): string {
  const { error, doubt, repair } = countsOf(findings);
  return language === 'zh'
    ? `错误 ${error} 处，疑问 ${doubt} 处，自动修正 ${repair} 处`
    : `${error} error(s), ${doubt} doubt(s), ${repair} repair(s)`;
}

/** As many alike are listed one by one. */
const MOST_ALIKE = 3;
/** Rows of a line that stands for many. */
const NAMED_ROWS = 5;

/** Repairs, those alike of a column in one line: hundreds of them are usual, and none needs anything done. */
function repairTexts(repairs: readonly Finding[], language: Language): string[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of repairs) {
    const key = [finding.sheet, finding.column, findingReason(finding, language)].join('\n');
    const group = alike.get(key);
    if (group) group.push(finding);
    else alike.set(key, [finding]);
  }
  return [...alike.values()].flatMap((group) =>
    group.length <= MOST_ALIKE ? group.map((finding) => findingText(finding, language)) : [alikeText(group, language)],
  );
}

function alikeText(group: readonly Finding[], language: Language): string {
  const { row: _, value: __, ...shared } = group[0] as Finding;
  const rows = group.flatMap(({ row }) => row ?? []).slice(0, NAMED_ROWS);
  return language === 'zh'
    ? `${findingText(shared, language)}（共 ${group.length} 处，第 ${rows.join('、')} 行等）`
    : `${findingText(shared, language)} (${group.length} times: rows ${rows.join(', ')} and more)`;
}
