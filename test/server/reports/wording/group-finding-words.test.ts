import { describe, expect, it } from 'vitest';
import { findingText } from '../../../../server/reports/wording/group-finding-words.ts';

describe('findingText', () => {
  it('names group, station and, where there is one, the other group', () => {
    const finding = { kind: 'station-in-two-groups', groupId: '北片', stationId: 'p1', otherGroupId: '南片' } as const;
    expect(findingText(finding, 'zh')).toBe('协作组“北片”派出所“p1”：派出所已编入其他协作组“南片”');
    expect(findingText(finding, 'en')).toBe(
      'Group "北片", station "p1": the station belongs to another group already ("南片")',
    );
  });

  it('does without a station where the finding is about the group', () => {
    expect(findingText({ kind: 'no-members', groupId: 'g' }, 'zh')).toBe('协作组“g”：没有成员派出所');
    expect(findingText({ kind: 'no-members', groupId: 'g' }, 'en')).toBe('Group "g": the group has no member station');
  });
});
