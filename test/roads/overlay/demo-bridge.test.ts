import { expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import { overlayNetwork } from '../../../geodata/roads/overlay/overlay-network.ts';
import { snapPoints } from '../../../geodata/roads/snap.ts';
import { travelMatrix } from '../../../geodata/travel/matrix.ts';
import { demoNetwork } from '../../demo/demo-network.ts';

const LIMIT_DS = 18_000;

it('a closed bridge of the demonstration county puts settlements over half an hour from their station; no closure is the base', async () => {
  const county = generateDemoCounty();
  const base = await demoNetwork(county);
  const [stations, settlements] = [county.stations, county.settlements].map((places) =>
    places.map(({ coord }) => coord),
  );
  const times = (network: RoadNetwork) =>
    travelMatrix(network, snapPoints(network, stations!), snapPoints(network, settlements!)).ds;
  const own = (ds: Uint32Array) =>
    county.settlements.map(({ stationId }, i) => {
      const station = county.stations.findIndex(({ id }) => id === stationId);
      return ds[station * settlements!.length + i]!;
    });
  const before = times(base);
  const ownBefore = own(before);
  const bridges = county.elements.ways.filter(({ tags }) => tags['bridge'] === 'yes');
  let lost = 0;
  for (const { id } of bridges) {
    if (!base.wayOsmId.includes(id)) continue;
    const ownNow = own(times(overlayNetwork(base, { closures: [{ wayId: id }] })));
    ownNow.forEach((ds, i) => {
      if (ownBefore[i]! < LIMIT_DS && ds >= LIMIT_DS) lost++;
    });
  }
  expect(bridges.length).toBeGreaterThan(0);
  expect(lost).toBeGreaterThan(0);
  expect(times(overlayNetwork(base, { closures: [] }))).toEqual(before);
});
