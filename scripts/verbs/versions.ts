import { listCounties, listVersions, restoreVersion } from '../../server/db/versions.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure, UsageFailure } from '../cli/failures.ts';
import { text, wholeNumber } from '../cli/option-values.ts';
import { versionsText, withStore } from '../cli/store-options.ts';
import { defineVerb } from '../cli/verb.ts';

const MOST_VERSIONS = 1_000_000;

/** `hubshed versions`: what the store holds, and an older version made current again. */
export const versions = defineVerb({
  name: 'versions',
  summary: { zh: '列出数据库中的县和版本，恢复旧版本', en: 'counties and versions in the store; restore an older one' },
  options: {
    code: { value: 'CODE', parse: text, zh: '只列这个县的全部版本', en: 'all versions of this county' },
    restore: {
      value: 'N',
      parse: wholeNumber(1, MOST_VERSIONS),
      zh: '把该县的第 N 版恢复为当前版本（需要 --code）',
      en: 'make version N of the county current again (needs --code)',
    },
  },
  examples: ['versions', 'versions --code 340121', 'versions --code 340121 --restore 2'],
  async run({ code, restore }, context) {
    if (restore !== undefined && code === undefined) {
      throw new UsageFailure([{ zh: '--restore 还需要 --code', en: '--restore also needs --code' }], 'versions');
    }
    const found = await withStore(context, async (db) => {
      if (code === undefined) return listCounties(db);
      if (restore !== undefined && !(await restoreVersion(db, code, restore))) {
        throw new CommandFailure(EXIT.noAnswer, {
          zh: `县 ${code} 没有第 ${restore} 版`,
          en: `county ${code} has no version ${restore}`,
        });
      }
      return listVersions(db, code);
    });
    await context.print(context.json ? JSON.stringify(found) : versionsText(found, context.language));
  },
});
