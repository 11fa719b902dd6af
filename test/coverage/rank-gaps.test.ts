import { describe, expect, it } from 'vitest';
import { GAP_KINDS, type Gap } from '../../geodata/coverage/gap.ts';
import { DEFAULT_GAP_WEIGHTS, type GapWeights, weightFamily } from '../../geodata/coverage/gap-weights.ts';
import { findGaps, type GapInput, gapsWithin, rankedBy, rankGaps } from '../../geodata/coverage/rank-gaps.ts';
import { rankStability } from '../../geodata/coverage/rank-stability.ts';
import type { ResponsePlace } from '../../geodata/coverage/response-gaps.ts';
import type { VillageUnit } from '../../geodata/records/county-records.ts';
import { mulberry32 } from '../oracles/random.ts';
import { closed, LIMITS, randomGapInput } from './gap-county.ts';
import { compoundOf } from './random-compounds.ts';

const NOTHING: GapInput = { responses: [], limits: LIMITS, stations: [], strengths: [], units: [], compounds: [] };

function place(id: string): ResponsePlace['place'] {
  return { kind: 'settlement', id, name: id };
}

function village(given: Partial<VillageUnit>): VillageUnit {
  return { code: 'U', name: 'unit', kind: 'village', auxiliaries: 1, households: 60, volunteers: 3, ...given };
}

function scaled({ kinds, severity, households }: GapWeights, factor: number): GapWeights {
  const entries = GAP_KINDS.map((kind) => [kind, kinds[kind] * factor]);
  return {
    kinds: Object.fromEntries(entries) as GapWeights['kinds'],
    severity: severity * factor,
    households: households * factor,
  };
}

