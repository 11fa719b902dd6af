import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { type DemoCounty, generateDemoCounty } from '../../geodata/demo/county.ts';
import { COUNTY_CODE, COUNTY_NAME } from '../../geodata/demo/townships.ts';
import type { LonLat } from '../../geodata/units.ts';
import { DEMO_FILES, writeDemoFiles } from '../../server/counties/demo-files.ts';

/** A county as the form of an import takes it. */
export interface CountyForm {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Paths by the form's names. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The demonstration county again and again, each time another one to every cache: one more short road, and one more
 * household. Its places keep their names. Files are written into `folder`.
 */
export async function demoForms(folder: string, count: number): Promise<CountyForm[]> {
  const county = generateDemoCounty();
  const forms: CountyForm[] = [];
  for (let edition = 0; edition < count; edition++) {
    const own = join(folder, String(edition));
    await writeDemoFiles(editionOf(county, edition), own);
    const files = Object.entries(DEMO_FILES).map(([field, name]) => [field, join(own, name)]);
    forms.push({ code: COUNTY_CODE, fields: { name: COUNTY_NAME }, files: Object.fromEntries(files) });
  }
  return forms;
}

/** Some 10 m from the node that the road begins at. */
const SHORT_ROAD_E7 = 1000;

function editionOf(county: DemoCounty, edition: number): DemoCounty {
  const { nodes, ways } = county.elements;
  const from = nodes.find(({ id }) => id === ways[0]?.nodeIds[0]);
  const [first, ...others] = county.settlements;
  if (!from || !first) throw new Error('The demonstration county is empty.');
  const end = { id: lastId(nodes) + 1, lonE7: from.lonE7, latE7: from.latE7 + SHORT_ROAD_E7 * (edition + 1) };
  const road = { id: lastId(ways) + 1, nodeIds: [from.id, end.id], tags: { highway: 'service' } };
  return {
    ...county,
    elements: { ...county.elements, nodes: [...nodes, end], ways: [...ways, road] },
    settlements: [{ ...first, households: (first.households ?? 0) + edition }, ...others],
  };
}

function lastId(elements: readonly { readonly id: number }[]): number {
  return elements.at(-1)?.id ?? 0;
}

/** A real county, with a station at each town since OSM knows none there. @param folder of the real data */
export function changfengForm(folder: string): CountyForm {
  const file = (name: string) => join(folder, 'changfeng', name);
  return {
    code: '340121',
    fields: { name: '长丰县', stations: 'place=town', settlements: 'place=village,hamlet,town' },
    files: {
      roads: file('changfeng.osm.pbf'),
      boundary: file('county.geojson'),
      townships: file('townships.geojson'),
    },
  };
}

/** Sends a county's files as a new version of it. @throws Error unless the service has made the version */
export async function importForm(
  url: string,
  { code, fields, files }: CountyForm,
  signal?: AbortSignal,
): Promise<void> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  for (const [field, path] of Object.entries(files)) form.append(field, await openAsBlob(path), path);
  const response = await fetch(`${url}/api/counties/${code}/versions`, { method: 'POST', body: form, signal });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`The import of ${code} was answered ${response.status}: ${text}`);
}

/** Where readers of a county look, and what they ask about. */
export interface CountyGround {
  readonly code: string;
  readonly stations: readonly PlaceOfGround[];
  readonly settlements: readonly PlaceOfGround[];
}

interface PlaceOfGround {
  readonly id: string;
  readonly coord: LonLat;
}

/** Reads a county's places from the service. */
export async function readGround(url: string, code: string): Promise<CountyGround> {
  const read = async (path: 'stations' | 'settlements'): Promise<readonly PlaceOfGround[]> => {
    const response = await fetch(`${url}/api/counties/${code}/${path}`);
    const answer = (await response.json()) as Record<typeof path, PlaceOfGround[]>;
    return answer[path].map(({ id, coord }) => ({ id, coord }));
  };
  return { code, stations: await read('stations'), settlements: await read('settlements') };
}
