import { STATUS_FAIL, STATUS_MARGINAL } from '../../geodata/catchment/catchments.ts';
import { type NearestStations, NO_STATION } from '../../geodata/catchment/nearest-stations.ts';
import { cellBoundary } from '../../geodata/hexgrid/cells.ts';
import { type ShownFigures, shownFigures } from '../../geodata/small-samples.ts';
import { CONNECTOR_METRES } from '../../geodata/travel/off-road.ts';
import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import type { CountyCatchments } from '../counties/county-catchments.ts';
import type { Table, TableColumn, TableValue } from './table.ts';

const PLACE_COLUMNS: readonly TableColumn[] = [
  { key: 'id', zh: '编号', en: 'id' },
  { key: 'name', zh: '名称', en: 'name' },
];

const NEAREST_COLUMNS: readonly TableColumn[] = [
  { key: 'station', zh: '最快到达派出所', en: 'soonest station' },
  { key: 'minutes', zh: '行车时间', en: 'driving time', unit: 'min' },
  { key: 'kilometres', zh: '路程', en: 'road length', unit: 'km' },
  { key: 'nextStation', zh: '次快派出所', en: 'next station' },
  { key: 'nextMinutes', zh: '次快行车时间', en: 'next driving time', unit: 'min' },
];

/** The estimated leg between a place and the road is part of every figure of its row. */
const ROAD_COLUMNS: readonly TableColumn[] = [
  { key: 'metresToRoad', zh: '距道路', en: 'distance to road', unit: 'm' },
  { key: 'virtualConnector', zh: '虚拟连接线(估算)', en: 'virtual connector (estimated)' },
];

const SAMPLE_COLUMN: TableColumn = { key: 'sampleTooSmall', zh: '样本过小', en: 'sample too small' };

/** Each settlement: who is there soonest, who next, and how many stations serve it within the rule. */
export function settlementTable(county: CountyCatchments): Table {
  const { settlements } = county.places;
  return {
    columns: [
      ...PLACE_COLUMNS,
      { key: 'township', zh: '所属乡镇街道', en: 'township' },
      { key: 'households', zh: '户数', en: 'households' },
      { key: 'population', zh: '人口', en: 'population' },
      SAMPLE_COLUMN,
      ...NEAREST_COLUMNS,
      { key: 'stationsWithinRule', zh: '达标派出所数', en: 'stations within the rule' },
      ...ROAD_COLUMNS,
    ],
    rows: settlements.map((settlement, i) => ({
      values: [
        settlement.id,
        settlement.name,
        settlement.township,
        ...figureValues(shownFigures(settlement, county.withheld.settlements[i]!)),
        ...nearestValues(county, county.settlements, i),
        stationsServing(county, i),
        ...roadValues(county.snapMetres.settlements[i]),
      ],
      geometry: { type: 'Point', coordinates: [...settlement.coord] },
    })),
  };
}

/** Each station: the settlements in its catchment, and the households of those whose figures are known and shown. */
export function stationTable(county: CountyCatchments): Table {
  const { stations } = county.places;
  return {
    columns: [
      ...PLACE_COLUMNS,
      { key: 'settlements', zh: '可达居民点数', en: 'settlements within the rule' },
      { key: 'marginalSettlements', zh: '其中临界', en: 'of these marginal' },
      { key: 'households', zh: '可达户数', en: 'households within the rule' },
      { key: 'settlementsUnknownHouseholds', zh: '其中户数不详的居民点', en: 'of these with unknown households' },
      { key: 'settlementsSampleTooSmall', zh: '其中样本过小的居民点', en: 'of these with samples too small' },
      ...ROAD_COLUMNS,
    ],
    rows: stations.map((station, s) => ({
      values: [station.id, station.name, ...catchmentValues(county, s), ...roadValues(county.snapMetres.stations[s])],
      geometry: { type: 'Point', coordinates: [...station.coord] },
    })),
  };
}