function shuffled<T>(random: () => number, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

describe('rankGaps', () => {
  it('closes a gap by what it says is missing, and raises no other by that', () => {
    const random = mulberry32(70);
    const kinds = new Set<string>();
    for (let round = 0; round < 25; round++) {
      const input = randomGapInput(random);
      const { gaps, unjudged } = rankGaps(input);
      for (const gap of gaps) {
        if (gap.kind === 'response' && gap.shortages.some(({ toClose }) => toClose === undefined)) continue;
        kinds.add(gap.kind);
        const after = rankGaps(closed(input, gap));
        expect(after.gaps.map(({ id }) => id).sort()).toEqual(
          gaps.flatMap(({ id }) => (id === gap.id ? [] : id)).sort(),
        );
        for (const { id, score } of after.gaps) {
          expect(score).toBeLessThanOrEqual(gaps.find((other) => other.id === id)?.score ?? -1);
        }
        expect(after.unjudged).toEqual(unjudged);
      }
    }
    expect([...kinds].sort()).toEqual([...GAP_KINDS].sort());
  });

  it('asks for not one step more than is missing', () => {
    const random = mulberry32(71);
    for (let round = 0; round < 10; round++) {
      const input = randomGapInput(random);
      for (const gap of findGaps(input).gaps) {
        if (!['officers', 'auxiliaries', 'volunteers'].includes(gap.kind)) continue;
        const shortages = gap.shortages.map((shortage) => ({ ...shortage, toClose: (shortage.toClose ?? 0) - 1 }));
        const after = findGaps(closed(input, { ...gap, shortages })).gaps;
        expect(after.map(({ id }) => id)).toContain(gap.id);
      }
    }
  });

  it('gives the same list whatever the order of its input', () => {
    const random = mulberry32(72);
    for (let round = 0; round < 20; round++) {
      const input = randomGapInput(random);
      const again: GapInput = {
        ...input,
        responses: shuffled(random, input.responses),
        stations: shuffled(random, input.stations),
        strengths: shuffled(random, input.strengths),
        units: shuffled(random, input.units),
        compounds: shuffled(random, input.compounds),
      };
      expect(rankGaps(again).gaps).toEqual(rankGaps(input).gaps);
    }
  });

  it('gives every gap a rank of its own, its score the sum of its parts, never rising down the list', () => {
    const { gaps } = rankGaps(randomGapInput(mulberry32(73)));
    expect(gaps.map(({ rank }) => rank)).toEqual(gaps.map((_, index) => index + 1));
    expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
    gaps.forEach(({ parts, score }, index) => {
      expect(parts.kind + parts.severity + parts.households).toBe(score);
      expect(score).toBeLessThanOrEqual(gaps[index - 1]?.score ?? score);
    });
  });

  it('ranks alike under weights of the same proportions', () => {
    const random = mulberry32(74);
    const { gaps } = findGaps(randomGapInput(random));
    const ranks = rankedBy(gaps, DEFAULT_GAP_WEIGHTS).map(({ id }) => id);
    for (const factor of [2, 3, 7, 1000]) {
      expect(rankedBy(gaps, scaled(DEFAULT_GAP_WEIGHTS, factor)).map(({ id }) => id)).toEqual(ranks);
    }
  });

  it('puts the gap of more households, and the worse one, first when all else is the same', () => {
    const late = (id: string, seconds: number, households: number): ResponsePlace => ({
      place: place(id),
      seconds,
      metres: 20_000,
      passes: false,
      households,
    });
    const { gaps } = rankGaps({
      ...NOTHING,
      responses: [late('few', 2400, 40), late('worse', 3000, 400), late('many', 2400, 400), late('same', 2400, 40)],
    });
    expect(gaps.map((gap) => gap.place.id)).toEqual(['worse', 'many', 'few', 'same']);
  });

  it('ranks a gap of unknown households as one of none, and says so', () => {
    const { gaps } = rankGaps({ ...NOTHING, responses: [{ place: place('a'), passes: false }] });
    expect(gaps[0]).toMatchObject({
      touches: { households: undefined, population: undefined, isLowerBound: true },
      severity: 1000,
      parts: { households: 0 },
    });
  });

  it('refuses weights that are not whole', () => {
    for (const severity of [-1, 0.5, Number.NaN]) {
      expect(() => rankGaps(NOTHING, { ...DEFAULT_GAP_WEIGHTS, severity })).toThrow('severity');
    }
  });

  it('filters by township and kind and keeps the ranks of the whole list', () => {
    const { gaps } = rankGaps(randomGapInput(mulberry32(75)));
    const east = gapsWithin(gaps, { townships: ['east'], kinds: ['response', 'video-equip'] });
    expect(east.length).toBeGreaterThan(0);
    expect(east).toEqual(
      gaps.filter((gap) => gap.place.township === 'east' && ['response', 'video-equip'].includes(gap.kind)),
    );
    expect(gapsWithin(gaps, {})).toEqual(gaps);
  });
});

describe('findGaps', () => {
  it.each([
    [1800, 20_000, 'seconds', 1, 'minutes'],
    [1859, 20_000, 'seconds', 1, 'minutes'],
    [1860, 20_000, 'seconds', 2, 'minutes'],
    [1200, 30_001, 'metres', 1, 'kilometres'],
    [1200, 32_000, 'metres', 2, 'kilometres'],
  ])('asks of a route of %i s and %i m for the %s over the limit', (seconds, metres, unit, toClose, closedBy) => {
    const { gaps } = findGaps({ ...NOTHING, responses: [{ place: place('a'), seconds, metres, passes: false }] });
    expect(gaps[0]?.shortages).toMatchObject([{ unit, toClose, closedBy }]);
  });

  it('has no number of minutes for a place without a route, or that fails on no single figure', () => {
    const responses = [
      { place: place('a'), passes: false },
      { place: place('b'), seconds: 1700, metres: 29_000, passes: false },
    ];
    for (const { shortages } of findGaps({ ...NOTHING, responses }).gaps) {
      expect(shortages).toMatchObject([{ toClose: undefined, closedBy: 'minutes' }]);
    }
  });

  it('lists what it cannot judge', () => {
    const { gaps, unjudged } = findGaps({
      ...NOTHING,
      responses: [{ place: place('off road'), passes: undefined }],
      stations: [{ id: 'S', name: 'S', coord: [117, 32] }],
      units: [{ code: 'U', name: 'U', kind: 'village' }],
    });
    expect(gaps).toEqual([]);
    expect(unjudged.map(({ kind, place: { id } }) => `${kind} ${id}`)).toEqual([
      'response off road',
      'officers S',
      'volunteers U',
      'auxiliaries U',
    ]);
  });

  it('counts compounds that are due alone, and no compound in two gaps', () => {
    const compounds = [
      compoundOf('a', { unitCode: 'U', networked: true, households: 10 }),
      compoundOf('b', { unitCode: 'U', households: 20 }),
      compoundOf('c', { unitCode: 'U', state: 'built', networked: true, households: 40 }),
      compoundOf('d', { unitCode: 'U', state: 'none' }),
      compoundOf('e', { unitCode: 'U', due: false, state: 'none', households: 80 }),
    ];
    const found = findGaps({ ...NOTHING, units: [village({ code: 'U' })], compounds });
    expect(found.gaps).toMatchObject([
      {
        kind: 'video-equip',
        shortages: [{ value: 2, threshold: 4, toClose: 2 }],
        touches: { households: 40, isLowerBound: true },
      },
      {
        kind: 'video-network',
        shortages: [{ value: 1, threshold: 2, toClose: 1 }],
        touches: { households: 20, isLowerBound: false },
      },
    ]);
    const built = findGaps({ ...NOTHING, compounds, equipped: 'built' });
    expect(built.gaps.map(({ kind, shortages }) => [kind, shortages[0]?.toClose])).toEqual([
      ['video-equip', 1],
      ['video-network', 1],
    ]);
  });

  it.each([
    ['village', 0, false, 1],
    ['village', 0, true, 0],
    ['village', 1, false, 0],
    ['community', 1, true, 1],
    ['community', 2, false, 0],
  ] as const)(
    'asks a %s of %i auxiliaries (assistant: %s) for %i more',
    (kind, auxiliaries, policeAssistant, missing) => {
      const unit = village({ kind, auxiliaries, policeAssistant, buildings: 1, coveredBuildings: 1 });
      const toClose = (gaps: readonly Gap[]) => gaps.reduce((sum, gap) => sum + (gap.shortages[0]?.toClose ?? 0), 0);
      expect(toClose(findGaps({ ...NOTHING, units: [unit] }).gaps)).toBe(missing);
    },
  );
});

describe('rankStability', () => {
  it('tries the weights and every weight halved and doubled, and nothing else', () => {
    const family = weightFamily(DEFAULT_GAP_WEIGHTS);
    expect(family.length).toBe(1 + 2 * 8);
    expect(family[0]).toEqual(scaled(DEFAULT_GAP_WEIGHTS, 2));
    expect(new Set(family.map((vector) => JSON.stringify(vector))).size).toBe(17);
    const { gaps } = findGaps(randomGapInput(mulberry32(76)));
    expect(rankedBy(gaps, family[0] as GapWeights).map(({ id }) => id)).toEqual(
      rankedBy(gaps, DEFAULT_GAP_WEIGHTS).map(({ id }) => id),
    );
  });

  it('gives the range of ranks that ranking under each vector gives', () => {
    const { gaps } = findGaps(randomGapInput(mulberry32(77)));
    const lists = weightFamily(DEFAULT_GAP_WEIGHTS).map((vector) => rankedBy(gaps, vector));
    const stability = rankStability(gaps, DEFAULT_GAP_WEIGHTS, 10);
    expect(stability.map(({ id }) => id)).toEqual(gaps.map(({ id }) => id));
    for (const { id, bestRank, worstRank, inTop, vectors } of stability) {
      const ranks = lists.map((list) => 1 + list.findIndex((gap) => gap.id === id));
      expect([bestRank, worstRank]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
      expect(inTop).toBe(ranks.filter((rank) => rank <= 10).length);
      expect(vectors).toBe(17);
    }
    expect(stability.reduce((sum, { inTop }) => sum + inTop, 0)).toBe(10 * 17);
    expect(stability.some(({ bestRank, worstRank }) => bestRank < worstRank)).toBe(true);
  });

  it('refuses a top of none', () => {
    expect(() => rankStability([], DEFAULT_GAP_WEIGHTS, 0)).toThrow('0');
  });
});
