import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../scripts/cli/nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['matrix', 'matrix'],
    ['matrx', 'matrix'],
    ['mtarix', 'matrix'],
    ['rouet', 'route'],
    ['nettwork', 'network'],
    ['isocrhone', 'isochrone'],
    ['xyz', undefined],
    ['', undefined],
  ])('takes %j for %j', (typed, meant) => {
    expect(nearestName(typed, ['network', 'matrix', 'route', 'isochrone'])).toBe(meant);
  });

  it('counts two neighbours swapped as one mistake', () => {
    expect(nearestName('ab', ['xba', 'ba'])).toBe('ba');
  });

  it('prefers the first of names equally near', () => {
    expect(nearestName('cat', ['bat', 'hat'])).toBe('bat');
  });
});
