import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../geodata/osm/elements.ts';
import { car } from '../../../geodata/roads/profiles/car.ts';
import { ROAD_CLASSES } from '../../../geodata/roads/road-class.ts';

const tags = (pairs: Record<string, string>): Tags => Object.assign(Object.create(null), pairs);

describe('car: what a way is called and stored as', () => {
  it('keeps name and ref as written, and empty text where there is none', () => {
    const named = car.way(tags({ highway: 'trunk', name: '合淮路', ref: 'G206;S102' }));
    expect([named?.name, named?.ref]).toEqual(['合淮路', 'G206;S102']);
    const nameless = car.way(tags({ highway: 'trunk' }));
    expect([nameless?.name, nameless?.ref]).toEqual(['', '']);
  });

  it.each([
    [{}, 0],
    [{ lanes: '2' }, 2],
    [{ lanes: '4;5' }, 4],
    [{ lanes: '1.5' }, 1],
    [{ lanes: 'two' }, 0],
    [{ lanes: '-1' }, 0],
  ])('reads %j as %i lanes', (lanes, expected) => {
    expect(car.way(tags({ highway: 'trunk', ...lanes }))?.lanes).toBe(expected);
  });

  it.each([
    ['roundabout', true],
    ['circular', true],
    ['intersection', false],
  ])('takes junction=%s for a roundabout: %s', (junction, expected) => {
    expect(car.way(tags({ highway: 'tertiary', junction }))?.roundabout).toBe(expected);
  });

  it.each(ROAD_CLASSES.filter((name) => !['other', 'ferry', 'shuttle_train'].includes(name)))(
    'stores highway=%s under its own class, driven',
    (highway) => {
      const way = car.way(tags({ highway, access: 'yes' }));
      expect([way?.roadClass, way?.mode]).toEqual([highway, 'driving']);
    },
  );

  it.each([
    [{ highway: 'path', access: 'yes' }, 'other', 'driving'],
    [{ highway: 'winter_road' }, 'other', 'driving'],
    [{ highway: 'ferry', access: 'yes' }, 'other', 'driving'],
    [{ highway: 'primary', bridge: 'movable' }, 'primary', 'driving'],
    [{ route: 'ferry' }, 'ferry', 'ferry'],
    [{ route: 'shuttle_train' }, 'shuttle_train', 'train'],
    [{ highway: 'service', route: 'ferry' }, 'ferry', 'ferry'],
  ])('stores %j as class %s, mode %s', (pairs, roadClass, mode) => {
    const way = car.way(tags(pairs));
    expect([way?.roadClass, way?.mode]).toEqual([roadClass, mode]);
  });

  it('makes nothing of a way with tags of other things', () => {
    expect(car.way(tags({ building: 'yes', name: '村委会' }))).toBeUndefined();
    expect(car.way(tags({ highway: '' }))).toBeUndefined();
  });

  it('makes nothing of a node with tags of other things', () => {
    expect(car.node(tags({ amenity: 'police' }))).toBeUndefined();
    expect(car.node(tags({ barrier: '' }))).toBeUndefined();
  });
});

describe('car: costs beside the way', () => {
  it('charges turns as OSRM does where traffic keeps right', () => {
    expect(car.turns).toEqual({ turnSeconds: 7.5, bias: 1.075, uTurnSeconds: 20 });
  });

  it('joins points to the road at 1.3 times the distance, 15 km/h', () => {
    expect(car.offRoad).toEqual({ detourFactor: 1.3, kmh: 15 });
  });

  it('reads restrictions for a motorcar, then a motor vehicle, then any vehicle', () => {
    expect(car.restrictionKeys).toEqual(['motorcar', 'motor_vehicle', 'vehicle']);
  });
});
