import type { OwnStation } from '../../geodata/catchment/own-station.ts';
import type { Settlement, Station } from '../../geodata/catchment/places.ts';
import type { VillageAreasInput } from '../../geodata/catchment/village-areas.ts';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { type CellResolution, cellCentre } from '../../geodata/hexgrid/cells.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat } from '../../geodata/units.ts';
import { settlement, station } from '../grouping/county-arrays.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

export interface VillageCounty {
  readonly network: RoadNetwork;
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  readonly ownStation: readonly Pick<OwnStation, 'station'>[];
  readonly boundary: MultiPolygonRings;
  readonly resolution: CellResolution;
  readonly snap?: SnapOptions;
  readonly centreOfStation?: readonly number[];
}

/** What `villageAreas` asks for, all cells of the boundary taken and everything snapped. */
export function villageInput(county: VillageCounty): VillageAreasInput {
  const { network, settlements, boundary, resolution, snap = {} } = county;
  const cells = cellsOfArea(boundary, resolution);
  return {
    ...county,
    cells,
    cellPlacements: snapPoints(network, cells.map(cellCentre), snap),
    settlementPlacements: snapPoints(
      network,
      settlements.map(({ coord }) => coord),
      snap,
    ),
  };
}

/** A closed box of degrees. */
export function box([west, south]: LonLat, [east, north]: LonLat): MultiPolygonRings {
  const ring: LonLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [[ring]];
}

/** Random roads, 2 to 9 settlements in villages of one to three, 1 to 3 stations; cells farther than 300 m have no road. */
export async function randomVillageCounty(random: () => number): Promise<VillageCounty> {
  const below = (count: number): number => Math.floor(random() * count);
  const { network, at } = await openScene(randomScene(random));
  const anywhere = (): LonLat => at(random() * 2400 - 600, random() * 1800 - 600);
  const stations = Array.from({ length: 1 + below(3) }, (_, index) => station(`p${index}`, { coord: anywhere() }));
  const settlements = Array.from({ length: 2 + below(8) }, (_, index) =>
    settlement(`s${index}`, {
      coord: anywhere(),
      ...(random() < 0.7 ? { unitCode: `u${below(4)}` } : {}),
      ...(random() < 0.4 ? { kind: 'administrative' as const } : {}),
    }),
  );
  return {
    network,
    stations,
    settlements,
    ownStation: settlements.map(() => ({ station: below(stations.length) })),
    boundary: box(at(-600, -600), at(1800, 1200)),
    resolution: 9,
    snap: { limitMetres: 300 },
    centreOfStation: stations.map(() => 0),
  };
}
