import { describe, expect, it } from 'vitest';
import { networkEmpty } from '../../../../geodata/errors.ts';
import { openNetwork, verifyNetwork } from '../../../../geodata/roads/network.ts';
import { readBoundary } from '../../../../server/db/boundaries.ts';
import type { Db } from '../../../../server/db/db.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { listNetworks, readNetworkBuffer } from '../../../../server/db/networks.ts';
import { listSettlements } from '../../../../server/db/settlements.ts';
import { listStations } from '../../../../server/db/stations.ts';
import { listTownships } from '../../../../server/db/townships.ts';
import { currentVersion, listCounties, listVersions, restoreVersion } from '../../../../server/db/versions.ts';
import { at, rowOfSettlements, SMALL_STATIONS, smallCounty, smallNetwork } from './small-county.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Settlements that readers of a county see now. */
async function seenSettlements(db: Db, code: string): Promise<number> {
  const version = await currentVersion(db, code);
  return version ? (await listSettlements(db, version.id)).length : 0;
}

async function draftCount(db: Db, code: string): Promise<number> {
  const sql = "SELECT 1 FROM dataset_version WHERE county_code = $1 AND state = 'draft'";
  return (await db.query(sql, [code])).length;
}

/** Versions of a county's data: whole, final, one writer at a time. */
export function describeVersions(store: StoreUnderTest): void {
  describe('an imported county', () => {
    it('comes back as it went in, position by position', async () => {
      const county = smallCounty();
      const version = await importCounty(store(), county);
      expect(version).toMatchObject({
        countyCode: county.code,
        countyName: '示例县',
        number: 1,
        note: 'first',
        sources: county.sources,
        isCurrent: true,
      });
      expect(await currentVersion(store(), county.code)).toEqual(version);
      expect(await listCounties(store())).toContainEqual(version);
      expect(await listStations(store(), version.id)).toEqual(SMALL_STATIONS);
      expect(await listSettlements(store(), version.id)).toEqual(rowOfSettlements(20));
      expect(await listTownships(store(), version.id)).toEqual(county.townships?.items);
      expect(await readBoundary(store(), version.id)).toEqual(county.boundary?.items[0]);
    });

    it('gives its network back byte for byte', async () => {
      const network = await smallNetwork();
      const version = await importCounty(store(), smallCounty());
      const [stored] = await listNetworks(store(), version.id);
      expect(stored).toEqual({
        profile: 'car',
        condition: 'base',
        hash: network.hash,
        byteLength: network.buffer.byteLength,
        report: network.meta.report,
      });
      const buffer = await readNetworkBuffer(store(), network.hash);
      if (!buffer) throw new Error('The network is not there.');
      verifyNetwork(openNetwork(buffer));
      expect(await readNetworkBuffer(store(), '0'.repeat(64))).toBeUndefined();
    });

    it('keeps names that look like SQL, quotes, backslashes and rare Chinese as they are', async () => {
      const names = [
        "'; DROP TABLE settlement; --",
        '"$1"',
        '\\x00',
        "E'\\n'",
        '%s {} []',
        '𠮷田村',
        '龘靐齉',
        ' ',
        '\u{1F3D8}',
      ];
      const items = names.map((name, i) => ({ id: name, name, coord: at(1000 + i, 100), kind: 'natural' as const }));
      const version = await importCounty(
        store(),
        smallCounty({ settlements: { file: 'x', items }, note: names.join() }),
      );
      expect(await listSettlements(store(), version.id)).toEqual(items);
      expect(version.note).toBe(names.join());
    });

    it('may do without boundary, townships and settlements', async () => {
      const empty = { file: 'settlements.csv', items: [] };
      const county = smallCounty({ boundary: undefined, townships: undefined, settlements: empty });
      const version = await importCounty(store(), county);
      expect(await readBoundary(store(), version.id)).toBeUndefined();
      expect(await listTownships(store(), version.id)).toEqual([]);
    });

    it('tells its progress up to the end of each stage', async () => {
      const stages: string[] = [];
      const version = await importCounty(store(), smallCounty(), {
        onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
      });
      const [{ n: cells = 0 } = {}] = await store().query<{ n: number }>(
        'SELECT count(*) AS n FROM hexagon WHERE version_id = $1',
        [version.id],
      );
      // Townships, stations, settlements, the one road, hexagons.
      const written = [0, 2, 4, 24, 25, 25 + cells].map((done) => `write ${done}/${25 + cells}`);
      expect(stages).toEqual([
        ...['check 0/1', 'check 1/1', 'network 0/1', 'network 1/1'],
        ...[...written, 'publish 0/1', 'publish 1/1'],
      ]);
    });
  });

  describe('a version', () => {
    it('is replaced by the next and can be made current again', async () => {
      const first = smallCounty();
      await importCounty(store(), first);
      const larger = { file: 'settlements.csv', items: rowOfSettlements(30) };
      const second = await importCounty(store(), { ...first, name: '改名县', note: 'second', settlements: larger });
      expect(second.number).toBe(2);
      expect(await seenSettlements(store(), first.code)).toBe(30);

      const restored = await restoreVersion(store(), first.code, 1);
      expect(restored).toMatchObject({ number: 1, countyName: '示例县', isCurrent: true });
      expect(await seenSettlements(store(), first.code)).toBe(20);
      const versions = await listVersions(store(), first.code);
      expect(versions.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
        [2, false],
        [1, true],
      ]);
      expect(await restoreVersion(store(), first.code, 7)).toBeUndefined();
      expect(await seenSettlements(store(), first.code)).toBe(20);
    });

    it('is numbered after the newest, not after the current one', async () => {
      const county = smallCounty();
      await importCounty(store(), county);
      await importCounty(store(), county);
      await restoreVersion(store(), county.code, 1);
      expect((await importCounty(store(), county)).number).toBe(3);
    });

    it.each([
      "INSERT INTO settlement SELECT version_id, 'new', 99999, name, kind, township, station_id, households, population, geom FROM settlement WHERE version_id = $1 LIMIT 1",
      "UPDATE settlement SET name = 'other' WHERE version_id = $1",
      'DELETE FROM station WHERE version_id = $1',
      'DELETE FROM network WHERE version_id = $1',
      'UPDATE township SET geom = geom WHERE version_id = $1',
      'DELETE FROM boundary WHERE version_id = $1',
      "UPDATE road_line SET name = 'other' WHERE version_id = $1",
      'DELETE FROM hexagon WHERE version_id = $1',
      'INSERT INTO hexagon SELECT version_id, 9, reverse(cell), geom FROM hexagon WHERE version_id = $1 LIMIT 1',
      "UPDATE dataset_version SET note = 'other' WHERE id = $1",
      "UPDATE dataset_version SET state = 'draft' WHERE id = $1",
    ])('is never changed once it is complete: %s', async (sql) => {
      const county = smallCounty();
      const version = await importCounty(store(), county);
      await expect(store().query(sql, [version.id])).rejects.toMatchObject({ code: 'version-complete' });
      expect(await listSettlements(store(), version.id)).toEqual(rowOfSettlements(20));
    });

    it('shares the network buffer with others of the same roads', async () => {
      const county = smallCounty();
      await importCounty(store(), county);
      const count = () => store().query('SELECT count(*) AS n FROM network_chunk');
      const before = await count();
      await importCounty(store(), county);
      expect(await count()).toEqual(before);
    });
  });

  describe('a network of many parts', () => {
    it('is completed where an import was interrupted between two, in parts of any size', async () => {
      const network = await smallNetwork();
      await store().query('DELETE FROM network_chunk WHERE hash = $1', [network.hash]);
      await store().query('UPDATE network_buffer SET chunk_bytes = 100 WHERE hash = $1', [network.hash]);
      await importCounty(store(), smallCounty());
      await store().query('DELETE FROM network_chunk WHERE hash = $1 AND ordinal IN (0, 3)', [network.hash]);
      await expect(readNetworkBuffer(store(), network.hash)).rejects.toThrow('lacks part 0 of 100 bytes');
      await importCounty(store(), smallCounty());
      const buffer = await readNetworkBuffer(store(), network.hash);
      expect(Buffer.from(buffer ?? new ArrayBuffer(0)).equals(Buffer.from(network.buffer))).toBe(true);
    });
  });

  describe('an import that does not reach its end', () => {
    it('leaves the old version when the network cannot be built', async () => {
      const county = smallCounty();
      await importCounty(store(), county);
      const failing = { ...county, networks: [() => Promise.reject(networkEmpty('car'))] };
      await expect(importCounty(store(), failing)).rejects.toMatchObject({ code: 'network-empty' });
      expect(await seenSettlements(store(), county.code)).toBe(20);
    });

    it.each(['check', 'network', 'write', 'publish'])('leaves the old version when aborted at %s', async (stage) => {
      const county = smallCounty();
      await importCounty(store(), county);
      const abort = new AbortController();
      const reason = new Error('changed my mind');
      const bigger = { ...county, settlements: { file: 'x', items: rowOfSettlements(1200) } };
      const aborted = importCounty(store(), bigger, {
        signal: abort.signal,
        // The last word of `write` comes before the last look at the signal; that of `publish` is too late.
        onProgress: (progress) => stage === progress.stage && progress.done === 0 && abort.abort(reason),
      });
      if (stage === 'publish') expect((await aborted).number).toBe(2);
      else await expect(aborted).rejects.toBe(reason);
      expect(await seenSettlements(store(), county.code)).toBe(stage === 'publish' ? 1200 : 20);
      expect(await draftCount(store(), county.code)).toBe(0);
      expect((await importCounty(store(), county)).number).toBe(stage === 'publish' ? 3 : 2);
    });

    it('leaves the old version when the store refuses a row, and no draft', async () => {
      const county = smallCounty();
      await importCounty(store(), county);
      const stations = { file: 'x', items: [...SMALL_STATIONS, { ...SMALL_STATIONS[0]!, id: 'S3', officers: 1 }] };
      const trigger = `CREATE FUNCTION refuse_s3() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.id = 'S3' THEN RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER refuse_s3 BEFORE INSERT ON station FOR EACH ROW EXECUTE FUNCTION refuse_s3()`;
      await store().execute(trigger);
      try {
        await expect(importCounty(store(), { ...county, stations })).rejects.toThrow('refused');
      } finally {
        await store().execute('DROP TRIGGER refuse_s3 ON station; DROP FUNCTION refuse_s3()');
      }
      expect(await seenSettlements(store(), county.code)).toBe(20);
      expect(await draftCount(store(), county.code)).toBe(0);
    });

    it('leaves no county behind where there was none', async () => {
      const county = smallCounty({ networks: [() => Promise.reject(networkEmpty('car'))] });
      await expect(importCounty(store(), county)).rejects.toThrow();
      expect(await currentVersion(store(), county.code)).toBeUndefined();
      expect((await listCounties(store())).map(({ countyCode }) => countyCode)).not.toContain(county.code);
    });
  });

  describe('while a county is written', () => {
    it('readers see the old version, whole, until the new one is complete', async () => {
      const county = smallCounty();
      await importCounty(store(), county);
      const seen: Promise<number>[] = [];
      await importCounty(
        store(),
        { ...county, settlements: { file: 'x', items: rowOfSettlements(3000) } },
        {
          onProgress: ({ stage, done }) => {
            if (stage !== 'publish' || done === 0) seen.push(seenSettlements(store(), county.code));
          },
        },
      );
      expect(seen.length).toBeGreaterThan(8);
      const counts = await Promise.all(seen);
      // The last readers were asked at the same moment as the new version: either answer is whole.
      expect(counts.slice(0, -1).every((count) => count === 20 || count === 3000)).toBe(true);
      expect(counts.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 20));
      expect([20, 3000]).toContain(counts[counts.length - 1]);
      expect(await seenSettlements(store(), county.code)).toBe(3000);
    });

    it('a second writer is refused at once, and another county is free', async () => {
      const county = smallCounty();
      await importCounty(store(), county);
      let open = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const slow = { ...county, networks: [() => gate.then(smallNetwork)] };
      const first = importCounty(store(), slow);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await expect(importCounty(store(), county)).rejects.toMatchObject({
        code: 'busy',
        data: { name: `county ${county.code}` },
      });
      await expect(restoreVersion(store(), county.code, 1)).rejects.toMatchObject({ code: 'busy' });
      expect((await importCounty(store(), smallCounty())).number).toBe(1);
      open();
      expect((await first).number).toBe(2);
      expect((await importCounty(store(), county)).number).toBe(3);
    });
  });
}
