import { describeChecks } from './checks.ts';
import { describeGround } from './ground.ts';
import { describeMigrations } from './migrations.ts';
import { describePlaceTiles } from './place-tiles.ts';
import { describePlansAndResults } from './plans-and-results.ts';
import { describeRecords } from './records.ts';
import { describeRoadTiles } from './road-tiles.ts';
import { describeSql } from './sql.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { describeVersions } from './versions.ts';

/** Everything that both stores must do alike; a test file for each runs it. */
export function describeStore(store: StoreUnderTest): void {
  describeSql(store);
  describeMigrations(store);
  describeVersions(store);
  describeChecks(store);
  describeGround(store);
  describePlansAndResults(store);
  describeRecords(store);
  describeRoadTiles(store);
  describePlaceTiles(store);
}
