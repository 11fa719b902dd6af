import { describe, expect, it } from 'vitest';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';

describe('a tag filter', () => {
  it.each([
    ['amenity=police', { amenity: 'police', name: 'x' }, true],
    ['amenity=police', { amenity: 'school' }, false],
    ['amenity=police', {}, false],
    ['place=village,hamlet,town', { place: 'hamlet' }, true],
    ['place=village,hamlet,town', { place: 'city' }, false],
    ['name=*', { name: '双墩镇' }, true],
    ['name=*', { ref: '1' }, false],
    ['constructor=*', {}, false],
    ['boundary=administrative&admin_level=6', { boundary: 'administrative', admin_level: '6' }, true],
    ['boundary=administrative&admin_level=6', { boundary: 'administrative', admin_level: '8' }, false],
    ['boundary=administrative&admin_level=6', { admin_level: '6' }, false],
    ['amenity=police;building=police', { building: 'police' }, true],
    ['a=1&b=2;c=3', { a: '1', c: '3' }, true],
    ['a=1&b=2;c=3', { a: '1' }, false],
    ['a=1;b=2&c=3', { b: '2' }, false],
    [' place = village , town ', { place: 'town' }, true],
    ['website=http://a=b', { website: 'http://a=b' }, true],
    ['地名=村', { 地名: '村' }, true],
  ])('%j on %j is %s', (text, tags, wanted) => {
    expect(parseTagFilter(text)(tags)).toBe(wanted);
  });

  it.each(['', 'place', '=village', 'place=', 'place=a,,b', 'a=1;', '&a=1', 'a=1&&b=2', ' = '])(
    'refuses %j and quotes it',
    (text) => {
      expect(() => parseTagFilter(text)).toThrow(`Bad tag filter ${JSON.stringify(text)}`);
    },
  );
});
