import type { RuleSetProblem } from '../../../geodata/standards/check-rule-set.ts';
import type { Language } from '../../language.ts';

type Words = Readonly<Record<Language, string>>;

/** What is wrong with one place of a rule set, without its place and without a full stop. */
export function ruleSetProblemWords({ kind, allowed = [] }: RuleSetProblem): Words {
  const list = allowed.join(', ');
  const [least, most] = allowed;
  const words: Readonly<Record<RuleSetProblem['kind'], Words>> = {
    'not-an-object': { zh: '应为对象', en: 'must be an object' },
    'unknown-key': { zh: `没有这一项；可用：${list}`, en: `there is no such member; there are ${list}` },
    'unknown-rule': { zh: `没有这条规则；有：${list}`, en: `there is no such rule; there are ${list}` },
    'not-a-boolean': { zh: '应为 true 或 false', en: 'must be true or false' },
    'unknown-switch': {
      zh: allowed.length === 0 ? '该规则没有口径开关' : `该规则没有这个口径；有：${list}`,
      en: allowed.length === 0 ? 'this rule has no switches' : `this rule has no such switch; it has ${list}`,
    },
    'unknown-value': { zh: `应为下列之一：${list}`, en: `must be one of ${list}` },
    'unknown-threshold': {
      zh: allowed.length === 0 ? '该规则没有可调数值' : `该规则没有这个数值；有：${list}`,
      en: allowed.length === 0 ? 'this rule has no thresholds' : `this rule has no such threshold; it has ${list}`,
    },
    'not-a-whole-number': { zh: '应为整数', en: 'must be a whole number' },
    'out-of-range': { zh: `应在 ${least} 至 ${most} 之间`, en: `must be from ${least} to ${most}` },
    'least-above-most': { zh: '最少值大于最多值', en: 'the least is above the most' },
  };
  return words[kind];
}
