import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { STATUS_FAIL } from '../../geodata/catchment/catchments.ts';
import { drivingTimesOf } from '../../geodata/catchment/own-station.ts';
import { isConnected, NO_OWNER, type StationAdjacency, stationAdjacency } from '../../geodata/grouping/adjacency.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { centreOfStations, type Evaluation, evaluateGroups } from '../../geodata/grouping/evaluate.ts';
import { explainSettlement } from '../../geodata/grouping/explain.ts';
import { type FeasibilityMatrix, feasibilityMatrix, stationPairs } from '../../geodata/grouping/feasibility.ts';
import { type Proposal, proposeGroups } from '../../geodata/grouping/propose.ts';
import { weigh } from '../../geodata/grouping/weights.ts';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { cellCentre } from '../../geodata/hexgrid/cells.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat } from '../../geodata/units.ts';
import { explainReport } from '../../server/reports/explain-report.ts';
import { groupsReport } from '../../server/reports/groups-report.ts';
import { groupsTable, settlementsTable } from '../../server/reports/groups-tables.ts';
import { tableFileText } from '../../server/reports/table-file.ts';
import { realData } from '../real-data.ts';
import { openChangfeng, type RealCounty } from './changfeng.ts';

const folder = realData('changfeng');

describe.skipIf(!folder)('cooperation groups of a real county', () => {
  let county: RealCounty;
  let adjacency: StationAdjacency;
  let matrix: FeasibilityMatrix;
  let proposal: Proposal;
  let evaluation: Evaluation;

  beforeAll(async () => {
    county = await openChangfeng(folder ?? '');
    adjacency = bordersOf(county, `${folder}/county.geojson`);
    matrix = feasibilityMatrix(county.rule, county, DEFAULT_COUNTING);
    const { stations, settlements, ownStation } = county;
    const pairs = stationPairs(matrix, settlements, ownStation, weigh(settlements).of, DEFAULT_COUNTING);
    proposal = proposeGroups({ stations, pairs, adjacency });
    evaluation = evaluateGroups({ ...county, groups: proposal.groups, counting: DEFAULT_COUNTING, adjacency });
  });

  it('proposes groups that all pass when they are evaluated', () => {
    expect(evaluation.groups.length).toBeGreaterThan(0);
    for (const group of evaluation.groups) {
      expect(group.status).not.toBe('fail');
      expect(group.connected).toBe(true);
      expect(group.overLimit).toEqual([]);
      expect(group.tally.withinCount).toBe(group.tally.count);
    }
  });

  it('counts every settlement and every station exactly once', () => {
    const units = [...evaluation.groups, ...evaluation.standAlone];
    const settlements = units.flatMap(({ responses }) => responses.map(({ settlement }) => settlement));
    expect(settlements.sort((a, b) => a - b)).toEqual([...county.settlements.keys()]);
    const stations = units.flatMap(({ centre, members }) => [centre, ...members.map(({ station }) => station)]);
    expect(stations.sort((a, b) => a - b)).toEqual([...county.stations.keys()]);
    expect(evaluation.totals.county.count).toBe(county.settlements.length);
  });

  it('finds the same in the matrix of feasibility as in the evaluation', () => {
    for (const { centre, responses } of [...evaluation.groups, ...evaluation.standAlone]) {
      for (const { settlement, support } of responses) {
        const at = centre * county.settlements.length + settlement;
        expect(matrix.status[at] === STATUS_FAIL).toBe(support.status === 'fail');
        expect(matrix.ds[at]).toBe(support.fastest?.ds);
      }
    }
  });

  it('keeps the greatest time at or above the 95th percentile, and the radius below the greatest length', () => {
    for (const group of [...evaluation.groups, ...evaluation.standAlone]) {
      expect(group.p95Ds).toBeLessThanOrEqual(group.farthestByTime!.cost.ds);
      expect(group.farthestByTime!.cost.dm).toBeLessThanOrEqual(group.farthestByLength!.cost.dm);
      expect(group.straightRadiusMetres! * 10).toBeLessThanOrEqual(group.farthestByLength!.cost.dm);
    }
  });

  it('gives every settlement of a rule with more time at least the result it had', () => {
    const counting = {
      ...DEFAULT_COUNTING,
      limitDs: DEFAULT_COUNTING.limitDs * 2,
      limitDm: DEFAULT_COUNTING.limitDm * 2,
    };
    const wider = evaluateGroups({ ...county, groups: proposal.groups, counting });
    expect(wider.totals.county.withinCount).toBeGreaterThanOrEqual(evaluation.totals.county.withinCount);
  });

  it('borders join every station to some other, and the whole county hangs together', () => {
    expect(isConnected(adjacency, [...county.stations.keys()])).toBe(true);
  });

  it('explains settlements with the very figures of the evaluation', () => {
    const centreOf = centreOfStations(proposal.groups, county.stations);
    for (const { centre, responses } of [...evaluation.groups, ...evaluation.standAlone]) {
      const { settlement, support, firstResponse } = responses[0]!;
      const explained = explainSettlement({ ...county, centreOf, counting: DEFAULT_COUNTING, settlement });
      const decisive = explained.centre ?? explained.own;
      expect(decisive.station.id).toBe(county.stations[centre]!.id);
      expect(decisive.verdict).toEqual(support);
      expect(explained.own.fastest?.cost).toEqual(firstResponse.fastest);
      const responder = explained.nearest.find(({ station }) => station.id === decisive.station.id);
      if (responder) expect(responder.cost.ds).toBe(support.fastest?.ds);
      for (const language of ['zh', 'en'] as const) {
        expect(explainReport(explained, false, language)).toContain(county.settlements[settlement]!.name);
      }
    }
  });

  it('prints a report and tables that name every station and settlement, and never speaks of merging', () => {
    for (const language of ['zh', 'en'] as const) {
      const report = groupsReport(evaluation, language, proposal);
      const flat = report.replace(/\s/g, '');
      for (const { centre } of [...evaluation.groups, ...evaluation.standAlone]) {
        expect(flat).toContain(county.stations[centre]!.name);
      }
      expect(report).not.toMatch(/撤并|合并|merge/i);
      expect(report).not.toMatch(/undefined|NaN|Infinity/);
      const csv = tableFileText('csv', settlementsTable(evaluation, language), language);
      for (const { id } of county.settlements) expect(csv).toContain(id);
      expect(groupsTable(evaluation, language).rows).toHaveLength(
        evaluation.groups.length + evaluation.standAlone.length,
      );
    }
  });
});

/** Neighbours by the quickest station of every hexagon of the county. */
function bordersOf({ rule, stations, stationPlacements }: RealCounty, countyFile: string): StationAdjacency {
  const { features } = JSON.parse(readFileSync(countyFile, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  const area = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  const cells = cellsOfArea(area as unknown as LonLat[][][], 8);
  const placements = snapPoints(rule.network, cells.map(cellCentre));
  const times = drivingTimesOf(rule.network, stationPlacements, placements);
  const owners = cells.map((_, cell) => {
    const reached = [...stations.keys()].filter((station) => times(station, cell) !== undefined);
    reached.sort((a, b) => times(a, cell)! - times(b, cell)! || a - b);
    return reached[0] ?? NO_OWNER;
  });
  return stationAdjacency(cells, owners, stations.length);
}
