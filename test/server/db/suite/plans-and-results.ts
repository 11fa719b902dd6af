import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_COUNTING } from '../../../../geodata/grouping/counting-rule.ts';
import { addGroupPlan, listGroupPlans } from '../../../../server/db/group-plans.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { addRule, listRules } from '../../../../server/db/response-rules.ts';
import {
  dropOldResults,
  findResult,
  findResultProvenance,
  type StoredResult,
  saveResult,
} from '../../../../server/db/results.ts';
import { at, smallCounty } from './small-county.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const STATIONS = ['A', 'B', 'C', 'D', 'E'].map((id, i) => ({
  id,
  name: `${id}派出所`,
  coord: at(1000 + 1000 * i, 1000),
  kind: 'rural' as const,
}));

/** What planners add to a version: rules, plans, results. */
export function describePlansAndResults(store: StoreUnderTest): void {
  describe('a county', () => {
    let code = '';
    let versionId = 0;
    beforeAll(async () => {
      const settlements = { file: 'v', items: [] };
      const version = await importCounty(
        store(),
        smallCounty({ stations: { file: 's', items: STATIONS }, settlements }),
      );
      code = version.countyCode;
      versionId = version.id;
    });

    it('keeps rules by name, each as it was given', async () => {
      const strict = { ...DEFAULT_COUNTING, name: '全部自然村' };
      const share = { ...DEFAULT_COUNTING, name: 'share', scope: 'share' as const, sharePercent: 92.5 };
      await addRule(store(), code, strict);
      await addRule(store(), code, share);
      expect(await listRules(store(), code)).toEqual(expect.arrayContaining([strict, share]));
      await expect(addRule(store(), code, strict)).rejects.toMatchObject({ code: 'unique-violation' });
      await expect(addRule(store(), '000000', strict)).rejects.toMatchObject({ code: 'foreign-key-violation' });
      const { sharePercent: _, ...shareless } = share;
      const meaningless = addRule(store(), code, { ...shareless, name: 'x' });
      await expect(meaningless).rejects.toMatchObject({ code: 'check-violation' });
    });

    it('keeps plans of groups in their order, and nothing of one with a station twice or unknown', async () => {
      const groups = [
        { id: 'G2', centreId: 'C', memberIds: ['B', 'A'] },
        { id: 'G1', centreId: 'E', memberIds: ['D'] },
      ];
      const id = await addGroupPlan(store(), { versionId, name: '方案一', groups });
      const empty = await addGroupPlan(store(), { versionId, name: '空', groups: [] });
      const twice = { versionId, name: 'x', groups: [...groups, { id: 'G3', centreId: 'A', memberIds: ['D'] }] };
      await expect(addGroupPlan(store(), twice)).rejects.toMatchObject({ code: 'unique-violation' });
      const unknown = { versionId, name: 'x', groups: [{ id: 'G', centreId: 'Z', memberIds: ['A'] }] };
      await expect(addGroupPlan(store(), unknown)).rejects.toMatchObject({ code: 'foreign-key-violation' });
      const renamed = addGroupPlan(store(), { versionId, name: '方案一', groups: [] });
      await expect(renamed).rejects.toMatchObject({ code: 'unique-violation' });
      expect(await listGroupPlans(store(), versionId)).toEqual([
        { id, versionId, name: '方案一', groups },
        { id: empty, versionId, name: '空', groups: [] },
      ]);
    });

    const resultOf = (changes: Partial<StoredResult>): StoredResult => ({
      inputHash: 'a1'.repeat(32),
      versionId,
      kind: 'catchments',
      profile: 'rural-plain+night',
      condition: 'night',
      engine: 'embedded',
      rule: DEFAULT_COUNTING,
      contentType: 'application/json',
      payload: new TextEncoder().encode('{"b":1.0,"a":"达标"}'),
      ...changes,
    });

    it('keeps one result for one hash of inputs, with its provenance and its very bytes', async () => {
      const result = resultOf({});
      expect(await findResult(store(), result.inputHash)).toBeUndefined();
      expect(await saveResult(store(), result)).toBe(true);
      expect(await saveResult(store(), { ...result, payload: new Uint8Array([1]) })).toBe(false);
      const found = await findResult(store(), result.inputHash);
      expect({ ...found, payload: undefined }).toEqual({ ...result, payload: undefined });
      expect(new TextDecoder().decode(found?.payload)).toBe('{"b":1.0,"a":"达标"}');
      const astray = saveResult(store(), { ...result, inputHash: 'b2'.repeat(32), versionId: -1 });
      await expect(astray).rejects.toMatchObject({ code: 'foreign-key-violation' });
    });

    it('tells what a result was made of and by, and nothing of another county’s', async () => {
      const inputHash = 'c3'.repeat(32);
      await saveResult(store(), resultOf({ inputHash, rule: undefined, payload: new Uint8Array(1000) }));
      const { createdAt, ...provenance } = (await findResultProvenance(store(), code, inputHash)) ?? {};
      expect(provenance).toEqual({
        inputHash,
        kind: 'catchments',
        profile: 'rural-plain+night',
        condition: 'night',
        engine: 'embedded',
        version: 1,
        byteLength: 1000,
      });
      expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(createdAt ?? '') - Date.now())).toBeLessThan(600_000);
      expect(await findResultProvenance(store(), '000000', inputHash)).toBeUndefined();
      expect(await findResultProvenance(store(), code, 'd4'.repeat(32))).toBeUndefined();
    });

    it('drops the oldest results beyond so many, of its own version alone', async () => {
      const [county, other] = [await importCounty(store(), smallCounty()), await importCounty(store(), smallCounty())];
      const hashes = [1, 2, 3, 4].map((n) => `${n}`.repeat(64));
      for (const inputHash of hashes) await saveResult(store(), resultOf({ inputHash, versionId: county.id }));
      await saveResult(store(), resultOf({ inputHash: '5'.repeat(64), versionId: other.id }));
      await dropOldResults(store(), county.id, 2);
      await dropOldResults(store(), other.id, 2);
      const kept = await Promise.all([...hashes, '5'.repeat(64)].map((hash) => findResult(store(), hash)));
      expect(kept.map((result) => result?.inputHash[0])).toEqual([undefined, undefined, '3', '4', '5']);
    });
  });
}
