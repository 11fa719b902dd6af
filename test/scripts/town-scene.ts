import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LonLat } from '../../geodata/units.ts';
import { microDegreesAt, type Scene, scenePbf } from '../scenes/scene.ts';
import { scratchFolder } from '../server/files/scratch-file.ts';

/** 0.8 x 45 km/h is 10 m/s: a kilometre takes 100 s. */
const TEN_METRES_A_SECOND = { maxspeed: '45' };

/**
 * A county road of 3 km from a to d with a village road of 1 km going north at c, and far in the
 * east a road that leads nowhere. A police station stands at a, a village at e, a hamlet at d.
 */
export const TOWN: Scene = {
  nodes: {
    a: [0, 0],
    b: [1000, 0],
    c: [2000, 0],
    d: [3000, 0],
    e: [2000, 1000],
    x: [8000, 0],
    y: [8500, 0],
    P: [0, 20],
    V: [2000, 1030],
    H: [3040, 0],
  },
  nodeTags: {
    P: { amenity: 'police', name: 'Station', 'name:zh': '甲派出所' },
    V: { place: 'village', name: '乙村', population: '1200' },
    H: { place: 'hamlet', population: 'about 90' },
  },
  ways: [
    { nodes: 'abcd', tags: { highway: 'secondary', name: '长合路', ref: 'X1', ...TEN_METRES_A_SECOND } },
    { nodes: 'ce', tags: { highway: 'unclassified', ...TEN_METRES_A_SECOND } },
    { nodes: 'xy', tags: { highway: 'track', access: 'yes', ...TEN_METRES_A_SECOND } },
  ],
};

/** Degrees of a place in the scene's metres. */
export function townCoord(east: number, north: number): LonLat {
  const [lonE6, latE6] = microDegreesAt([east, north]);
  return [lonE6 / 1e6, latE6 / 1e6];
}

/** The same as an option's value. */
export function townPoint(east: number, north: number): string {
  return townCoord(east, north).join(',');
}

/** The scene as an .osm.pbf file in a folder of its own, gone after the test. */
export async function townFile(): Promise<{ readonly folder: string; readonly pbf: string }> {
  const folder = await scratchFolder();
  const pbf = join(folder, 'town.osm.pbf');
  await writeFile(pbf, scenePbf(TOWN));
  return { folder, pbf };
}
