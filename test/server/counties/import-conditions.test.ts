import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../../server/counties/import-conditions.ts';

describe('conditionsOf', () => {
  it.each([
    ['base', ['base']],
    ['night, base', ['base', 'night']],
    ['ice,ice', ['ice']],
    ['all', ['base', 'night', 'rain', 'heavy-rain', 'snow', 'ice']],
    ['fog', undefined],
    ['base,', undefined],
    ['', undefined],
    ['base,all', undefined],
  ])('reads %j as %j', (text, conditions) => {
    expect(conditionsOf(text)).toEqual(conditions);
  });
});
