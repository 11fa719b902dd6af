import type { RoadRank } from '../../geodata/roads/road-rank.ts';
import type { JoinKind, LineDefectKind } from '../../geodata/roads/surveyed/surveyed-line.ts';
import { NEAR_DEAD_END_METRES } from '../../geodata/roads/trust/dead-ends.ts';
import { CLASS_OF_RANK, FAR_METRES, type RoadTrust } from '../../geodata/roads/trust/road-trust.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { Language } from '../language.ts';
import type { Survey } from '../networks/read-survey.ts';
import { joinSections, type Section } from './sections.ts';
import { textTable } from './text-table.ts';

/** At most so many rows of a list are printed; the rest are counted, and all of them are in the JSON. */
const LISTED = 20;

/** What ranks of roads are called. */
export const RANK_WORDS: Readonly<Record<RoadRank, Readonly<Record<Language, string>>>> = {
  motorway: { zh: '高速', en: 'motorway' },
  national: { zh: '国道', en: 'national' },
  provincial: { zh: '省道', en: 'provincial' },
  county: { zh: '县道', en: 'county' },
  township: { zh: '乡道', en: 'township' },
  village: { zh: '村道', en: 'village' },
};

const JOIN_WORDS: Readonly<Record<JoinKind, Readonly<Record<Language, string>>>> = {
  touch: { zh: '共点相接', en: 'share a point' },
  crossing: { zh: '平面交叉', en: 'cross on one level' },
  'snapped-end': { zh: '端点移动后相接', en: 'an end was moved' },
};

const DEFECT_WORDS: Readonly<Record<LineDefectKind, Readonly<Record<Language, string>>>> = {
  'no-length': { zh: '长度为零，未采用', en: 'no length, left out' },
  'repeated-points': { zh: '有重复点', en: 'repeated points' },
  spike: { zh: '有折返尖刺', en: 'goes back over itself' },
  duplicate: { zh: '与另一条完全相同，未采用', en: 'exact copy of another line, left out' },
  collapsed: { zh: '比接头容差还短，接头后消失', en: 'shorter than the tolerance, gone once its ends were joined' },
};

/**
 * The road trust report 道路可信度报告 for people: how the lines were joined, where there is a survey, lengths against
 * the books, islands, dead ends that nearly touch, settlements far from a road.
 */
export function roadsReportText(trust: RoadTrust, survey: Survey | undefined, language: Language): string {
  const words = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const sections: Section[] = [
    ...(survey ? [{ title: words('线的拼接', 'Joining of lines'), body: joiningText(survey, language) }] : []),
    { title: words('里程核对', 'Lengths'), body: lengthsText(trust, language) },
    { title: words('孤立路段', 'Islands'), body: islandsText(trust, language) },
    { title: words('近而未接的断头路', 'Dead ends that nearly touch'), body: deadEndsText(trust, language) },
    { title: words('离路较远的居民点', 'Settlements far from a road'), body: farText(trust, language) },
  ];
  return joinSections(words('道路可信度报告', 'Road trust report'), sections, language);
}

/** The same for programs: every list whole. Lengths are kilometres. */
export function roadsReportJson(trust: RoadTrust, survey: Survey | undefined): Readonly<Record<string, unknown>> {
  return {
    ...(survey
      ? {
          survey: {
            lines: survey.featureLines,
            ignoredFeatures: survey.ignoredFeatures,
            joins: survey.noded.joins,
            nearMisses: survey.noded.nearMisses,
            defects: survey.noded.defects,
          },
        }
      : {}),
    ...trustFigures(trust),
  };
}

