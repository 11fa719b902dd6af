import { expect, it } from 'vitest';
import { ROAD_CLASSES } from '../../../geodata/roads/road-class.ts';
import { roadClassesAt } from '../../../server/tiles/road-zooms.ts';

it('a deeper zoom shows every class of the one above, in order of rank, and the twelfth shows all', () => {
  for (let z = 0; z < 16; z++) {
    const shown = roadClassesAt(z);
    expect(roadClassesAt(z + 1)).toEqual(expect.arrayContaining(shown));
    expect(shown).toEqual(ROAD_CLASSES.slice(0, shown.length));
  }
  expect(roadClassesAt(12)).toEqual(ROAD_CLASSES);
});

it.each([
  [8, 'primary_link'],
  [9, 'secondary_link'],
  [10, 'tertiary_link'],
  [11, 'unclassified'],
])('zoom %i ends with %s', (z, last) => {
  expect(roadClassesAt(z).at(-1)).toBe(last);
});

it('a link comes with its road', () => {
  for (let z = 0; z <= 16; z++) {
    const shown = roadClassesAt(z);
    for (const roadClass of ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'] as const)
      expect(shown.includes(`${roadClass}_link`)).toBe(shown.includes(roadClass));
  }
});
