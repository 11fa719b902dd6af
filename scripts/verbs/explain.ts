import type { Settlement } from '../../geodata/catchment/places.ts';
import { unknownId } from '../../geodata/errors.ts';
import { explainCountySettlement } from '../../geodata/grouping/grouping-desk.ts';
import { shownFigures, withheldSettlements } from '../../geodata/small-samples.ts';
import { explainReport } from '../../server/reports/explain-report.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { GROUP_OPTIONS, loadGroupPlan } from '../cli/group-options.ts';
import { text } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...GROUP_OPTIONS,
  settlement: {
    value: 'NAME',
    parse: text,
    required: true,
    zh: '居民点名称或编号',
    en: 'name or id of the settlement',
  },
  ...OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed explain`: who serves one settlement, how, and why it passes or fails. */
export const explain = defineVerb({
  name: 'explain',
  summary: {
    zh: '说明一个居民点由谁到达、走哪条路、为何达标或超限',
    en: 'one settlement: who serves it, by which road, and why it passes or fails',
  },
  options: OPTIONS,
  examples: ['explain --pbf changfeng.osm.pbf --stations place=town --settlements places.geojson --settlement 三岔村'],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network, values.groups]);
    const { desk, counting, groups } = await loadGroupPlan(values, 'explain', context);
    const index = settlementCalled(desk.county.settlements, values.settlement);
    const explanation = explainCountySettlement(desk, groups, counting, index);
    const isWithheld = withheldSettlements(desk.county.settlements)[index] ?? true;
    const settlement = { ...explanation.settlement, ...shownFigures(explanation.settlement, isWithheld) };
    const answer = context.json
      ? JSON.stringify({ ...explanation, settlement })
      : explainReport(explanation, isWithheld, context.language);
    await writeResult([answer], values.out, context);
  },
});

/** By id, else by a name that is one settlement's alone. @throws CommandFailure with the ids where it is not */
function settlementCalled(settlements: readonly Settlement[], given: string): number {
  const byId = settlements.findIndex(({ id }) => id === given);
  if (byId >= 0) return byId;
  const named = [...settlements.keys()].filter((i) => settlements[i]?.name === given);
  if (named.length === 0) throw unknownId('settlement', given);
  if (named.length === 1) return named[0] ?? 0;
  const ids = named.map((i) => `${settlements[i]?.id}（${settlements[i]?.township ?? '—'}）`).join('、');
  throw new CommandFailure(EXIT.usage, {
    zh: `有 ${named.length} 个居民点叫“${given}”，请用编号：${ids}`,
    en: `${named.length} settlements are called "${given}"; give the id: ${ids}`,
  });
}
