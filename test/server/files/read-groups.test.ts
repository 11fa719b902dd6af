import { describe, expect, it } from 'vitest';
import type { Station } from '../../../geodata/catchment/places.ts';
import { readGroups } from '../../../server/files/read-groups.ts';
import { problemsOf } from './problems-of.ts';
import { scratchFile } from './scratch-file.ts';

function station(id: string, name: string, kind: Station['kind'] = 'rural'): Station {
  return { id, name, kind, coord: [117, 32] };
}

const STATIONS = [
  station('s1', '甲所'),
  station('s2', '乙所'),
  station('s3', '丙所', 'urban'),
  station('s4', '丁所'),
  station('s5', '丁所'),
];

async function read(plan: unknown) {
  const text = typeof plan === 'string' ? plan : JSON.stringify(plan);
  return readGroups(await scratchFile('plan.json', text), STATIONS);
}

describe('readGroups', () => {
  it('takes stations by id or by a name that is one station alone', async () => {
    expect(await read({ groups: [{ centre: '甲所', members: ['s2', 's4'] }] })).toEqual([
      { id: 's1', centreId: 's1', memberIds: ['s2', 's4'] },
    ]);
  });

  it('allows an urban centre and keeps an id that is given', async () => {
    const [group] = await read({ groups: [{ id: 'east', centre: 's3', members: ['s1'] }] });
    expect(group).toEqual({ id: 'east', centreId: 's3', memberIds: ['s1'] });
  });

  it.each([
    ['not json', ['1 groups groups-not-listed']],
    [{ plans: [] }, ['1 groups groups-not-listed']],
    [{ groups: [{ centre: '戊所', members: ['s2'] }] }, ['1 centre station-unknown']],
    [{ groups: [{ centre: 's1', members: ['丁所'] }] }, ['1 members station-ambiguous']],
    [{ groups: [{ centre: 's1', members: [] }] }, ['1 members no-members']],
    [{ groups: [{ centre: 's1', members: ['s3'] }] }, ['1 members member-urban']],
    [
      {
        groups: [
          { centre: 's1', members: ['s2'] },
          { centre: 's4', members: ['s2'] },
        ],
      },
      ['2 members station-in-two-groups'],
    ],
  ])('refuses %j with every problem', async (plan, problems) => {
    expect(await problemsOf(read(plan))).toEqual(problems);
  });
});
