import type { Station } from '../../catchment/places.ts';
import { pointPosition } from '../../hexgrid/point-in-polygon.ts';
import { byText } from '../../text-order.ts';
import type { Amount } from '../judge.ts';
import { countOf, judge } from '../judge.ts';
import type { Measure, Remark } from '../measure.ts';
import { type RuleSettings, switchOf } from '../standard-rule.ts';
import { type StandardsInput, type Township, townshipKind } from '../standards-input.ts';
import { judgedUnit, type UnitIdentity, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';

const ONE: Amount = countOf(1);

/** Clause 3: within the area of every township-level unit stands the point of exactly one station. */
export function measureTownshipStations(input: StandardsInput, settings: RuleSettings): Measure {
  const { townships, stations } = input;
  const placed = placeStations(stations, townships);
  const judgesZones = switchOf(settings, 'zones') === 'counted';
  const units = townships.map((township) => townshipUnit(township, placed, judgesZones));
  return { summary: { kind: 'rate', percent: 100 }, units, remarks: placingRemarks(placed, townships) };
}

interface PlacedStation {
  readonly station: Station;
  /** The unit that its point lies in. */
  readonly township: Township | undefined;
}

/**
 * The area that each station's point lies in. A point on the border of several lies in its own one where that is among
 * them, else in the one whose name stands first.
 */
function placeStations(stations: readonly Station[], townships: readonly Township[]): PlacedStation[] {
  const inOrder = [...townships].sort((a, b) => byText(a.name, b.name));
  return stations.map((station) => {
    const own = inOrder.filter(({ name }) => name === station.township);
    const others = inOrder.filter(({ name }) => name !== station.township);
    return { station, township: [...own, ...others].find((township) => contains(township, station)) };
  });
}

function contains({ polygons }: Township, { coord }: Station): boolean {
  return polygons !== undefined && pointPosition(polygons, coord) !== 'outside';
}

function townshipUnit(township: Township, placed: readonly PlacedStation[], judgesZones: boolean): UnitResult {
  const identity: UnitIdentity = { unit: 'township', unitId: township.code ?? township.name, name: township.name };
  const isZone = townshipKind(township) === 'zone';
  if (!township.polygons) {
    if (isZone && !judgesZones) return unjudgedUnit(identity, 'zone');
    return unknownUnit(identity, ['polygons'], { reason: 'unknown-boundary' });
  }
  const stations = placed.filter((entry) => entry.township === township).length;
  const value = countOf(stations);
  if (isZone && !judgesZones) return unjudgedUnit(identity, 'zone', { value });
  return judgedUnit(identity, judge(value, { kind: 'exactly', threshold: ONE }), { reason: reasonOf(stations), value });
}

function reasonOf(stations: number): UnitResult['reason'] {
  if (stations === 0) return 'no-station';
  return stations === 1 ? 'meets' : 'several-stations';
}

/** Stations sited outside their own area, and stations in none of the areas. */
function placingRemarks(placed: readonly PlacedStation[], townships: readonly Township[]): Remark[] {
  const withArea = new Set(townships.filter(({ polygons }) => polygons).map(({ name }) => name));
  if (withArea.size === 0) return [];
  const outside = placed.filter(
    ({ station, township }) =>
      station.township !== undefined && withArea.has(station.township) && township?.name !== station.township,
  );
  const nowhere = placed.filter(({ township }) => !township);
  return [remark('station-outside-own-area', outside), remark('station-in-no-area', nowhere)].filter(
    ({ ids }) => ids.length > 0,
  );
}

function remark(kind: Remark['kind'], placed: readonly PlacedStation[]): Remark {
  return { kind, ids: placed.map(({ station }) => station.id).sort(byText) };
}
