import type { Db } from '../../server/db/db.ts';
import { checkForCounty } from '../../server/intake/county-delivery.ts';
import type { CheckedIntake } from '../../server/intake/intake.ts';
import { checkDelivery } from '../../server/workers/check-delivery.ts';
import { DELIVERY_OPTIONS, deliveryChoices, deliveryFiles, showCheck, writeReceipts } from '../cli/delivery-options.ts';
import { countsOf, deliveryJson, deliveryText } from '../cli/delivery-text.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { text } from '../cli/option-values.ts';
import { withStore } from '../cli/store-options.ts';
import { defineVerb } from '../cli/verb.ts';

/** `hubshed check`: offices' files looked over as one delivery; nothing is written to any store. */
export const check = defineVerb({
  name: 'check',
  summary: {
    zh: '核对各部门的表格：逐行指出问题，核对坐标系，不写入数据库',
    en: "look offices' files over: every problem by row, the evidence on coordinates; nothing is stored",
  },
  details: {
    zh: '文件作为一次提交整体核对。给出 --code 时还与数据库中该县的现有版本对照。有错误时退出码为 3。',
    en: "The files are held against one another; with --code also against the county's version in the store.\nExit code 3 where there are errors.",
  },
  options: {
    ...DELIVERY_OPTIONS,
    code: {
      value: 'CODE',
      parse: text,
      zh: '县区划代码：与该县现有数据对照',
      en: 'county code: hold against its data',
    },
  },
  examples: ['check demo/offices/*', 'check 小区.xlsx --code 990321 --crs GCJ-02 --receipts receipts'],
  async run(values, context) {
    const files = await deliveryFiles(values, 'check');
    const choices = deliveryChoices(values, files, 'check');
    const options = { signal: context.signal, onProgress: showCheck(context) };
    const { code } = values;
    const checked: CheckedIntake =
      code === undefined
        ? await checkDelivery(files, undefined, choices, options)
        : (await withStore(context, (db: Db) => checkForCounty(db, code, files, choices, options))).checked;
    await writeReceipts(values.receipts, files, checked, context);
    const { language, json } = context;
    await context.print(json ? JSON.stringify(deliveryJson(checked, language)) : deliveryText(checked, language));
    const { error } = countsOf(checked.findings);
    if (error === 0) return;
    throw new CommandFailure(EXIT.badInput, { zh: `发现 ${error} 处错误`, en: `${error} error(s) found` });
  },
});
