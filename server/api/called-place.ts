import type { CalledPoint } from '../../geodata/dispatch/own-station-of-point.ts';
import { unknownId } from '../../geodata/errors.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import { isInCounty } from '../db/boundaries.ts';
import type { Db } from '../db/db.ts';
import { townshipAt } from '../db/townships.ts';
import type { DispatchAnswerBody } from './contract/dispatch.ts';
import { lonLatOf } from './lon-lat.ts';
import { RequestError } from './problems.ts';

/** A place that somebody calls from: what the engine needs of it, and what the answer shows. */
export interface CalledPlaceInCounty {
  readonly point: CalledPoint;
  readonly shown: Omit<DispatchAnswerBody['place'], 'metresToRoad'>;
}

/**
 * A settlement by its id, or any point, whose township PostGIS tells.
 * @throws RequestError 400 unless exactly one is given; GeodataError `unknown-id` for a settlement that there is not
 */
export async function calledPlace(
  db: Db,
  county: LoadedCounty,
  { at, settlement }: { readonly at?: string | undefined; readonly settlement?: string | undefined },
): Promise<CalledPlaceInCounty> {
  if ((at === undefined) === (settlement === undefined)) {
    throw new RequestError(400, 'place-missing', {
      zh: '请给出 at（经度,纬度）或 settlement（居民点编号）之一',
      en: 'give either at (longitude,latitude) or settlement (an id)',
    });
  }
  return at === undefined ? settlementPlace(db, county, settlement ?? '') : pointPlace(db, county, lonLatOf(at));
}

async function settlementPlace(db: Db, { places, version }: LoadedCounty, id: string): Promise<CalledPlaceInCounty> {
  const settlement = places.settlements.find((candidate) => candidate.id === id);
  if (!settlement) throw unknownId('settlement', id);
  const { coord, township, stationId, name } = settlement;
  const inCounty = (await isInCounty(db, version.id, coord)) ?? null;
  return {
    point: {
      coord,
      ...(township === undefined ? {} : { township }),
      ...(stationId === undefined ? {} : { stationId }),
    },
    shown: { coord: [...coord], settlementId: id, name, townshipName: township ?? null, inCounty },
  };
}

async function pointPlace(db: Db, { townships, version }: LoadedCounty, coord: LonLat): Promise<CalledPlaceInCounty> {
  const townshipId = await townshipAt(db, version.id, coord);
  const township = townships.find(({ id }) => id === townshipId)?.name;
  const inCounty = (await isInCounty(db, version.id, coord)) ?? null;
  return {
    point: { coord, ...(township === undefined ? {} : { township }) },
    shown: { coord: [...coord], settlementId: null, name: null, townshipName: township ?? null, inCounty },
  };
}
