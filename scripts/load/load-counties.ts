import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { COUNTY_CODE, COUNTY_NAME } from '../../geodata/demo/townships.ts';
import type { LonLat } from '../../geodata/units.ts';
import { DEMO_FILES } from '../../server/counties/demo-files.ts';

/** A county as the form of an import takes it. */
export interface CountyForm {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Paths by the form's names. */
  readonly files: Readonly<Record<string, string>>;
}

/** The demonstration county. @param folder where `writeDemoFiles` wrote it */
export function demoForm(folder: string): CountyForm {
  const files = Object.entries(DEMO_FILES).map(([field, name]) => [field, join(folder, name)]);
  return { code: COUNTY_CODE, fields: { name: COUNTY_NAME }, files: Object.fromEntries(files) };
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
