import { describe, expect, it } from 'vitest';
import { tileJson } from '../../../server/tiles/tile-json.ts';

const URL = '/api/tiles/roads/{z}/{x}/{y}.mvt';
const LAYERS = ['roads', 'areas', 'settlements', 'hexagons'] as const;

describe('the TileJSON of a layer', () => {
  it('says what TileJSON 3.0 asks for', () => {
    const bounds = { west: 117, south: 32, east: 117.5, north: 32.6 };
    expect(tileJson('roads', URL, bounds)).toMatchObject({
      tilejson: '3.0.0',
      tiles: [URL],
      bounds: [117, 32, 117.5, 32.6],
      maxzoom: 14,
      attribution: '© OpenStreetMap contributors',
      vector_layers: [{ id: 'roads', fields: { class: expect.any(String), name: expect.any(String) } }],
    });
  });

  it.each(LAYERS)('of %s names its layers and a range of zooms', (layer) => {
    const { minzoom, maxzoom, vector_layers, name } = tileJson(layer, URL);
    expect(name).toBe(layer);
    expect(minzoom).toBeLessThan(maxzoom);
    expect(vector_layers.map(({ id }) => id)).toContain(layer);
  });

  it('has no bounds where there is nothing to see', () => {
    expect(tileJson('areas', URL)).not.toHaveProperty('bounds');
  });

  it('never speaks of people', () => {
    const fields = LAYERS.flatMap((layer) =>
      tileJson(layer, URL).vector_layers.flatMap((one) => Object.keys(one.fields)),
    );
    expect(new Set(fields)).toEqual(new Set(['class', 'name', 'ref', 'kind', 'id', 'cell']));
  });
});
