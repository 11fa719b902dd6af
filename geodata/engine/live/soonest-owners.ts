import { emptyNearest, type NearestStations, NO_STATION, offerStation } from '../../catchment/nearest-stations.ts';
import { UNREACHED } from '../../travel/route-cost.ts';

/**
 * The soonest station of each of a set of points, kept up to date as single stations change: costs to
 * all points stand in a column a station, so that a change looks at other columns only where the
 * changed station was the soonest. The order of stations is that of `offerStation`.
 */
export class SoonestOwners {
  /** Of each station that reaches anything: its costs, as lists of one entry. */
  private readonly columns: (NearestStations | undefined)[] = [];
  private readonly soonest: NearestStations;
  readonly points: number;

  constructor(points: number) {
    this.points = points;
    this.soonest = emptyNearest(points, 1);
  }

  /** @param column lists of one entry, `NO_STATION` where the station does not reach; undefined for a closed station */
  replace(station: number, column: NearestStations | undefined): void {
    const { soonest } = this;
    this.columns[station] = column;
    for (let point = 0; point < soonest.station.length; point++) {
      if (soonest.station[point] === station) this.choose(point);
      else if (column) offerFrom(column, soonest, point, station);
    }
  }

  /** A copy, for whoever it is handed to. */
  copy(): NearestStations {
    const { station, ds, dm } = this.soonest;
    return { n: 1, station: station.slice(), ds: ds.slice(), dm: dm.slice() };
  }

  /** Index of a point's soonest station, or `NO_STATION`. */
  ownerOf(point: number): number {
    return this.soonest.station[point] ?? NO_STATION;
  }

  private choose(point: number): void {
    const { columns, soonest } = this;
    soonest.station[point] = NO_STATION;
    soonest.ds[point] = UNREACHED;
    soonest.dm[point] = UNREACHED;
    for (let station = 0; station < columns.length; station++) {
      const column = columns[station];
      if (column) offerFrom(column, soonest, point, station);
    }
  }
}

function offerFrom(column: NearestStations, soonest: NearestStations, point: number, station: number): void {
  if (column.station[point] === NO_STATION) return;
  offerStation(soonest, point, station, column.ds[point]!, column.dm[point]!);
}
