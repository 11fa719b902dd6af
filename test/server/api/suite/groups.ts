import { beforeAll, describe, expect, it } from 'vitest';
import { type CountingRule, DEFAULT_COUNTING } from '../../../../geodata/grouping/counting-rule.ts';
import type { Evaluation } from '../../../../geodata/grouping/evaluate.ts';
import { failReason } from '../../../../geodata/grouping/fail-reason.ts';
import {
  evaluateCountyGroups,
  type GroupingDesk,
  openGroupingDesk,
  proposeCountyGroups,
} from '../../../../geodata/grouping/grouping-desk.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { API_PLACES, API_SETTLEMENTS, apiCounty, apiNetwork } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface SettlementResult {
  readonly id: string;
  readonly groupId: string;
  readonly centreId: string;
  readonly ownStationId: string;
  readonly status: string;
  readonly reason: string | null;
  readonly firstResponseSeconds: number | null;
  readonly supportSeconds: number | null;
  readonly supportMetres: number | null;
}

interface Group {
  readonly id: string;
  readonly centreId: string;
  readonly memberIds: readonly string[];
  readonly status: string;
  readonly tally: object;
  readonly overLimit: readonly { readonly settlementId: string; readonly reason: string }[];
  readonly p95Seconds: number | null;
  readonly farthestByTime: { readonly settlementId: string; readonly seconds: number } | null;
}

interface Groups {
  readonly proposer: object | null;
  readonly groups: readonly Group[];
  readonly standAlone: readonly Group[];
  readonly settlements: readonly SettlementResult[];
  readonly totals: object;
}

interface Leg {
  readonly seconds: number;
  readonly metres: number;
}

interface Drive extends Leg {
  readonly driveSeconds: number;
  readonly turnSeconds: number;
  readonly byClass: readonly Leg[];
}

interface Response {
  readonly station: { readonly id: string };
  readonly status: string;
  readonly proofText: string;
  readonly stationLeg: Leg;
  readonly settlementLeg: Leg;
  readonly offRoad: Leg;
  readonly fastest: Drive | null;
}

interface Explained {
  readonly own: Response;
  readonly centre: Response | null;
  readonly decisive: 'own' | 'centre';
  readonly groupId: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly nearest: readonly { readonly stationId: string; readonly seconds: number }[];
  readonly sentences: readonly string[];
}

/** Counting rules as the address and as the engine has them. */
const RULES: readonly (readonly [query: string, change: Partial<CountingRule>])[] = [
  ['', {}],
  ['maxMinutes=9', { limitDs: 5400 }],
  ['maxKilometres=6&combine=distance&metric=straight', { limitDm: 60_000, combine: 'distance', metric: 'straight' }],
  ['maxMinutes=12&combine=or&maxKilometres=4', { limitDs: 7200, limitDm: 40_000, combine: 'or' }],
  ['scope=administrative&maxMinutes=10', { scope: 'administrative', limitDs: 6000 }],
  ['scope=station&maxMinutes=10', { scope: 'station', limitDs: 6000 }],
  ['scope=share&share=80&maxMinutes=9', { scope: 'share', sharePercent: 80, limitDs: 5400 }],
  ['condition=night&maxMinutes=9', { condition: 'night', limitDs: 5400 }],
];

const GROUPS = [{ id: 'G', centreId: 'S1', memberIds: ['S3'] }];

