import { type Catchments, computeCatchments, type PlacedPoints, STATUS_FAIL } from '../../catchment/catchments.ts';
import { type Placements, snapPoints } from '../../roads/snap.ts';
import type { TwoLimitRule } from '../../travel/two-limit-rule.ts';
import type { LonLat, Metres } from '../../units.ts';
import type { LiveAnswer, LiveClose, LivePlace, LiveResult, LiveScene } from './live-calls.ts';
import { countStatus, groupedStatus, mendBest, requireSoundGroups, type StatusRow } from './served-settlements.ts';
import { SoonestOwners } from './soonest-owners.ts';

/**
 * A county whose stations are being moved: settlements and cells are joined to the road once, and a
 * change costs one tree, that of the station it is about. What is kept of the other stations are their
 * costs and verdicts, so the answer is what `computeCatchments` gives for all of them anew.
 */
export class LiveSession {
  private readonly rule: TwoLimitRule;
  private readonly scene: LiveScene;
  private readonly settlements: PlacedPoints;
  private readonly cells: Placements;
  /** No points at all. */
  private readonly nowhere: Placements;
  private readonly settlementOwners: SoonestOwners;
  private readonly cellOwners: SoonestOwners;
  private readonly rows: StatusRow[] = [];
  /** Of all open stations, by settlement. */
  private readonly best: Uint8Array;
  private readonly stationMetres: Metres[] = [];
  /** Of the last call taken in, by station. */
  private readonly generations: number[] = [];

  /**
   * @param rule a decider for the open network; it may serve other calls between those of the session
   * @throws Error for a coordinate that is not finite, or groups that do not fit
   */
  constructor(rule: TwoLimitRule, scene: LiveScene) {
    const { stations, settlements, cellCentres, groups, snap } = scene;
    if (groups) requireSoundGroups(groups, stations.length, settlements.length);
    this.rule = rule;
    this.scene = scene;
    this.settlements = { coords: settlements, placements: snapPoints(rule.network, settlements, snap) };
    this.cells = snapPoints(rule.network, cellCentres, snap);
    this.nowhere = snapPoints(rule.network, []);
    this.settlementOwners = new SoonestOwners(settlements.length);
    this.cellOwners = new SoonestOwners(cellCentres.length);
    this.best = new Uint8Array(settlements.length).fill(STATUS_FAIL);
    stations.forEach((coord, station) => {
      this.put(station, coord);
    });
  }

  /** @throws Error for a station that is not there, a coordinate that is not finite, a generation that is no whole number */
  place({ station, coord, generation }: LivePlace): LiveAnswer {
    if (this.isStale(station, generation, this.rows.length)) return { generation, result: undefined };
    this.put(station, coord);
    this.generations[station] = generation;
    return { generation, result: this.result() };
  }

  /** @throws Error for a station that is not there, or a generation that is no whole number */
  close({ station, generation }: LiveClose): LiveAnswer {
    if (this.isStale(station, generation, this.rows.length - 1)) return { generation, result: undefined };
    this.setRow(station, undefined);
    this.stationMetres[station] = Number.NaN;
    this.settlementOwners.replace(station, undefined);
    this.cellOwners.replace(station, undefined);
    this.generations[station] = generation;
    return { generation, result: this.result() };
  }

  /** The county as it stands, in arrays of the caller's own. */
  result(): LiveResult {
    const { rows, settlementOwners, scene, best } = this;
    const status = scene.groups ? groupedStatus(rows, scene.groups, settlementOwners) : best.slice();
    return {
      settlements: settlementOwners.copy(),
      cells: this.cellOwners.copy(),
      status,
      counts: countStatus(status),
      stationMetres: Float64Array.from(this.stationMetres),
    };
  }

  private put(station: number, coord: LonLat): void {
    const { rule, scene } = this;
    const placements = snapPoints(rule.network, [coord], scene.snap);
    const found = this.compute({ coords: [coord], placements });
    this.setRow(station, found.status);
    this.stationMetres[station] = placements.metres[0]!;
    this.settlementOwners.replace(station, found.settlements);
    this.cellOwners.replace(station, found.cells);
  }

  /** Catchments of one station alone: its lists of one entry are its own costs. */
  private compute(station: PlacedPoints): Catchments {
    const { rule: decider, scene, settlements, cells } = this;
    const { rule, cellRule } = scene;
    if (!cellRule) return computeCatchments(decider, station, settlements, cells, { rule, nearest: 1 });
    const found = computeCatchments(decider, station, settlements, this.nowhere, { rule, nearest: 1 });
    const nobody: PlacedPoints = { coords: [], placements: this.nowhere };
    const atCells = computeCatchments(decider, station, nobody, cells, { rule: cellRule, nearest: 1 });
    return { ...found, cells: atCells.cells };
  }

  private setRow(station: number, row: StatusRow): void {
    const before = this.rows[station];
    this.rows[station] = row;
    mendBest(this.best, this.rows, before, row);
  }

  private isStale(station: number, generation: number, last: number): boolean {
    if (!Number.isInteger(station) || station < 0 || station > last) {
      throw new Error(`Station ${station} of ${this.rows.length} stations.`);
    }
    if (!Number.isInteger(generation)) throw new Error(`Generation ${generation} is no whole number.`);
    return generation <= (this.generations[station] ?? 0);
  }
}
