import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { DutyComparison } from '../../geodata/grouping/duty/compare-duty.ts';
import type { UnitDuty } from '../../geodata/grouping/duty/duty-account.ts';
import { DUTY_MEASURES, type DutyFigure, type DutyMeasure } from '../../geodata/grouping/duty/duty-figure.ts';
import type { AccessTally, PublicAccess } from '../../geodata/grouping/duty/public-access.ts';
import { minimumOfficers, type RosterRule, type ShiftPosts } from '../../geodata/grouping/duty/roster.ts';
import type { Language } from '../language.ts';
import { joinSections, type Section } from './sections.ts';
import { type TextColumn, textTable } from './text-table.ts';
import { DUTY_MEASURE_WORDS, DUTY_ROLE_WORDS } from './wording/duty-words.ts';
import { WEIGHT_WORDS } from './wording/label-words.ts';
import { kilometresText, minutesText } from './wording/measures.ts';
import { type LabelledText, labelledText } from './wording/rule-words.ts';

/** What a duty report is made of. */
export interface DutyReportInput {
  readonly comparison: DutyComparison;
  /** Stations after, by whose names units and stations are called. */
  readonly stations: readonly Station[];
  /** Where the roads were asked: the way of the public to the pooled functions, and the settlements it is about. */
  readonly access?: { readonly of: PublicAccess; readonly settlements: readonly Settlement[] };
  /** Rooms that no station has, by id: they are in no sum. */
  readonly strayRoomIds?: readonly string[];
}

const NAME_WIDTH = 24;
const STATION_MEASURES: readonly DutyMeasure[] = ['officers', 'command', 'response', 'cases', 'villages'];
const VEHICLE_MEASURES: readonly DutyMeasure[] = ['vehicles-on-duty', 'vehicles-free'];

/**
 * 值班算账 as a county planner reads it: the roster, the county before and after, groups, stations, the way of the public
 * to the pooled functions, and notes. `—` is "not known", never nought. No line end after the last line.
 */
export function dutyReport(input: DutyReportInput, language: Language): string {
  const words = WORDS[language];
  const { comparison, access } = input;
  const sections: Section[] = [
    { title: words.roster, body: labelledText(rosterLines(comparison.after.rule, language), language) },
    { title: words.county, body: countyText(comparison, language) },
    { title: words.units, body: unitsText(input, language) },
    { title: words.stations, body: stationsText(input, language) },
    ...(access ? [{ title: words.access, body: accessText(input, access, language) }] : []),
    {
      title: words.notes,
      body: notesOf(input, language)
        .map((note) => `- ${note}`)
        .join('\n'),
    },
  ];
  return joinSections(words.title, sections, language);
}

function rosterLines(rule: RosterRule, language: Language): LabelledText[] {
  const words = WORDS[language];
  const posts = ({ day, night }: ShiftPosts): string => words.posts(day, night);
  return [
    [words.command, posts(rule.command)],
    [words.response, posts(rule.response)],
    [words.memberResponse, posts(rule.memberResponse)],
    [words.shifts, words.hours(rule.dayHours, 24 - rule.dayHours)],
    [words.week, words.weekOf(rule.officerWeekHours, rule.absentPermille / 10)],
    [words.least, words.leastOf(minimumOfficers(rule, 0), minimumOfficers(rule, 1) - minimumOfficers(rule, 0))],
    [words.cars, words.carsOf(rule.commandPostVehicles, rule.memberVehicles)],
    [words.strong, words.strongOf(rule.strongOfficers, rule.auxiliariesPerOfficer)],
  ];
}

function countyText({ county }: DutyComparison, language: Language): string {
  const words = WORDS[language];
  const right = (header: string): TextColumn => ({ header, align: 'right' });
  const rows = DUTY_MEASURES.map((measure) => [
    DUTY_MEASURE_WORDS[measure][language],
    county.before[measure].value,
    county.after[measure].value,
    signed(county.change[measure]),
  ]);
  return textTable([{ header: words.item }, right(words.before), right(words.after), right(words.change)], rows);
}

