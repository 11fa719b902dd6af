import type { LiveScene } from '../../geodata/engine/live/live-calls.ts';
import { LiveSession } from '../../geodata/engine/live/live-session.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { Figure } from './figure.ts';

const MOVES = 300;
const WARM_UPS = 60;
/** How far one move of a drag goes in each direction, degrees: some 20 pixels of a county on a screen. */
const STEP_DEGREES = 0.004;

/** Dragging stations about, one after another: each move a step on from the last, answered in full. */
export function liveFigures(name: string, network: RoadNetwork, scene: LiveScene): Figure[] {
  const session = new LiveSession(new TwoLimitRule(network), scene);
  const times: number[] = [];
  let passing = 0;
  for (let move = -WARM_UPS; move < MOVES; move++) {
    const generation = move + WARM_UPS + 1;
    const station = Math.floor(generation / 30) % scene.stations.length;
    const coord = dragged(scene.stations[station] ?? [0, 0], generation % 30);
    const startedAt = performance.now();
    const { result } = session.place({ station, coord, generation });
    if (move >= 0) times.push(performance.now() - startedAt);
    passing += result?.counts.pass ?? 0;
  }
  times.sort((a, b) => a - b);
  const ms = (value: number | undefined) => `${value?.toFixed(2)} ms`;
  const size = `${scene.stations.length} stations, ${scene.settlements.length} settlements, ${scene.cellCentres.length} cells`;
  return [
    {
      name: `${name}: a live move with its whole answer, ${size}`,
      value: `median ${ms(times[MOVES >> 1])}, worst ${ms(times[MOVES - 1])} of ${MOVES} moves (${Math.round(passing / (MOVES + WARM_UPS))} settlements pass on average)`,
      bound: 'median 16 ms, worst 50 ms',
    },
  ];
}

/** A way out and back along a slanted line. */
function dragged([lon, lat]: LonLat, step: number): LonLat {
  const steps = step < 15 ? step : 30 - step;
  return [lon + steps * STEP_DEGREES, lat + steps * STEP_DEGREES * 0.6];
}
