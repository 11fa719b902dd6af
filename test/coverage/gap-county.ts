import type { Gap } from '../../geodata/coverage/gap.ts';
import type { GapInput } from '../../geodata/coverage/rank-gaps.ts';
import type { Compound, StationStrength, VillageUnit } from '../../geodata/records/county-records.ts';
import { randomCompound } from './random-compounds.ts';

const TOWNSHIPS = ['east', 'west', 'south'];
export const LIMITS = { seconds: 1800, metres: 30_000 } as const;

/** A county of which a fifth of every figure is not reported, with gaps of every kind. */
export function randomGapInput(random: () => number): GapInput {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const known = <K extends string>(key: K, most: number): { [key in K]?: number } =>
    (random() < 0.2 ? {} : { [key]: Math.floor((most + 1) * random()) }) as { [key in K]?: number };
  const stations = [1, 2, 3, 4].map((number) => ({
    id: `S${number}`,
    name: `station ${number}`,
    township: pick(TOWNSHIPS),
    coord: [117 + number / 10, 32] as const,
  }));
  const units = Array.from(
    { length: 15 },
    (_, index): VillageUnit => ({
      code: `U${index}`,
      name: `unit ${index}`,
      kind: random() < 0.7 ? 'village' : 'community',
      township: pick(TOWNSHIPS),
      stationId: pick(stations).id,
      policeAssistant: random() < 0.2,
      ...known('households', 400),
      ...known('population', 1200),
      ...known('auxiliaries', 2),
      ...known('volunteers', 20),
      ...known('buildings', 12),
      ...known('coveredBuildings', 12),
    }),
  );
  return {
    limits: LIMITS,
    stations,
    units,
    strengths: stations.map(({ id }): StationStrength => ({ stationId: id, ...known('onDuty', 9) })),
    compounds: Array.from({ length: 30 }, (_, index) =>
      randomCompound(random, `C${index}`, { unitCode: pick([...units.map(({ code }) => code), 'gone']) }),
    ),
    responses: Array.from({ length: 30 }, (_, index) => {
      const place = { kind: 'settlement', id: `P${index}`, name: `place ${index}`, township: pick(TOWNSHIPS) } as const;
      const size = { ...known('households', 300), ...known('population', 900) };
      if (random() < 0.1) return { place, passes: undefined, ...size };
      if (random() < 0.1) return { place, passes: false, ...size };
      const [seconds, metres] = [Math.floor(4000 * random()) + pick([0, 0.5]), Math.floor(60_000 * random())];
      return { place, seconds, metres, passes: seconds < LIMITS.seconds && metres <= LIMITS.metres, ...size };
    }),
  };
}

/** The county after a gap is closed by what its shortages say, and nothing more. */
export function closed(input: GapInput, { kind, place, shortages }: Gap): GapInput {
  const steps = shortages[0]?.toClose ?? 0;
  const unitWith = (change: (unit: VillageUnit) => Partial<VillageUnit>): GapInput => ({
    ...input,
    units: input.units.map((unit) => (unit.code === place.id ? { ...unit, ...change(unit) } : unit)),
  });
  const compoundsWith = (change: Partial<Compound>, lacks: (compound: Compound) => boolean): GapInput => ({
    ...input,
    compounds: input.compounds.map((compound) =>
      compound.unitCode === place.id && compound.due && lacks(compound) ? { ...compound, ...change } : compound,
    ),
  });
  switch (kind) {
    case 'response':
      return {
        ...input,
        responses: input.responses.map((found) => (found.place.id === place.id ? nearer(found, shortages) : found)),
      };
    case 'officers':
      return {
        ...input,
        strengths: input.strengths.map((found) =>
          found.stationId === place.id ? { ...found, onDuty: (found.onDuty ?? 0) + steps } : found,
        ),
      };
    case 'auxiliaries':
      return unitWith(({ auxiliaries = 0 }) => ({ auxiliaries: auxiliaries + steps }));
    case 'volunteers':
      return unitWith(({ volunteers = 0, coveredBuildings = 0 }) =>
        shortages[0]?.unit === 'posts'
          ? { volunteers: volunteers + steps }
          : { coveredBuildings: coveredBuildings + steps },
      );
    case 'video-equip':
      return compoundsWith({ state: 'accepted', networked: true }, ({ state }) => state !== 'accepted');
    case 'video-network':
      return compoundsWith({ networked: true }, ({ state }) => state === 'accepted');
  }
}

type Found = GapInput['responses'][number];

function nearer(found: Found, shortages: Gap['shortages']): Found {
  const stepsOf = (unit: string): number | undefined => shortages.find((shortage) => shortage.unit === unit)?.toClose;
  const seconds = (found.seconds ?? 0) - 60 * (stepsOf('seconds') ?? 0);
  const metres = (found.metres ?? 0) - 1000 * (stepsOf('metres') ?? 0);
  return { ...found, seconds, metres, passes: seconds < LIMITS.seconds && metres <= LIMITS.metres };
}