function unitsText({ comparison, stations }: DutyReportInput, language: Language): string {
  const words = WORDS[language];
  const right = (header: string): TextColumn => ({ header, align: 'right' });
  const columns = [
    { header: words.unit, maxWidth: NAME_WIDTH },
    ...['officers', 'day-posts', 'night-posts'].map((key) => right(measureText(key as DutyMeasure, language))),
    right(words.needed),
    { header: words.sustainable },
    { header: words.strong },
    right(words.freed),
  ];
  const changeOf = new Map(comparison.units.map(({ unit, change }) => [unit.id, change]));
  const rows = comparison.after.units.map((unit) => [
    nameOfUnit(unit, stations, language),
    unit.figures.officers.value,
    unit.figures['day-posts'].value,
    unit.figures['night-posts'].value,
    unit.neededOfficers,
    yesNo(unit.sustainable, language),
    yesNo(isStrong(unit), language),
    signed(changeOf.get(unit.id)?.villages),
  ]);
  return textTable(columns, rows);
}

function stationsText({ comparison, stations }: DutyReportInput, language: Language): string {
  const words = WORDS[language];
  const measures = [...STATION_MEASURES, ...VEHICLE_MEASURES];
  const columns: TextColumn[] = [
    { header: words.station, maxWidth: NAME_WIDTH },
    { header: words.role },
    ...measures.map((measure): TextColumn => ({ header: measureText(measure, language), align: 'right' })),
    { header: words.freed, align: 'right' },
  ];
  const changeOf = new Map(comparison.stations.map(({ stationId, change }) => [stationId, change]));
  const rows = comparison.after.stations.map(({ stationId, role, figures }) => [
    nameOfStation(stationId, stations),
    DUTY_ROLE_WORDS[role][language],
    ...measures.map((measure) => figures[measure].value),
    signed(changeOf.get(stationId)?.villages),
  ]);
  return textTable(columns, rows);
}

function accessText(
  { comparison, stations }: DutyReportInput,
  { of: access, settlements }: NonNullable<DutyReportInput['access']>,
  language: Language,
): string {
  const words = WORDS[language];
  const headers = [words.count, words.kmBefore, words.kmAfter, words.minBefore, words.minAfter, words.slower];
  const columns: TextColumn[] = [
    { header: words.unit, maxWidth: NAME_WIDTH },
    ...headers.map((header): TextColumn => ({ header, align: 'right' })),
    { header: words.farthest, maxWidth: NAME_WIDTH },
  ];
  const unitOf = new Map(comparison.after.units.map((unit) => [unit.id, unit]));
  const rows = access.units.map(({ unitId, tally, farthestAfter }) => {
    const unit = unitOf.get(unitId);
    const far = farthestAfter?.after && settlements[farthestAfter.settlement]?.name;
    return [
      unit ? nameOfUnit(unit, stations, language) : unitId,
      ...tallyCells(tally),
      far && `${minutesText(farthestAfter.after?.ds ?? 0)} ${far}`,
    ];
  });
  return textTable(columns, [...rows, [words.all, ...tallyCells(access.county), undefined]]);
}

function tallyCells(tally: AccessTally): (string | number | undefined)[] {
  const { count, weight, slowerCount } = tally;
  const mean = (sum: number, text: (value: number) => string) => (weight > 0 ? text(sum / weight) : undefined);
  return [
    count,
    mean(tally.beforeDm, kilometresText),
    mean(tally.afterDm, kilometresText),
    mean(tally.beforeDs, minutesText),
    mean(tally.afterDs, minutesText),
    slowerCount,
  ];
}

function notesOf({ comparison, stations, access, strayRoomIds = [] }: DutyReportInput, language: Language): string[] {
  const words = WORDS[language];
  const { county } = comparison.after;
  const missing = DUTY_MEASURES.flatMap((measure) => county[measure].missing);
  const byLabel = DUTY_MEASURES.flatMap((label) => {
    const ids = [...new Set(missing.filter((part) => part.label === label).map(({ stationId }) => stationId))];
    const names = ids.map((id) => nameOfStation(id, stations)).join(words.comma);
    return ids.length === 0 ? [] : [words.missing(words.missingLabel(label), names)];
  });
  const unreached = access?.of.units.flatMap((unit) => unit.unreached) ?? [];
  return [
    words.establishment,
    words.reconciled,
    words.estimates,
    words.caseWork,
    ...byLabel,
    ...(strayRoomIds.length > 0 ? [words.strayRooms(strayRoomIds.length)] : []),
    ...(access ? [words.way(WEIGHT_WORDS[access.of.base][language])] : []),
    ...(access && access.of.withheldCount > 0 ? [words.withheld(access.of.withheldCount)] : []),
    ...(unreached.length > 0 ? [words.unreached(unreached.length)] : []),
  ];
}

