import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { COUNTY_SNAP } from '../../geodata/catchment/county-places.ts';
import { assignOwnStations } from '../../geodata/catchment/own-station.ts';
import { AREA_LEVELS, areasByOwner, type VillageAreas, villageAreas } from '../../geodata/catchment/village-areas.ts';
import { cellLattice, partsOfGround } from '../../geodata/catchment/villages/cell-lattice.ts';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import { areaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork } from '../../geodata/roads/network.ts';
import { ruralPlain } from '../../geodata/roads/profiles/rural.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import { openChangfeng } from '../grouping/changfeng.ts';
import { realData } from '../real-data.ts';
import { type VillageCounty, villageInput } from './village-counties.ts';

const CHANGFENG = realData('changfeng');

function expectSoundAreas(name: string, county: VillageCounty): VillageAreas {
  const areas = villageAreas(villageInput({ ...county, snap: COUNTY_SNAP }));
  const total = areas.cellSquareMetres.reduce((sum, area) => sum + area, 0);
  expect(Math.abs(total - areaSquareMetres(county.boundary))).toBeLessThan(areas.cells.length);
  for (const level of AREA_LEVELS) {
    expect([...areasByOwner(areas, level).values()].reduce((sum, area) => sum + area, 0)).toBe(total);
  }
  expect(partsOfGround(cellLattice(areas.cells), areas.owner.settlement)).toHaveLength(
    new Set(areas.owner.settlement).size,
  );
  console.info(`${name}: ${areas.cells.length} cells, ${summary(areas)}`);
  return areas;
}

function summary({ enclaves, settlementsWithoutGround }: VillageAreas): string {
  const ofLevel = (level: string): number => enclaves.filter((enclave) => enclave.level === level).length;
  return `${AREA_LEVELS.map((level) => `${level} enclaves ${ofLevel(level)}`).join(', ')}, ${settlementsWithoutGround.length} settlements without ground`;
}

describe('villageAreas on whole counties', () => {
  it.skipIf(!CHANGFENG)('partitions Changfeng, whose stations stand at its towns', { timeout: 60_000 }, async () => {
    const folder = CHANGFENG as string;
    const { features } = JSON.parse(readFileSync(`${folder}/county.geojson`, 'utf8')) as {
      readonly features: readonly { readonly geometry: MultiPolygon }[];
    };
    const county = await openChangfeng(folder);
    const boundary = features[0]!.geometry.coordinates as unknown as VillageCounty['boundary'];
    expectSoundAreas('Changfeng', { ...county, network: county.rule.network, boundary, resolution: 8 });
  });

  it('partitions the demonstration county, all of whose settlements have ground', { timeout: 60_000 }, async () => {
    const { elements, stations, settlements, boundary } = generateDemoCounty();
    const bytes = writeOsm(elements, deflateSync);
    const network = openNetwork(await buildNetwork(() => [bytes], inflateZlib, ruralPlain));
    const ownStation = assignOwnStations(stations, settlements);
    const county = { network, stations, settlements, ownStation, boundary: [boundary], resolution: 9 } as const;
    expect(expectSoundAreas('Demonstration county', county).settlementsWithoutGround).toEqual([]);
  });
});
