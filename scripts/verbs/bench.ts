import { textTable } from '../../server/reports/text-table.ts';
import type { Figure } from '../bench/figure.ts';
import { machineLine } from '../bench/machine-line.ts';
import { realDataFolder } from '../bench/real-data-folder.ts';
import { buildFigures, changfengFigures, northAnhuiFigures } from '../bench/scenarios.ts';
import { workbookFigures } from '../bench/workbook-figures.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { defineVerb } from '../cli/verb.ts';

/** `hubshed bench`: the figures of BENCHMARKS.md. */
export const bench = defineVerb({
  name: 'bench',
  summary: { zh: '在真实路网上测量速度', en: 'measure speed on real roads' },
  details: {
    zh: '需要真实数据文件夹（HUBSHED_REAL_DATA，默认 ../shared/data）。设置 HUBSHED_OSRM_URL 时，同一任务也交给该服务器并给出比值。',
    en: 'Needs the folder of real data (HUBSHED_REAL_DATA, ../shared/data by default). With HUBSHED_OSRM_URL the same work goes through that server too, with the ratio.',
  },
  options: {},
  examples: ['bench'],
  async run(_values, context) {
    const folder = realDataFolder(process.env);
    if (!folder) {
      throw new CommandFailure(EXIT.badInput, {
        zh: '没有找到真实数据文件夹，请设置 HUBSHED_REAL_DATA',
        en: 'the folder of real data was not found; set HUBSHED_REAL_DATA',
      });
    }
    const figures: Figure[] = [];
    const step = async (name: string, run: () => Figure[] | Promise<Figure[]>): Promise<void> => {
      context.note({ zh: `测量 ${name}`, en: `measuring ${name}` });
      figures.push(...(await run()));
    };
    await step('changfeng build', () => buildFigures('changfeng', `${folder}/changfeng/changfeng.osm.pbf`, '1 s'));
    await step('north-anhui build', () => buildFigures('north-anhui', `${folder}/north-anhui.osm.pbf`, '10 s, 1 GB'));
    await step('changfeng', () => changfengFigures(folder));
    await step('north-anhui', () => northAnhuiFigures(folder, process.env.HUBSHED_OSRM_URL));
    await step('workbook', () => workbookFigures());
    const machine = machineLine();
    if (context.json) return context.print(JSON.stringify({ machine, figures }));
    const rows = figures.map(({ name, value, bound }) => [name, value, bound]);
    const columns = [{ header: 'what' }, { header: 'measured' }, { header: 'bound' }];
    return context.print(`${machine}\n\n${textTable(columns, rows)}`);
  },
});