function isStrong({ enoughOfficers, enoughAuxiliaries }: UnitDuty): boolean | undefined {
  if (enoughOfficers === false || enoughAuxiliaries === false) return false;
  return enoughOfficers === undefined || enoughAuxiliaries === undefined ? undefined : true;
}

function nameOfUnit({ stationIds }: UnitDuty, stations: readonly Station[], language: Language): string {
  const name = nameOfStation(stationIds[0] ?? '', stations);
  return stationIds.length > 1 ? WORDS[language].group(name, stationIds.length) : name;
}

function nameOfStation(stationId: string, stations: readonly Station[]): string {
  return stations.find(({ id }) => id === stationId)?.name ?? stationId;
}

function measureText(measure: DutyMeasure, language: Language): string {
  return DUTY_MEASURE_WORDS[measure][language];
}

/** A change with its sign; undefined where it is not known. */
function signed(figure: DutyFigure | undefined): string | undefined {
  if (figure?.value === undefined) return undefined;
  return figure.value > 0 ? `+${figure.value}` : String(figure.value);
}

function yesNo(answer: boolean | undefined, language: Language): string | undefined {
  return answer === undefined ? undefined : WORDS[language].yesNo[answer ? 0 : 1];
}

const WORDS = {
  zh: {
    title: '值班算账：编组前后对照',
    roster: '值班口径',
    county: '全县编组前后',
    units: '协作组与未编组派出所（编组后）',
    stations: '各派出所（编组后）',
    access: '群众到案件办理派出所的路程',
    notes: '说明',
    command: '综合指挥（每个指挥点）',
    response: '值班出警（每个指挥点）',
    memberResponse: '先期处置（每个成员派出所）',
    posts: (day: number, night: number) => `白班 ${day} 人，夜班 ${night} 人`,
    shifts: '班次',
    hours: (day: number, night: number) => `白班 ${day} 小时，夜班 ${night} 小时`,
    week: '民警周工作时间',
    weekOf: (hours: number, percent: number) => `${hours} 小时，其中休假、培训、病事假占 ${percent}%`,
    least: '最少民警',
    leastOf: (post: number, member: number) => `每个指挥点 ${post} 人，每增加一个成员派出所加 ${member} 人`,
    cars: '值班车辆',
    carsOf: (post: number, member: number) => `每个指挥点 ${post} 辆，每个成员派出所 ${member} 辆`,
    strong: '两队一室警力',
    strongOf: (officers: number, ratio: number) => `民警不少于 ${officers} 人，民警与辅警 1:${ratio}`,
    item: '项目',
    before: '编组前',
    after: '编组后',
    change: '增减',
    unit: '单位',
    needed: '排班最少民警',
    sustainable: '排班可持续',
    freed: '释放警力',
    station: '派出所',
    role: '角色',
    count: '居民点',
    kmBefore: '编组前平均(km)',
    kmAfter: '编组后平均(km)',
    minBefore: '编组前平均(min)',
    minAfter: '编组后平均(min)',
    slower: '用时增加的居民点',
    farthest: '编组后用时最长(min)',
    all: '合计',
    yesNo: ['是', '否'],
    comma: '、',
    group: (name: string, count: number) => `${name}协作组（${count} 所）`,
    missing: (label: string, names: string) => `下列派出所缺${label}：${names}；未知不按 0 计，凡涉及的数均不给出。`,
    missingLabel: (label: DutyMeasure) => (label === 'cases' ? '案件办理民警数' : DUTY_MEASURE_WORDS[label].zh),
    establishment: '协作组统筹综合指挥、案件办理和值班轮值；各派出所保持建制不变，社区警务仍在本所。',
    reconciled: '民警、辅警、车辆、警务室编组前后逐项核对，总数相等；每个合计都可展开到派出所。',
    estimates: '排班参数为估计值，文件未规定班次警力，请按本县实际调整；每个岗位所需民警按整数向上取整。',
    caseWork: '案件办理工作量按编组前计，集中办理不视为减少；综合指挥、值班出警、案件办理依次按各所余下民警分摊。',
    strayRooms: (count: number) => `有 ${count} 个警务室未注明或查无所属派出所，未计入。`,
    way: (base: string) =>
      `路程取最快路线的行车里程和用时，按由派出所驶向居民点测算，全部居民点计入，加权基数：${base}。`,
    withheld: (count: number) => `有 ${count} 个居民点样本过小，不计入权重。`,
    unreached: (count: number) => `有 ${count} 个居民点编组前或编组后道路不通，未计入平均。`,
  },
  en: {
    title: 'Duty before and after',
    roster: 'Roster',
    county: 'The county before and after',
    units: 'Groups and stations that stand alone (after)',
    stations: 'Stations (after)',
    access: 'The way of the public to the station that handles cases',
    notes: 'Notes',
    command: 'Command (each command post)',
    response: 'Night duty and response (each command post)',
    memberResponse: 'First response (each member station)',
    posts: (day: number, night: number) => `${day} by day, ${night} by night`,
    shifts: 'Shifts',
    hours: (day: number, night: number) => `${day} hours by day, ${night} by night`,
    week: 'Week of an officer',
    weekOf: (hours: number, percent: number) => `${hours} hours, ${percent}% of them leave, courses and sickness`,
    least: 'Least officers',
    leastOf: (post: number, member: number) => `${post} for each command post, ${member} more for each member station`,
    cars: 'Vehicles on duty',
    carsOf: (post: number, member: number) => `${post} for each command post, ${member} for each member station`,
    strong: 'Two teams, one room',
    strongOf: (officers: number, ratio: number) => `at least ${officers} officers, officers to auxiliaries 1:${ratio}`,
    item: 'item',
    before: 'before',
    after: 'after',
    change: 'change',
    unit: 'unit',
    needed: 'least officers',
    sustainable: 'sustainable',
    freed: 'officers freed',
    station: 'station',
    role: 'role',
    count: 'settlements',
    kmBefore: 'mean before(km)',
    kmAfter: 'mean after(km)',
    minBefore: 'mean before(min)',
    minAfter: 'mean after(min)',
    slower: 'settlements slower',
    farthest: 'longest after(min)',
    all: 'total',
    yesNo: ['yes', 'no'],
    comma: ', ',
    group: (name: string, count: number) => `group of ${name} (${count} stations)`,
    missing: (label: string, names: string) =>
      `Not known (${label}): ${names}; what is not known is never 0, and no figure that needs it is given.`,
    missingLabel: (label: DutyMeasure) => (label === 'cases' ? 'officers for case work' : DUTY_MEASURE_WORDS[label].en),
    establishment:
      'A cooperation group pools command, case handling and duty; the establishment of every station is unchanged, and community policing stays with it.',
    reconciled:
      'Officers, auxiliaries, vehicles and police rooms are as many after as before, item by item; each total opens to its stations.',
    estimates:
      'The roster is an estimate, as the standard gives no strength of a shift: set it to the county. Officers for posts are rounded up to whole ones.',
    caseWork:
      'Case work is as much after as before, since pooling is not taken to shorten it; command, response and case work are shared out, in this order, by the officers each station has left.',
    strayRooms: (count: number) =>
      `Police rooms that name no station, or one that is not known, and are not counted: ${count}.`,
    way: (base: string) =>
      `Lengths and times are those of the fastest route, driven from the station to the settlement; all settlements count; weighted by: ${base}.`,
    withheld: (count: number) => `Settlements too small a sample, which weigh nothing: ${count}.`,
    unreached: (count: number) => `Settlements without a route before or after, which are in no mean: ${count}.`,
  },
} as const;