/** The figures of a report, for programs. */
export function trustFigures(trust: RoadTrust) {
  return {
    ranks: trust.ranks.map(({ rank, drawnDm, oneWayDm, roadDm, officialKilometres, completenessTenths }) => ({
      rank,
      highway: CLASS_OF_RANK[rank],
      drawnKilometres: drawnDm / 10_000,
      oneWayKilometres: oneWayDm / 10_000,
      roadKilometres: roadDm / 10_000,
      officialKilometres: officialKilometres ?? null,
      completenessPercent: completenessTenths === undefined ? null : completenessTenths / 10,
    })),
    others: trust.others.map(({ roadClass, drawnDm }) => ({ highway: roadClass, drawnKilometres: drawnDm / 10_000 })),
    totalKilometres: trust.totalDm / 10_000,
    mainPieceKilometres: trust.mainDm / 10_000,
    islands: trust.islands.map(({ dm, at, settlementIds }) => ({ kilometres: dm / 10_000, at, settlementIds })),
    deadEnds: trust.deadEnds,
    farSettlements: trust.far.map(({ metres, ...place }) => ({
      ...place,
      metres: Number.isFinite(metres) ? Math.round(metres) : null,
    })),
    settlements: trust.settlementCount,
    settlementsOnIslands: trust.onIslands,
  };
}

function joiningText({ noded, featureLines, ignoredFeatures }: Survey, language: Language): string {
  const isChinese = language === 'zh';
  const kinds = Object.keys(JOIN_WORDS) as JoinKind[];
  const rows = kinds.map((kind) => {
    const joins = noded.joins.filter((join) => join.kind === kind);
    const farthest = joins.reduce((most, { movedMetres }) => Math.max(most, movedMetres), 0);
    return [JOIN_WORDS[kind][language], joins.length, kind === 'snapped-end' ? farthest.toFixed(1) : undefined];
  });
  const columns = [
    { header: isChinese ? '接头' : 'Joins' },
    { header: isChinese ? '处' : 'Places', align: 'right' },
    { header: isChinese ? '最多移动(m)' : 'Moved at most (m)', align: 'right' },
  ] as const;
  const misses = noded.nearMisses.map(({ feature, otherFeature, at, metres }) => [
    feature,
    otherFeature,
    placeText(at),
    metres.toFixed(1),
  ]);
  const missColumns = [
    { header: isChinese ? '要素' : 'Feature' },
    { header: isChinese ? '邻近要素' : 'Near feature' },
    { header: isChinese ? '位置' : 'Place' },
    { header: isChinese ? '相距(m)' : 'Apart (m)', align: 'right' },
  ] as const;
  const defects = noded.defects.map(({ kind, feature, at }) => [feature, DEFECT_WORDS[kind][language], placeText(at)]);
  const defectColumns = [
    { header: isChinese ? '要素' : 'Feature' },
    { header: isChinese ? '问题' : 'Defect' },
    { header: isChinese ? '位置' : 'Place' },
  ] as const;
  return [
    isChinese
      ? `线 ${featureLines} 条；按对照表不采用的要素 ${ignoredFeatures} 个`
      : `${featureLines} line(s); ${ignoredFeatures} feature(s) left out by the table of classes`,
    textTable(columns, rows),
    listText(
      isChinese ? '超出容差、未拼接的端点' : 'Ends beyond the tolerance, not joined',
      missColumns,
      misses,
      language,
    ),
    listText(isChinese ? '画线问题' : 'Defects of lines', defectColumns, defects, language),
  ].join('\n\n');
}

function lengthsText({ ranks, others, totalDm }: RoadTrust, language: Language): string {
  const isChinese = language === 'zh';
  const rows = ranks.map((length) => [
    RANK_WORDS[length.rank][language],
    CLASS_OF_RANK[length.rank],
    kilometresText(length.drawnDm),
    kilometresText(length.roadDm),
    length.officialKilometres?.toFixed(1),
    length.completenessTenths === undefined ? undefined : `${(length.completenessTenths / 10).toFixed(1)} %`,
  ]);
  const rest = others.map(({ roadClass, drawnDm }) => [
    isChinese ? '未列等级' : 'no rank',
    roadClass,
    kilometresText(drawnDm),
    undefined,
    undefined,
    undefined,
  ]);
  const columns = [
    { header: isChinese ? '等级' : 'Rank' },
    { header: 'OSM' },
    { header: isChinese ? '线长(km)' : 'Drawn (km)', align: 'right' },
    { header: isChinese ? '路长(km)' : 'Road (km)', align: 'right' },
    { header: isChinese ? '台账(km)' : 'Books (km)', align: 'right' },
    { header: isChinese ? '完整度' : 'Complete', align: 'right' },
  ] as const;
  const total = [isChinese ? '合计' : 'Total', '', kilometresText(totalDm), undefined, undefined, undefined];
  const note = isChinese
    ? '口径：单向线按一半计入路长（分离式路基两条线为一条路）；匝道不计入高速。'
    : 'A one-way line counts half in the length of road (a divided road is two lines); slip roads are not motorway.';
  return `${textTable(columns, [...rows, ...rest, total])}\n\n${note}`;
}

