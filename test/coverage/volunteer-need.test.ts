import { describe, expect, it } from 'vitest';
import { ruralNeed, unitSetting, volunteerBand, volunteerNeed } from '../../geodata/coverage/volunteer-need.ts';
import type { VillageUnit } from '../../geodata/records/county-records.ts';

function village(given: Partial<VillageUnit>): VillageUnit {
  return { code: '340121100201', name: '', kind: 'village', ...given };
}

describe('ruralNeed', () => {
  it.each([
    [9, 1, 1],
    [15, 1, 2],
    [20, 1, 2],
    [21, 2, 3],
    [45, 3, 5],
    [100, 5, 10],
    [320, 16, 32],
  ])('asks %i households for %i to %i posts', (households, least, most) => {
    expect(ruralNeed(households)).toEqual({ least, most });
  });

  it('asks for nothing where there is no household', () => {
    expect(ruralNeed(0)).toBeUndefined();
  });

  it('is the smallest count that leaves no post more than twenty, and ten, households', () => {
    for (let households = 1; households <= 2000; households++) {
      const { least, most } = ruralNeed(households) as { least: number; most: number };
      expect(20 * least >= households && 20 * (least - 1) < households).toBe(true);
      expect(10 * most >= households && 10 * (most - 1) < households).toBe(true);
    }
  });

  it('refuses what is no count of households', () => {
    for (const households of [-1, 1.5, Number.NaN]) expect(() => ruralNeed(households)).toThrow('whole number');
  });
});

describe('volunteerBand', () => {
  it.each([
    ['short of the least', 45, 2, 'short'],
    ['the least itself', 45, 3, 'meets'],
    ['the most itself', 45, 5, 'meets'],
    ['one beyond the most', 45, 6, 'over'],
    ['one post of a small village', 9, 1, 'meets'],
    ['two posts of a small village', 9, 2, 'over'],
    ['no post at all', 9, 0, 'short'],
    ['no household', 0, 3, 'not-applicable'],
  ] as const)('puts a rural unit with %s in its band', (_, households, volunteers, band) => {
    expect(volunteerBand(village({ households, volunteers }))).toBe(band);
  });

  it('does not know a rural unit that reports no households or no posts', () => {
    expect(volunteerBand(village({ households: 45 }))).toBe('unknown');
    expect(volunteerBand(village({ volunteers: 2 }))).toBe('unknown');
  });

  it.each([
    ['every building covered', 12, 12, 'meets'],
    ['one building uncovered', 12, 11, 'short'],
    ['no building', 0, 0, 'not-applicable'],
    ['no report of covered buildings', 12, undefined, 'unknown'],
    ['no report of buildings', undefined, 4, 'unknown'],
  ] as const)('puts an urban unit with %s in its band', (_, buildings, coveredBuildings, band) => {
    const unit = village({
      urbanRuralCode: '111',
      households: 400,
      volunteers: 99,
      ...(buildings === undefined ? {} : { buildings }),
      ...(coveredBuildings === undefined ? {} : { coveredBuildings }),
    });
    expect(volunteerBand(unit)).toBe(band);
  });

  it.each([
    ['village', '111', 'urban', 'rural'],
    ['village', '121', 'urban', 'rural'],
    ['village', '220', 'rural', 'rural'],
    ['community', '123', 'urban', 'urban'],
    ['community', '210', 'rural', 'urban'],
    ['community', undefined, 'urban', 'urban'],
    ['village', undefined, 'rural', 'rural'],
  ] as const)('reads a %s of code %s as %s, and by its kind as %s', (kind, urbanRuralCode, byCode, byKind) => {
    const unit = urbanRuralCode === undefined ? { kind } : { kind, urbanRuralCode };
    expect(unitSetting(unit)).toBe(byCode);
    expect(unitSetting(unit, 'unit-kind')).toBe(byKind);
  });

  it('counts what is missing and what is beyond', () => {
    expect(volunteerNeed(village({ households: 45, volunteers: 1 }))).toMatchObject({ shortfall: 2, surplus: 0 });
    expect(volunteerNeed(village({ households: 45, volunteers: 9 }))).toMatchObject({ shortfall: 0, surplus: 4 });
    const urban = village({ kind: 'community', buildings: 12, coveredBuildings: 7 });
    expect(volunteerNeed(urban)).toMatchObject({ setting: 'urban', shortfall: 5, surplus: undefined });
  });
});
