import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnSchema, openOwnSchema } from './connection.ts';

describe('a schema of its own on PostGIS', () => {
  let first: OwnSchema;
  let second: OwnSchema;

  beforeAll(async () => {
    [first, second] = await Promise.all([openOwnSchema(), openOwnSchema()]);
  });
  afterAll(() => Promise.all([first.close(), second.close()]));

  it('computes areas: a square of 10 m is 100 square metres', async () => {
    const { rows } = await first.client.query(
      "SELECT ST_Area('POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))'::geometry) AS area",
    );
    expect(rows).toEqual([{ area: 100 }]);
  });

  it('hides the tables of one from the other', async () => {
    await first.client.query('CREATE TABLE station (id text)');
    await expect(second.client.query('SELECT * FROM station')).rejects.toThrow('relation "station" does not exist');
  });

  it('leaves nothing behind when it is closed', async () => {
    const passing = await openOwnSchema();
    await passing.client.query('CREATE TABLE station (id text)');
    await passing.close();
    const { rows } = await first.client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [passing.schema]);
    expect(rows).toEqual([]);
  });
});
