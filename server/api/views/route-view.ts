import type { RoadEnd } from '../../../geodata/engine/calls.ts';
import { type ClassCost, costsByClass, type Route } from '../../../geodata/travel/route.ts';
import type { RouteCost } from '../../../geodata/travel/route-cost.ts';
import type { LonLat } from '../../../geodata/units.ts';
import type { Language } from '../../language.ts';
import { ROAD_CLASS_WORDS } from '../../reports/wording/label-words.ts';
import type { Drive, SnappedPoint } from '../../routing/travel-times.ts';
import type { RouteViewBody } from '../contract/travel.ts';

/** A leg off the road shorter than this is not drawn. */
const LEAST_DRAWN_METRES = 1;

/** The estimated leg at one end of a journey: from the place itself to where it was joined to the road. */
export interface JourneyEnd extends RouteCost {
  readonly place: LonLat;
  readonly road: LonLat;
  readonly straightMetres: number;
}

export function journeyEnd(place: LonLat, { coord, straightMetres, ds, dm }: RoadEnd): JourneyEnd {
  return { place, road: coord, straightMetres, ds, dm };
}

/** A journey from door to door, by the embedded engine: sums are exact to the tenth. */
export function routeView(route: Route, start: JourneyEnd, end: JourneyEnd, language: Language): RouteViewBody {
  const { ds, dm, turnDs, steps, line } = route;
  return {
    seconds: (start.ds + ds + end.ds) / 10,
    metres: (start.dm + dm + end.dm) / 10,
    ...{ driveSeconds: ds / 10, driveMetres: dm / 10, turnSeconds: turnDs / 10 },
    line: positions(line),
    access: drawnLeg(start.straightMetres, [start.place, start.road]),
    egress: drawnLeg(end.straightMetres, [end.road, end.place]),
    byClass: costsByClass(steps).map((stretch) => stretchView(stretch, language)),
    steps: steps.map(({ name, ref, ...step }) => ({ ...stretchView(step, language), name, ref })),
  };
}

/** How a profile's off-road leg is priced. */
export interface OffRoadPrice {
  readonly detourFactor: number;
  readonly kmh: number;
}

/** A journey whose road part an OSRM server drove: without classes and steps. */
export function drivenView(
  { seconds, metres, line }: Drive,
  [from, start]: readonly [LonLat, SnappedPoint],
  [to, end]: readonly [LonLat, SnappedPoint],
  price: OffRoadPrice,
): RouteViewBody {
  const legs = [start, end].map((point) => offRoadCost(point.metres, price));
  const sum = (measure: 'seconds' | 'metres'): number => legs.reduce((total, leg) => total + leg[measure], 0);
  return {
    seconds: tenth(seconds + sum('seconds')),
    metres: tenth(metres + sum('metres')),
    ...{ driveSeconds: tenth(seconds), driveMetres: tenth(metres), turnSeconds: null },
    line: positions(line),
    access: drawnLeg(start.metres, [from, start.coord]),
    egress: drawnLeg(end.metres, [end.coord, to]),
    ...{ byClass: [], steps: [] },
  };
}

/** The estimated leg of a place so many metres from its road. */
export function offRoadCost(straightMetres: number, { detourFactor, kmh }: OffRoadPrice) {
  const metres = straightMetres * detourFactor;
  return { seconds: tenth(metres / (kmh / 3.6)), metres: tenth(metres) };
}

function stretchView({ roadClass, ds, dm }: ClassCost, language: Language) {
  return { roadClass, text: ROAD_CLASS_WORDS[roadClass][language], seconds: ds / 10, metres: dm / 10 };
}

function drawnLeg(straightMetres: number, line: readonly LonLat[]): [number, number][] {
  return straightMetres < LEAST_DRAWN_METRES ? [] : positions(line);
}

function positions(line: readonly LonLat[]): [number, number][] {
  return line.map(([lon, lat]) => [lon, lat]);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
