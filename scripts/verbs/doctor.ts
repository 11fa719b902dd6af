import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { type HealthCheck, healthChecks } from '../cli/health-checks.ts';
import { defineVerb } from '../cli/verb.ts';
import type { Words } from '../cli/words.ts';

const STATUS_WORDS: Readonly<Record<HealthCheck['status'], Words>> = {
  ok: { zh: '正常', en: 'ok' },
  note: { zh: '提示', en: 'note' },
  failed: { zh: '失败', en: 'failed' },
};

/** `hubshed doctor`: whether this machine has what Hubshed needs. */
export const doctor = defineVerb({
  name: 'doctor',
  summary: { zh: '检查本机环境并自检', en: 'check this machine and run a self-test' },
  options: {},
  examples: ['doctor', 'doctor --json'],
  async run(_, context) {
    const checks = await healthChecks(context.env);
    const page = checks.map(({ label, status, finding }) => line(label, status, finding)[context.language]);
    await context.print(context.json ? JSON.stringify({ checks }, undefined, 2) : page.join('\n'));
    const failed = checks.filter(({ status }) => status === 'failed').length;
    if (failed === 0) return;
    throw new CommandFailure(EXIT.failure, { zh: `${failed} 项检查未通过`, en: `${failed} check(s) failed` });
  },
});

function line(label: Words, status: HealthCheck['status'], finding: Words): Words {
  const state = STATUS_WORDS[status];
  return { zh: `[${state.zh}] ${label.zh}：${finding.zh}`, en: `[${state.en}] ${label.en}: ${finding.en}` };
}
