import { describe, expect, it } from 'vitest';
import { checkGroups, isNotice, requireSoundGroups } from '../../geodata/grouping/cooperation-group.ts';
import { station } from './county-arrays.ts';

const stations = [station('a'), station('b'), station('c'), station('town', { kind: 'urban' })];

describe('checkGroups', () => {
  it('finds nothing in a sound plan that leaves a station alone', () => {
    expect(checkGroups([{ id: 'g', centreId: 'a', memberIds: ['b'] }], stations)).toEqual([]);
  });

  it.each([
    ['no centre', { centreId: '', memberIds: ['b'] }, [{ kind: 'centre-missing' }]],
    ['no member', { centreId: 'a', memberIds: [] }, [{ kind: 'no-members' }]],
    [
      'its centre among its members',
      { centreId: 'a', memberIds: ['a', 'b'] },
      [{ kind: 'station-twice', stationId: 'a' }],
    ],
    ['a member twice', { centreId: 'a', memberIds: ['b', 'b'] }, [{ kind: 'station-twice', stationId: 'b' }]],
    [
      'a centre that does not exist',
      { centreId: 'x', memberIds: ['b'] },
      [{ kind: 'station-unknown', stationId: 'x' }],
    ],
    [
      'a member that does not exist',
      { centreId: 'a', memberIds: ['x'] },
      [{ kind: 'station-unknown', stationId: 'x' }],
    ],
    ['an urban member', { centreId: 'a', memberIds: ['town'] }, [{ kind: 'member-urban', stationId: 'town' }]],
    ['an urban centre', { centreId: 'town', memberIds: ['a'] }, [{ kind: 'centre-urban', stationId: 'town' }]],
  ])('finds a group with %s', (_, group, expected) => {
    expect(checkGroups([{ id: 'g', ...group }], stations)).toEqual(
      expected.map((finding) => ({ groupId: 'g', ...finding })),
    );
  });

  it('finds every problem of a plan at once, in the order of the plan', () => {
    const plan = [
      { id: 'g', centreId: 'a', memberIds: ['town'] },
      { id: 'g', centreId: 'b', memberIds: ['a', 'town', 'x'] },
    ];
    expect(checkGroups(plan, stations)).toEqual([
      { kind: 'member-urban', groupId: 'g', stationId: 'town' },
      { kind: 'group-id-twice', groupId: 'g' },
      { kind: 'station-in-two-groups', groupId: 'g', stationId: 'a', otherGroupId: 'g' },
      { kind: 'member-urban', groupId: 'g', stationId: 'town' },
      { kind: 'station-in-two-groups', groupId: 'g', stationId: 'town', otherGroupId: 'g' },
      { kind: 'station-unknown', groupId: 'g', stationId: 'x' },
    ]);
  });

  it('takes nothing but an urban centre as a mere remark', () => {
    const remarks = checkGroups([{ id: 'g', centreId: 'town', memberIds: ['x'] }], stations).filter(isNotice);
    expect(remarks.map(({ kind }) => kind)).toEqual(['centre-urban']);
  });
});

describe('requireSoundGroups', () => {
  it('lets a plan with remarks pass', () => {
    expect(() => requireSoundGroups([{ id: 'g', centreId: 'town', memberIds: ['a'] }], stations)).not.toThrow();
  });

  it('refuses an unsound plan with all of its problems', () => {
    const plan = [{ id: 'g', centreId: '', memberIds: ['x'] }];
    expect(() => requireSoundGroups(plan, stations)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: 'The plan of groups has 2 problem(s), first in group g: centre-missing.',
        data: { findings: checkGroups(plan, stations) },
      }),
    );
  });
});