/** Cooperation groups and explanations, against the engine called directly. */
export function describeGroups(api: ApiUnderTest): void {
  describe('groups', () => {
    let at = '';
    const desks = new Map<string, GroupingDesk>();
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
      for (const condition of ['base', 'night'] as const) {
        desks.set(condition, openGroupingDesk(await apiNetwork(condition), API_PLACES, 8));
      }
    });

    const deskFor = ({ condition }: CountingRule) => desks.get(condition)!;
    const askGroups = (query: string) => api().json<Groups>(`${at}/groups?${query}`);
    const explain = (id: string, query = '') =>
      api().json<Explained>(`${at}/explain?settlement=${encodeURIComponent(id)}&${query}`);

    it.each(RULES)('have the numbers of the engine itself under the rule "%s"', async (query, change) => {
      const counting = { ...DEFAULT_COUNTING, ...change };
      const desk = deskFor(counting);
      const proposal = proposeCountyGroups(desk, counting);
      const evaluation = evaluateCountyGroups(desk, proposal.groups, counting);
      const answer = await askGroups(query);
      expect(answer.proposer).toMatchObject(proposal.proposer);
      expect(answer.groups.map(({ centreId, memberIds }) => ({ centreId, memberIds }))).toEqual(
        proposal.groups.map(({ centreId, memberIds }) => ({ centreId, memberIds })),
      );
      expect(summaryOf(answer)).toEqual(expectedOf(evaluation));
      expect(answer.settlements.map(figuresOf)).toEqual(expectedFigures(evaluation));
    });

    it('are the same proposed and given', async () => {
      const proposed = await askGroups('maxMinutes=9');
      const groups = proposed.groups.map(({ id, centreId, memberIds }) => ({ id, centreId, memberIds }));
      const given = await api().json<Groups>(`${at}/groups/evaluation`, { body: { groups, rule: { maxMinutes: 9 } } });
      expect(given.proposer).toBeNull();
      expect({ ...summaryOf(given), settlements: given.settlements }).toEqual({
        ...summaryOf(proposed),
        settlements: proposed.settlements,
      });
    });

    it('hold at most so many stations as asked', async () => {
      const { groups } = await askGroups('maxGroup=2');
      for (const { memberIds } of groups) expect(memberIds.length).toBeLessThanOrEqual(1);
    });

    it('are named after their centre where they have no name', async () => {
      const body = { groups: [{ centreId: 'S1', memberIds: ['S3'] }] };
      const { groups, standAlone } = await api().json<Groups>(`${at}/groups/evaluation`, { body });
      expect(groups.map(({ id }) => id)).toEqual(['S1']);
      expect(standAlone.map(({ id }) => id)).toEqual(['S2']);
    });

    it.each([
      ['a station in two groups', [...GROUPS, { id: 'H', centreId: 'S2', memberIds: ['S3'] }]],
      ['a station that there is not', [{ id: 'H', centreId: 'S9', memberIds: ['S3'] }]],
    ])('are refused with %s', async (_, groups) => {
      for (const [path, body] of [
        ['groups/evaluation', { groups }],
        ['explain', { settlement: '长丰', groups }],
        ['plans', { name: '不成', groups }],
      ] as const) {
        const { status, text } = await api().ask(`${at}/${path}`, { body });
        expect({ path, status, body: JSON.parse(text) as object }).toMatchObject({
          ...{ path, status: 422 },
          body: { code: 'input-invalid', problems: [expect.anything()] },
        });
      }
    });

    it('are explained with the very seconds of the groups’ own answer, in both responses', async () => {
      for (const query of ['', 'maxMinutes=9', 'condition=night&maxMinutes=9']) {
        for (const settlement of (await askGroups(query)).settlements) {
          const { own, centre, status, reason, groupId } = await explain(settlement.id, query);
          const support = centre ?? own;
          expect({
            ...{ id: settlement.id, groupId: groupId ?? settlement.groupId, status, reason },
            ...{ ownStationId: own.station.id, centreId: support.station.id },
            firstResponseSeconds: own.fastest?.seconds ?? null,
            supportSeconds: support.fastest?.seconds ?? null,
            supportMetres: support.fastest?.metres ?? null,
          }).toEqual(figuresOf(settlement));
        }
      }
    });

    it('are explained by drives that add up, and that the route of the same ends repeats', async () => {
      for (const { id, coord } of API_SETTLEMENTS) {
        const { own, centre, decisive } = await explain(id);
        const response = decisive === 'centre' ? centre : own;
        const drive = response?.fastest;
        if (!response || !drive) continue;
        const tenths = (...values: number[]) => values.reduce((sum, value) => sum + Math.round(value * 10), 0);
        expect(tenths(...drive.byClass.map(({ seconds }) => seconds), drive.turnSeconds)).toBe(
          tenths(drive.driveSeconds),
        );
        const legs = [response.stationLeg, response.settlementLeg];
        expect(tenths(drive.driveSeconds, ...legs.map(({ seconds }) => seconds))).toBe(tenths(drive.seconds));
        expect(tenths(...legs.map(({ seconds }) => seconds))).toBe(tenths(response.offRoad.seconds));
        expect(tenths(...legs.map(({ metres }) => metres))).toBe(tenths(response.offRoad.metres));
        const from = API_PLACES.stations.find((station) => station.id === response.station.id)?.coord;
        const { route } = await api().json<{ route: object }>(`${at}/route?from=${from?.join()}&to=${coord.join()}`);
        expect(route).toEqual(drive);
      }
    });

    it('are explained under given groups as under proposed ones, and in the language asked for', async () => {
      const { groups } = await askGroups('');
      const given = groups.map(({ id, centreId, memberIds }) => ({ id, centreId, memberIds }));
      const { about: _, ...proposed } = (await explain('东二')) as Explained & { about: object };
      const { about: __, ...asGiven } = await api().json<Explained & { about: object }>(`${at}/explain`, {
        body: { settlement: '东二', groups: given },
      });
      expect(asGiven).toEqual(proposed);
      const english = await explain('东二', 'lang=en');
      expect(english.own.proofText).toMatch(/\broute\b/);
      expect(english.own.fastest?.seconds).toBe(proposed.own.fastest?.seconds);
    });

    it('say why nobody reaches a place', async () => {
      const { own, status, reason, nearest, sentences } = await explain('岛上');
      expect(own.fastest).toBeNull();
      expect({ status, reason, nearest }).toEqual({ status: 'fail', reason: 'no-route', nearest: [] });
      expect(sentences.join('')).toMatch(/不达标/);
      expect((await explain('远山')).reason).toBe('no-road');
      expect((await api().ask(`${at}/explain?settlement=nobody`)).status).toBe(404);
    });
  });

  describe('plans and rules', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    it('keep groups under a name, by which every question may ask', async () => {
      expect(await api().json(`${at}/plans`, { body: { name: '方案一', groups: GROUPS } })).toEqual({
        ...{ name: '方案一', groups: GROUPS },
      });
      expect(await api().json(`${at}/plans`)).toEqual({ plans: [{ name: '方案一', groups: GROUPS }] });
      const plan = `plan=${encodeURIComponent('方案一')}`;
      const planned = await api().json<Groups>(`${at}/groups?${plan}`);
      expect(planned).toEqual(await api().json<Groups>(`${at}/groups/evaluation`, { body: { groups: GROUPS } }));
      expect(
        await api().json(`${at}/explain?settlement=S&${plan}`.replace('=S&', `=${encodeURIComponent('北一')}&`)),
      ).toMatchObject({ groupId: 'G', own: { station: { id: 'S3' } }, centre: { station: { id: 'S1' } } });
      const call = `settlement=${encodeURIComponent('北一')}&time=2026-11-25T23:00&${plan}`;
      expect(await api().json(`${at}/dispatch?${call}`)).toMatchObject({ pooled: true, answeringId: 'S1' });
    });

    it('keep a plan’s name once, and for its version alone', async () => {
      const again = await api().ask(`${at}/plans`, { body: { name: '方案一', groups: [] } });
      expect(again.status).toBe(409);
      expect((await api().ask(`${at}/groups?plan=none`)).status).toBe(404);
    });

    it('keep rules by name, as the answers state them', async () => {
      const rule = { scope: 'share', share: 92.5, maxMinutes: 25, combine: 'time' };
      const kept = await api().json<{ rule: object }>(`${at}/rules`, { body: { name: '九成', rule } });
      expect(kept).toMatchObject({
        name: '九成',
        rule: {
          scope: 'share',
          sharePercent: 92.5,
          maxMinutes: 25,
          maxKilometres: 30,
          combine: 'time',
          metric: 'road',
        },
      });
      expect(await api().json(`${at}/rules`)).toEqual({ rules: [kept] });
      const { about } = await api().json<{ about: { rule: object } }>(
        `${at}/groups?scope=share&share=92.5&maxMinutes=25&combine=time`,
      );
      expect(about.rule).toEqual(kept.rule);
      expect((await api().ask(`${at}/rules`, { body: { name: '九成', rule: {} } })).status).toBe(409);
    });
  });
}