function islandsText({ islands, totalDm, mainDm, onIslands, settlementCount }: RoadTrust, language: Language): string {
  const isChinese = language === 'zh';
  const share = percentText(mainDm, totalDm);
  const onShare = percentText(onIslands, settlementCount);
  const summary = isChinese
    ? `主路网 ${kilometresText(mainDm)} km，占 ${share}；孤立路段 ${islands.length} 片；接在孤立路段上的居民点 ${onIslands} 个，占 ${onShare}`
    : `Main network ${kilometresText(mainDm)} km, ${share}; ${islands.length} island(s); ${onIslands} settlement(s) on islands, ${onShare}`;
  const columns = [
    { header: isChinese ? '位置' : 'Place' },
    { header: isChinese ? '里程(km)' : 'Length (km)', align: 'right' },
    { header: isChinese ? '居民点' : 'Settlements', align: 'right' },
  ] as const;
  const rows = islands.map(({ at, dm, settlementIds }) => [placeText(at), kilometresText(dm), settlementIds.length]);
  return `${summary}\n\n${listText('', columns, rows, language)}`;
}

function deadEndsText({ deadEnds }: RoadTrust, language: Language): string {
  const isChinese = language === 'zh';
  const title = isChinese
    ? `${NEAR_DEAD_END_METRES} m 内有路而未接通`
    : `Another road within ${NEAR_DEAD_END_METRES} m, and no way to it near by`;
  const columns = [
    { header: isChinese ? '断头位置' : 'Dead end' },
    { header: isChinese ? '邻近道路位置' : 'Other road' },
    { header: isChinese ? '相距(m)' : 'Apart (m)', align: 'right' },
  ] as const;
  const rows = deadEnds.map(({ at, towards, metres }) => [placeText(at), placeText(towards), metres.toFixed(1)]);
  return listText(title, columns, rows, language);
}

function farText({ far, settlementCount }: RoadTrust, language: Language): string {
  const isChinese = language === 'zh';
  const title = isChinese
    ? `距可接道路超过 ${FAR_METRES} m（共 ${settlementCount} 个居民点）`
    : `Farther than ${FAR_METRES} m from a road that can be joined (of ${settlementCount} settlements)`;
  const columns = [
    { header: isChinese ? '编号' : 'Id' },
    { header: isChinese ? '名称' : 'Name' },
    { header: isChinese ? '距离(m)' : 'Distance (m)', align: 'right' },
  ] as const;
  const rows = far.map(({ id, name, metres }) => [id, name, Number.isFinite(metres) ? Math.round(metres) : undefined]);
  return listText(title, columns, rows, language);
}

type Columns = Parameters<typeof textTable>[0];
type Rows = Parameters<typeof textTable>[1];

function listText(title: string, columns: Columns, rows: Rows, language: Language): string {
  const isChinese = language === 'zh';
  const heading = [title, isChinese ? `${rows.length} 处` : `${rows.length} found`].filter((part) => part !== '');
  const head = heading.join(isChinese ? '：' : ': ');
  if (rows.length === 0) return head;
  const left = rows.length - LISTED;
  const more = isChinese ? `另有 ${left} 处，见 --json` : `${left} more, see --json`;
  return [head, textTable(columns, rows.slice(0, LISTED)), ...(left > 0 ? [more] : [])].join('\n');
}

function kilometresText(dm: number): string {
  return (dm / 10_000).toFixed(1);
}

function percentText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)} %`;
}

function placeText([lon, lat]: LonLat): string {
  return `${lon.toFixed(6)},${lat.toFixed(6)}`;
}
