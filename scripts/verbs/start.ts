import { join } from 'node:path';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import { COUNTY_CODE } from '../../geodata/demo/townships.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import type { Services } from '../../server/api/services.ts';
import { civilDateOf } from '../../server/civil-time.ts';
import { writeDemoFiles } from '../../server/counties/demo-files.ts';
import { ensureDemoCounty } from '../../server/counties/demo-import.ts';
import { writeOfficeFiles } from '../../server/counties/demo-office-files.ts';
import { networkFor } from '../../server/counties/loaded-county.ts';
import type { Db } from '../../server/db/db.ts';
import { makeServices } from '../../server/main.ts';
import { groupsReport } from '../../server/reports/groups-report.ts';
import type { FindingLevel } from '../../server/tables/finding.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { text } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { SERVE_OPTIONS, serveStore } from '../cli/serve-options.ts';
import { withStore } from '../cli/store-options.ts';
import { defineVerb } from '../cli/verb.ts';

/** Where `--save` puts the files as the county's offices send them, below the folder it is given. */
const OFFICES_FOLDER = 'offices';

const OPTIONS = {
  save: {
    value: 'DIR',
    parse: text,
    zh: '把示范县写成文件（道路、派出所、居民点、县界、乡镇界；各部门原表在 offices 内），供其他命令试用',
    en: "write the county's files (roads, stations, settlements, boundary, townships; as its offices send them in offices), to try the other commands on",
  },
  once: { flag: true, zh: '输出结果后结束，不启动地图', en: 'end after the result, without serving the map' },
  ...SERVE_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed start`, behind `npm start`: the main job on the demonstration county, then the map; nothing to prepare. */
export const start = defineVerb({
  name: 'start',
  summary: {
    zh: '示范县：提出协作组方案，列出达标与超限，启动地图',
    en: 'the demonstration county: groups, who is out of reach, and the map',
  },
  options: OPTIONS,
  examples: ['start', 'start --save demo', 'start --once'],
  async run(values, context) {
    if (values.save !== undefined) await saveDemo(values.save, context);
    const prepare = (db: Db) => loadDemo(db, context);
    if (!values.once) {
      return serveStore(values, context, { prepare, first: (services) => printResult(services, context) });
    }
    await withStore(context, async (db) => {
      await prepare(db);
      await printAlone(db, context);
    });
  },
});

async function saveDemo(folder: string, context: CommandContext): Promise<void> {
  const county = generateDemoCounty();
  const offices = await writeOfficeFiles(county, join(folder, OFFICES_FOLDER));
  const files = [...(await writeDemoFiles(county, folder)), ...offices.map((name) => `${OFFICES_FOLDER}/${name}`)].join(
    ', ',
  );
  context.note({ zh: `已写入 ${folder}：${files}`, en: `written to ${folder}: ${files}` });
}

async function loadDemo(db: Db, context: CommandContext): Promise<void> {
  const { number, createdAt } = await ensureDemoCounty(db, {
    signal: context.signal,
    onProgress: ({ done, total }) => context.progress({ zh: '导入示范县', en: 'importing the county' }, done, total),
    onChecked: ({ files, findings }) => {
      const count = (level: FindingLevel): number => findings.filter((finding) => finding.level === level).length;
      context.note({
        zh: `核对 ${files.length} 个部门文件：错误 ${count('error')} 处（所在行未导入），存疑 ${count('doubt')} 处，自动修正 ${count('repair')} 处`,
        en: `${files.length} files of offices checked: ${count('error')} error(s), whose rows are left out, ${count('doubt')} doubt(s), ${count('repair')} repair(s)`,
      });
    },
  });
  const date = civilDateOf(new Date(createdAt));
  context.note({
    zh: `示范县（虚构）第 ${number} 版数据，${date} 导入`,
    en: `demonstration county (invented), version ${number} of its data, imported on ${date}`,
  });
}

async function printAlone(db: Db, context: CommandContext): Promise<void> {
  const { services, close } = await makeServices(db, context.env);
  try {
    await printResult(services, context);
  } finally {
    await close();
  }
}

/** Groups, and who is out of reach: what the map will show, computed once for both. */
async function printResult({ library, groups }: Services, context: CommandContext): Promise<void> {
  const county = await library.open(COUNTY_CODE);
  const network = networkFor(county, DEFAULT_COUNTING.condition);
  const { evaluation, proposal } = await groups.evaluate(county, network, DEFAULT_COUNTING, {});
  await context.print(groupsReport(evaluation, context.language, proposal));
}
