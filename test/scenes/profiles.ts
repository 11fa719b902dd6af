import type { SpeedProfile } from '../../geodata/roads/profile.ts';
import { car } from '../../geodata/roads/profiles/car.ts';

/** The car profile without the cost of turns (u-turns included), so that times are distances by speed. */
export const carWithoutTurnCosts: SpeedProfile = {
  ...car,
  id: 'car-without-turn-costs',
  turns: { turnSeconds: 0, bias: 1, uTurnSeconds: 0 },
};

/** Every road at 36 km/h, that is a decisecond a metre, both ways unless `oneway=yes`; no turn costs. */
export const metreADecisecond: SpeedProfile = {
  ...carWithoutTurnCosts,
  id: 'metre-a-decisecond',
  way: (tags) => {
    const travel = car.way(tags);
    return (
      travel && {
        ...travel,
        forward: travel.forward && { kmh: 36 },
        backward: travel.backward && { kmh: 36 },
      }
    );
  },
};
