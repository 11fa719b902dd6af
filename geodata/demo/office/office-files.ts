import type { DemoCounty } from '../county.ts';
import { areasFile } from './areas-file.ts';
import { compoundsFile } from './compounds-file.ts';
import { countyFactsFile } from './county-facts-file.ts';
import { incidentsFile } from './incidents-file.ts';
import { naturalVillagesFile } from './natural-villages-file.ts';
import type { OfficeFile } from './office-file.ts';
import type { OfficePart } from './office-part.ts';
import { policeRoomsFile } from './police-rooms-file.ts';
import { roadLengthsFile } from './road-lengths-file.ts';
import { stationsFile } from './stations-file.ts';
import type { OfficeFault } from './table-draft.ts';
import { villagesFile } from './villages-file.ts';

/**
 * The demonstration county's data as ten offices would send it, each in its own habits. Rows without a planted error
 * hold all of the county's settlements and stations as they are; erroneous rows come on top of them. Same county, same
 * files.
 */
export function officeFiles(county: DemoCounty): OfficeFile[] {
  return officeParts(county).map(({ file }) => file);
}

/** Every mistake and oddity that was planted in `officeFiles`, in the order of files, sheets and rows. */
export function officeFaults(county: DemoCounty): OfficeFault[] {
  return officeParts(county).flatMap(({ faults }) => faults);
}

function officeParts(county: DemoCounty): OfficePart[] {
  return [
    stationsFile(county),
    villagesFile(county),
    naturalVillagesFile(county),
    compoundsFile(county),
    policeRoomsFile(county),
    roadLengthsFile(county),
    incidentsFile(county),
    countyFactsFile(county),
    areasFile(county),
    { file: { format: 'pbf', name: 'county.osm.pbf', office: '通信科' }, faults: [] },
  ];
}
