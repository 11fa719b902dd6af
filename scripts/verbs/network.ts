import type { RoadNetwork } from '../../geodata/roads/network.ts';
import type { NetworkReport } from '../../geodata/roads/network-report.ts';
import { ROAD_CLASSES } from '../../geodata/roads/road-class.ts';
import { MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import type { Language } from '../../server/language.ts';
import { saveNetwork } from '../../server/networks/load-network.ts';
import { textTable } from '../../server/reports/text-table.ts';
import { kilometres, megabytes, percent } from '../cli/figures.ts';
import { loadRoads, NETWORK_OPTIONS } from '../cli/network-options.ts';
import { text } from '../cli/option-values.ts';
import { checkOutput } from '../cli/output.ts';
import { ROAD_CLASS_WORDS } from '../cli/road-class-words.ts';
import { defineVerb } from '../cli/verb.ts';
import type { Words } from '../cli/words.ts';

/** `hubshed network`: builds a road network, reports what a planner should know of it, and saves it where asked. */
export const network = defineVerb({
  name: 'network',
  summary: { zh: '构建路网并报告里程、连通性和疑点', en: 'build the road network and report its lengths and oddities' },
  options: {
    ...NETWORK_OPTIONS,
    out: { value: 'FILE', parse: text, zh: '保存路网，供 --network 使用', en: 'save the network for --network' },
  },
  examples: [
    'network --pbf changfeng.osm.pbf',
    'network --pbf changfeng.osm.pbf --profile rural-plain --condition night --out changfeng.network',
  ],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network, values.roads, values['road-classes']]);
    const built = await loadRoads(values, 'network', context);
    if (values.out !== undefined) {
      await saveNetwork(values.out, built);
      context.note({ zh: `路网已保存到 ${values.out}`, en: `network saved to ${values.out}` });
    }
    await context.print(context.json ? JSON.stringify(summary(built), undefined, 2) : page(built, context.language));
  },
});

function summary({ hash, buffer, meta }: RoadNetwork) {
  return { profile: meta.profile, hash, bytes: buffer.byteLength, report: meta.report };
}

function page(network: RoadNetwork, language: Language): string {
  const { report } = network.meta;
  return [classTable(report, language), factLines(network, language), oddityLines(report, language)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function classTable({ metresByClass, metresTotal }: NetworkReport, language: Language): string {
  const isChinese = language === 'zh';
  const rows = ROAD_CLASSES.flatMap((roadClass) => {
    const metres = metresByClass[roadClass];
    if (metres === undefined) return [];
    return [[ROAD_CLASS_WORDS[roadClass][language], roadClass, kilometres(metres), percent(metres / metresTotal)]];
  });
  const columns = [
    { header: isChinese ? '等级' : 'Class' },
    { header: 'OSM' },
    { header: isChinese ? '里程(km)' : 'Length (km)', align: 'right' },
    { header: isChinese ? '占比' : 'Share', align: 'right' },
  ] as const;
  return textTable(columns, [...rows, [isChinese ? '合计' : 'Total', '', kilometres(metresTotal), percent(1)]]);
}

function factLines(network: RoadNetwork, language: Language): string {
  const { profile, report } = network.meta;
  const [west, south, east, north] = report.boundsE6.map((degreesE6) => degreesE6 / MICRODEGREES_PER_DEGREE);
  const facts: readonly (readonly [Words, string])[] = [
    [{ zh: '速度参数', en: 'Profile' }, profile],
    [{ zh: '单行里程', en: 'One-way' }, `${kilometres(report.metresOneWay)} km`],
    [{ zh: '路口', en: 'Junctions' }, String(report.junctions)],
    [{ zh: '路段', en: 'Roads' }, String(report.roads)],
    [{ zh: '道路节点', en: 'Road nodes' }, String(report.roadNodes)],
    [{ zh: '相连路段片数', en: 'Connected pieces' }, String(report.pieces)],
    [{ zh: '最大一片里程占比', en: 'Length in the largest piece' }, percent(report.largestPieceShare)],
    [{ zh: '可往返连通分量', en: 'Strongly connected components' }, String(report.components)],
    [{ zh: '最大可往返分量里程占比', en: 'Length in the largest of these' }, percent(report.largestComponentShare)],
    [{ zh: '转向限制', en: 'Turn restrictions' }, String(report.restrictionsUsed)],
    [{ zh: '范围（西,南,东,北）', en: 'Bounds (west,south,east,north)' }, [west, south, east, north].join(',')],
    [{ zh: '大小', en: 'Size' }, `${megabytes(network.buffer.byteLength)} MB`],
    [{ zh: '哈希', en: 'Hash' }, network.hash],
  ];
  return factList(facts, language);
}

/** Only what there is: a file without oddities has no such paragraph. */
function oddityLines(report: NetworkReport, language: Language): string {
  const oddities: readonly (readonly [Words, number])[] = [
    [
      {
        zh: '引用了文件中没有的节点（数据在此被截断）',
        en: 'References to nodes that the file lacks (the extract cuts here)',
      },
      report.missingNodeReferences,
    ],
    [
      { zh: '无法使用的转向限制（成员缺失或不相接）', en: 'Unusable turn restrictions (members missing or apart)' },
      report.restrictionsUnusable,
    ],
    [{ zh: '不可通行的节点（路障等）', en: 'Nodes that no vehicle passes (barriers)' }, report.closedNodes],
  ];
  const found = oddities.filter(([, count]) => count > 0).map(([words, count]) => [words, String(count)] as const);
  if (found.length === 0) return '';
  const heading: Words = { zh: '需要留意', en: 'Worth a look' };
  return `${heading[language]}\n${factList(found, language)}`;
}

function factList(facts: readonly (readonly [Words, string])[], language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  return facts.map(([words, value]) => `${words[language]}${colon}${value}`).join('\n');
}
