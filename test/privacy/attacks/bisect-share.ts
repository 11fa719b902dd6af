import { straightMetres } from '../../../geodata/catchment/catchments.ts';
import type { LonLat } from '../../../geodata/units.ts';
import type { Outsider } from '../outsider.ts';
import { ATTACKED_STATIONS, attackedVersion } from '../secret-county.ts';
import { type KnownSum, solveSums } from '../solve-sums.ts';
import type { Attack } from './attack.ts';
import { knownFigures } from './known-figures.ts';
import { recoveries, unknownOf } from './unknowns.ts';

const VERSION = 'first';
const EXIT = 'POST /api/counties/{code}/groups/evaluation';
const STEPS = 34;

/**
 * Whether a station reaches a share of its people is a verdict, and the share is the asker's to choose: halving it
 * tells the very rate, and the rate the people that are no part of the tallies. Radii in a straight line choose who
 * is reached.
 */
export const bisectShare: Attack = async (outsider) => {
  const known = new Map(
    knownFigures(outsider.payloads.filter(({ version }) => version === VERSION)).flatMap(({ figure, id, value }) =>
      figure === 'population' ? [[id, value] as const] : [],
    ),
  );
  const sums: KnownSum[] = [];
  for (const { id, coord } of ATTACKED_STATIONS) sums.push(...(await peopleOf(outsider, id, coord, known)));
  return recoveries(solveSums(sums), 'a halved share');
};

interface Near {
  readonly id: string;
  readonly metres: number;
}

/** Sums of people that no list shows: of all of a station, then of those within each radius that reaches some. */
async function peopleOf(outsider: Outsider, station: string, coord: LonLat, known: ReadonlyMap<string, number>) {
  const own = attackedVersion(VERSION)
    .settlements.filter(({ stationId }) => stationId === station)
    .map((one): Near => ({ id: one.id, metres: straightMetres(coord, one.coord) }))
    .sort((a, b) => a.metres - b.metres);
  const shownOf = (ones: readonly Near[]) => ones.reduce((sum, { id }) => sum + (known.get(id) ?? 0), 0);
  const hiddenOf = (ones: readonly Near[]) => ones.filter(({ id }) => !known.has(id));
  const sums: KnownSum[] = [];
  let all: number | undefined;
  for (let reached = 1; reached < own.length; reached++) {
    const [within, beyond] = [own.slice(0, reached), own[reached]];
    const inside = hiddenOf(within);
    if (shownOf(within) === 0 || (inside.length > 0 && all === undefined)) continue;
    const rate = await rateOf(outsider, station, ((within[reached - 1]?.metres ?? 0) + (beyond?.metres ?? 0)) / 2000);
    all ??= Math.round(shownOf(within) / rate - shownOf(own));
    sums.push({ parts: unknownsOf(hiddenOf(own)), total: all });
    sums.push({ parts: unknownsOf(inside), total: Math.round(rate * (shownOf(own) + all) - shownOf(within)) });
  }
  return sums.filter(({ parts }) => parts.size > 0);
}

function unknownsOf(ones: readonly Near[]): Map<string, number> {
  return new Map(ones.map(({ id }) => [unknownOf('settlement', 'population', id, VERSION), 1]));
}

/** The share of its people that a station reaches, as finely as halving tells it. */
async function rateOf(outsider: Outsider, station: string, kilometres: number): Promise<number> {
  let [low, high] = [0, 100];
  for (let step = 0; step < STEPS; step++) {
    const share = (low + high) / 2;
    const rule = { scope: 'share', share, metric: 'straight', combine: 'distance', maxKilometres: kilometres };
    const { text } = await outsider.send(EXIT, VERSION, { path: '/groups/evaluation', body: { groups: [], rule } });
    const { standAlone } = JSON.parse(text) as { standAlone: readonly { id: string; status: string }[] };
    if (standAlone.find(({ id }) => id === station)?.status === 'fail') high = share;
    else low = share;
  }
  return (low + high) / 200;
}