function figuresOf(result: SettlementResult) {
  const { id, groupId, centreId, ownStationId, status, reason } = result;
  const { firstResponseSeconds, supportSeconds, supportMetres } = result;
  return {
    ...{ id, groupId, centreId, ownStationId, status, reason },
    ...{ firstResponseSeconds, supportSeconds, supportMetres },
  };
}

/** The same of an evaluation, in the settlements' order. */
function expectedFigures({ groups, standAlone, stations, settlements, counting }: Evaluation) {
  const rows = [...groups, ...standAlone].flatMap((group) =>
    group.responses.map(({ settlement, ownStation, support, firstResponse }) => ({
      settlement,
      figures: {
        id: settlements[settlement]?.id,
        groupId: group.id,
        centreId: stations[group.centre]?.id,
        ownStationId: stations[ownStation]?.id,
        status: support.status,
        reason: failReason(support, counting) ?? null,
        firstResponseSeconds: firstResponse.fastest ? firstResponse.fastest.ds / 10 : null,
        supportSeconds: support.fastest ? support.fastest.ds / 10 : null,
        supportMetres: support.fastest ? support.fastest.dm / 10 : null,
      },
    })),
  );
  return rows.sort((a, b) => a.settlement - b.settlement).map(({ figures }) => figures);
}

function summaryOf({ groups, standAlone, totals }: Groups) {
  const unit = ({ id, status, tally, overLimit, p95Seconds, farthestByTime }: Group) => ({
    ...{ id, status, tally, p95Seconds, farthest: farthestByTime?.seconds ?? null },
    overLimit: overLimit.map(({ settlementId, reason }) => [settlementId, reason]),
  });
  return { groups: groups.map(unit), standAlone: standAlone.map(unit), totals };
}

function expectedOf({ groups, standAlone, totals, settlements }: Evaluation) {
  const unit = ({ id, status, tally, overLimit, p95Ds, farthestByTime }: Evaluation['groups'][number]) => ({
    ...{ id, status, tally, p95Seconds: p95Ds === undefined ? null : p95Ds / 10 },
    farthest: farthestByTime ? farthestByTime.cost.ds / 10 : null,
    overLimit: overLimit.map(({ settlement, reason }) => [settlements[settlement]?.id, reason]),
  });
  return { groups: groups.map(unit), standAlone: standAlone.map(unit), totals };
}