/** Each cell: households and people unless withheld, and who is there soonest. */
export function cellTable(county: CountyCatchments): Table {
  const { shares } = county;
  return {
    columns: [
      { key: 'cell', zh: '六边形编号', en: 'hexagon' },
      { key: 'outsideArea', zh: '在范围外', en: 'outside the area' },
      { key: 'households', zh: '户数', en: 'households' },
      { key: 'population', zh: '人口', en: 'population' },
      SAMPLE_COLUMN,
      { key: 'settlementsUnknownHouseholds', zh: '户数不详的居民点', en: 'settlements with unknown households' },
      { key: 'settlementsUnknownPopulation', zh: '人口不详的居民点', en: 'settlements with unknown population' },
      ...NEAREST_COLUMNS,
      ...ROAD_COLUMNS,
    ],
    rows: shares.cells.map((cell, i) => ({
      values: [
        cell,
        shares.outsideArea[i] === 1,
        ...figureValues(cellFigures(county, i)),
        shares.unknownHouseholdsByCell[i],
        shares.unknownPopulationByCell[i],
        ...nearestValues(county, county.cells, i),
        ...roadValues(county.snapMetres.cells[i]),
      ],
      geometry: { type: 'Polygon', coordinates: [cellBoundary(cell).map((corner) => [...corner])] },
    })),
  };
}

/** A cell's households and people as readers see them. @param cell its index */
export function cellFigures({ shares, withheld }: CountyCatchments, cell: number): ShownFigures {
  const sum = { households: shares.households[cell], population: shares.population[cell] };
  return shownFigures(sum, withheld.cells[cell] ?? true);
}

/** How a county stands in figures. */
export interface CatchmentSummary {
  readonly stations: number;
  readonly settlements: number;
  /** Settlements that at least one station serves within the rule. */
  readonly settlementsWithinRule: number;
  /** Settlements that no station reaches within the rule's minutes, off-road legs included. */
  readonly settlementsBeyondTime: number;
  /** Farther than the snap limit from any road. */
  readonly settlementsOffRoad: number;
  readonly stationsOffRoad: number;
  readonly cells: number;
  /** Cells that some station reaches within the rule's minutes, off-road legs included. */
  readonly cellsInTime: number;
}

/** @param rule the one that the catchments were computed by */
export function catchmentSummary(county: CountyCatchments, rule: ResponseRule): CatchmentSummary {
  const { settlements, stations } = county.places;
  const indexes = settlements.map((_, i) => i);
  const inTime = ({ station, ds, n }: NearestStations, i: number) =>
    station[i * n] !== NO_STATION && (ds[i * n] ?? 0) < rule.limitDs;
  return {
    stations: stations.length,
    settlements: settlements.length,
    settlementsWithinRule: indexes.filter((i) => stationsServing(county, i) > 0).length,
    settlementsBeyondTime: indexes.filter((i) => !inTime(county.settlements, i)).length,
    settlementsOffRoad: indexes.filter((i) => county.snapMetres.settlements[i] === Infinity).length,
    stationsOffRoad: stations.filter((_, s) => county.snapMetres.stations[s] === Infinity).length,
    cells: county.shares.cells.length,
    cellsInTime: county.shares.cells.filter((_, i) => inTime(county.cells, i)).length,
  };
}

function stationsServing(county: CountyCatchments, settlement: number): number {
  const { stations, settlements } = county.places;
  return stations.filter((_, s) => county.status[s * settlements.length + settlement] !== STATUS_FAIL).length;
}

function catchmentValues({ places, status, withheld }: CountyCatchments, station: number): TableValue[] {
  const { settlements } = places;
  const statusOf = (i: number) => status[station * settlements.length + i];
  const within = [...settlements.keys()].filter((i) => statusOf(i) !== STATUS_FAIL);
  const shown = within.filter((i) => !withheld.settlements[i]);
  const known = shown.flatMap((i) => settlements[i]?.households ?? []);
  return [
    within.length,
    within.filter((i) => statusOf(i) === STATUS_MARGINAL).length,
    known.length === 0 ? undefined : known.reduce((sum, households) => sum + households, 0),
    shown.length - known.length,
    within.length - shown.length,
  ];
}

function figureValues({ households, population, sampleTooSmall }: ShownFigures): TableValue[] {
  return [households, population, sampleTooSmall];
}

function nearestValues({ places }: CountyCatchments, nearest: NearestStations, i: number): TableValue[] {
  const at = (k: number) => i * nearest.n + k;
  const name = (k: number) => places.stations[nearest.station[at(k)] ?? NO_STATION]?.name;
  const minutes = (k: number) => (name(k) === undefined ? undefined : rounded((nearest.ds[at(k)] ?? 0) / 600, 2));
  const kilometres = name(0) === undefined ? undefined : rounded((nearest.dm[at(0)] ?? 0) / 10_000, 3);
  return [name(0), minutes(0), kilometres, name(1), minutes(1)];
}

function roadValues(metres: number | undefined): TableValue[] {
  if (metres === undefined || metres === Infinity) return [undefined, undefined];
  return [rounded(metres, 1), metres > CONNECTOR_METRES];
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
