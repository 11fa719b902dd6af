import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** What figures of coverage are added up over. */
export type CoverageLevel = 'county' | 'township' | 'station' | 'unit';

/** A place that figures stand for. */
export interface CountyPlace {
  /** Undefined for what belongs to no place that is known. Of a township, which units name by its name, that name. */
  readonly id: string | undefined;
  readonly name?: string | undefined;
  readonly township?: string | undefined;
  readonly stationId?: string | undefined;
  /** Code of the village-level unit that a compound lies in. */
  readonly unitCode?: string | undefined;
  readonly coord?: LonLat | undefined;
  readonly area?: MultiPolygonRings | undefined;
}

/** The places of a level, sorted by id: townships are those that units name and those that have an area. */
export function countyPlaces(county: LoadedCounty, level: CoverageLevel): CountyPlace[] {
  return PLACES[level](county).sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}

const PLACES: Readonly<Record<CoverageLevel, (county: LoadedCounty) => CountyPlace[]>> = {
  county: ({ version, places }) => [{ id: version.countyCode, name: version.countyName, area: places.boundary }],
  township: ({ townships, shown }) => {
    const areas = new Map(townships.map(({ name, polygons }) => [name, polygons]));
    const named = shown.units.flatMap(({ township }) => township ?? []);
    return [...new Set([...areas.keys(), ...named])].map((name) => ({ id: name, name, area: areas.get(name) }));
  },
  station: ({ places }) => places.stations.map(({ id, name, township, coord }) => ({ id, name, township, coord })),
  unit: ({ shown }) =>
    shown.units.map(({ code, name, township, stationId, coord }) => ({ id: code, name, township, stationId, coord })),
};
