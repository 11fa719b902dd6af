import type { Feature, LineString } from 'geojson';
import { CONNECTOR_METRES } from '../../geodata/travel/off-road.ts';
import { costsByClass, type Route } from '../../geodata/travel/route.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import type { Language } from '../../server/language.ts';
import { textTable } from '../../server/reports/text-table.ts';
import { kilometres, minutes } from './figures.ts';
import { ROAD_CLASS_WORDS } from './road-class-words.ts';

/** The estimated leg between a point and its place on the road. */
export interface JourneyLeg extends RouteCost {
  readonly point: LonLat;
  readonly straightMetres: Metres;
}

/** A drive with the legs before and after it. */
export interface Journey {
  readonly access: JourneyLeg;
  readonly drive: Route;
  readonly egress: JourneyLeg;
}

/**
 * A journey as a GeoJSON feature: the line is the drive's, along the road; every number is in
 * seconds or metres with one decimal; `estimated` marks the legs off the road.
 */
export function journeyFeature(journey: Journey): Feature<LineString> {
  const { access, drive, egress } = journey;
  const { ds, dm } = totalOf(journey);
  return {
    type: 'Feature',
    properties: {
      seconds: ds / 10,
      metres: dm / 10,
      driving: { seconds: drive.ds / 10, metres: drive.dm / 10, turnSeconds: drive.turnDs / 10 },
      offRoad: { from: legProperties(access), to: legProperties(egress) },
      byClass: costsByClass(drive.steps).map(({ roadClass, ds, dm }) => ({
        roadClass,
        seconds: ds / 10,
        metres: dm / 10,
      })),
      steps: drive.steps.map(({ roadClass, name, ref, ds, dm }) => ({
        roadClass,
        name,
        ref,
        seconds: ds / 10,
        metres: dm / 10,
      })),
    },
    geometry: lineString(drive.line),
  };
}

/** A journey in words: the sum, its legs off the road, then tables by road class and by step. */
export function journeyPage(journey: Journey, language: Language): string {
  return [
    summaryLines(journey, language),
    classTable(journey.drive, language),
    stepTable(journey.drive, language),
  ].join('\n\n');
}

function totalOf({ access, drive, egress }: Journey): RouteCost {
  return { ds: access.ds + drive.ds + egress.ds, dm: access.dm + drive.dm + egress.dm };
}

function legProperties({ point, straightMetres, ds, dm }: JourneyLeg) {
  return { point, straightMetres, seconds: ds / 10, metres: dm / 10, estimated: true };
}

/** RFC 7946 wants two positions, also of a journey that ends where it begins. */
function lineString(line: readonly LonLat[]): LineString {
  const positions = line.map(([lon, lat]) => [lon, lat]);
  return { type: 'LineString', coordinates: positions.length === 1 ? [...positions, ...positions] : positions };
}

function summaryLines(journey: Journey, language: Language): string {
  const { access, drive, egress } = journey;
  const { ds, dm } = totalOf(journey);
  const isChinese = language === 'zh';
  const lines = isChinese
    ? [
        `全程 ${kilometres(dm / 10)} 公里，${minutes(ds)} 分钟`,
        `行车 ${kilometres(drive.dm / 10)} 公里，${minutes(drive.ds)} 分钟（其中转弯、信号灯等 ${minutes(drive.turnDs)} 分钟）`,
      ]
    : [
        `Total ${kilometres(dm / 10)} km, ${minutes(ds)} min`,
        `Driving ${kilometres(drive.dm / 10)} km, ${minutes(drive.ds)} min (of it turns, signals and gates ${minutes(drive.turnDs)} min)`,
      ];
  return [
    ...lines,
    legLine(access, isChinese ? '起点到道路' : 'From the start to the road', language),
    legLine(egress, isChinese ? '道路到终点' : 'From the road to the end', language),
  ].join('\n');
}

function legLine({ straightMetres, ds, dm }: JourneyLeg, where: string, language: Language): string {
  const metres = Math.round(dm / 10);
  const isConnector = straightMetres > CONNECTOR_METRES;
  return language === 'zh'
    ? `${where}（估算）：${metres} 米，${minutes(ds)} 分钟${isConnector ? '，虚拟连接线' : ''}`
    : `${where} (estimated): ${metres} m, ${minutes(ds)} min${isConnector ? ', a virtual connector' : ''}`;
}

function classTable({ steps }: Route, language: Language): string {
  const rows = costsByClass(steps).map(({ roadClass, ds, dm }) => [
    ROAD_CLASS_WORDS[roadClass][language],
    roadClass,
    kilometres(dm / 10),
    minutes(ds),
  ]);
  return textTable([...classColumns(language), ...costColumns(language)], rows);
}

function stepTable({ steps }: Route, language: Language): string {
  const name = { header: language === 'zh' ? '道路' : 'Road', maxWidth: 40 };
  const rows = steps.map((step, index) => [
    index + 1,
    [step.ref, step.name].filter((part) => part !== '').join(' ') || undefined,
    ROAD_CLASS_WORDS[step.roadClass][language],
    step.roadClass,
    kilometres(step.dm / 10),
    minutes(step.ds),
  ]);
  return textTable([{ header: '#' }, name, ...classColumns(language), ...costColumns(language)], rows);
}

function classColumns(language: Language) {
  return [{ header: language === 'zh' ? '等级' : 'Class' }, { header: 'OSM' }];
}

function costColumns(language: Language) {
  const align = 'right' as const;
  return language === 'zh'
    ? [
        { header: '里程(km)', align },
        { header: '时间(min)', align },
      ]
    : [
        { header: 'Length (km)', align },
        { header: 'Time (min)', align },
      ];
}
