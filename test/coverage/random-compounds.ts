import type { Compound, CompoundState } from '../../geodata/records/county-records.ts';

const STATES: readonly CompoundState[] = ['none', 'under-construction', 'built', 'accepted'];

/** A compound of nothing but its id, to spread others over. */
export function compoundOf(id: string, given: Partial<Compound> = {}): Compound {
  return {
    id,
    name: id,
    unitCode: '',
    kind: 'other',
    due: true,
    state: 'accepted',
    networked: false,
    ...given,
  };
}

/** A compound whose state, households and devices are drawn; a fifth of each figure is not reported. */
export function randomCompound(random: () => number, id: string, given: Partial<Compound> = {}): Compound {
  const known = (most: number): number | undefined => (random() < 0.2 ? undefined : Math.floor((most + 1) * random()));
  const [households, devices] = [known(900), known(40)];
  const onlineDevices = devices === undefined ? undefined : known(devices);
  return compoundOf(id, {
    due: random() < 0.8,
    state: STATES[Math.floor(4 * random())] as CompoundState,
    networked: random() < 0.5,
    ...(households === undefined ? {} : { households }),
    ...(devices === undefined ? {} : { devices }),
    ...(onlineDevices === undefined ? {} : { onlineDevices }),
    ...given,
  });
}
