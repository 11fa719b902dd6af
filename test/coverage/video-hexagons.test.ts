import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { equippedHouseholds, networkedHouseholds, videoByHexagon } from '../../geodata/coverage/video-hexagons.ts';
import {
  coverageRate,
  type EquippedReading,
  networkedRate,
  type Ratio,
  type VideoClass,
  videoCounts,
} from '../../geodata/coverage/video-rates.ts';
import { cellAt, cellCentre } from '../../geodata/hexgrid/cells.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { Compound } from '../../geodata/records/county-records.ts';
import type { LonLat } from '../../geodata/units.ts';
import { rectangle } from '../hexgrid/shapes.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { compoundOf, randomCompound } from './random-compounds.ts';

const RESIDENTIAL = realData('gushi/residential.geojson');
const RESOLUTIONS = [7, 8, 9] as const;
const READINGS: readonly EquippedReading[] = ['accepted', 'built', 'under-construction'];
const HOME: LonLat = cellCentre(cellAt([115.65, 32.18], 9));

/** The 146 residential areas of Gushi as compounds; a tenth without ground, a few with neither ground nor point. */
function gushiCompounds(path: string): Compound[] {
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<MultiPolygon>;
  const random = mulberry32(411525);
  return features.map(({ geometry }, index) => {
    const area = geometry.coordinates as unknown as MultiPolygonRings;
    const coord = area[0]?.[0]?.[0] as LonLat;
    const kept = random();
    return randomCompound(random, `${index}`, kept < 0.05 ? {} : kept < 0.15 ? { coord } : { coord, area });
  });
}

function added(rates: readonly Ratio[]): Ratio {
  return rates.reduce((sum, { numerator, denominator }) => ({
    numerator: sum.numerator + numerator,
    denominator: sum.denominator + denominator,
  }));
}

describe('videoByHexagon', () => {
  it.skipIf(!RESIDENTIAL).each(RESOLUTIONS)(
    'gives rates for the 146 residential areas of Gushi that add up to the county at resolution %i',
    (resolution) => {
      const compounds = gushiCompounds(RESIDENTIAL as string);
      const county = videoCounts(compounds);
      const { cells, unplaced } = videoByHexagon(compounds, resolution);
      const parts = [...cells, unplaced];
      expect(compounds.length).toBe(146);
      expect(cells.length).toBeGreaterThan(15);
      expect(unplaced.compoundIds.length).toBeGreaterThan(0);
      for (const reading of READINGS) {
        const due = coverageRate(county, reading, 'households').ratio;
        expect(added(parts.map((part) => equippedHouseholds(part, reading).ratio))).toEqual(due);
        for (const over of ['due', 'equipped'] as const) {
          const whole = networkedRate(county, reading, 'households', over).ratio;
          expect(added(parts.map((part) => networkedHouseholds(part, reading, over).ratio))).toEqual(whole);
        }
      }
      for (const name of Object.keys(county) as VideoClass[]) {
        const unknown = parts.reduce((sum, part) => sum + (part.unknownHouseholds[name] ?? 0), 0);
        expect(unknown).toBe(county[name].unknownHouseholds);
      }
    },
  );

  it('gives a compound without ground whole to the cell of its point', () => {
    const { cells } = videoByHexagon([compoundOf('a', { coord: HOME, households: 90, networked: true })], 9);
    expect(cells.map(({ cell }) => cell)).toEqual([cellAt(HOME, 9)]);
    expect(equippedHouseholds(cells[0] as (typeof cells)[0])).toEqual({
      ratio: { numerator: 90, denominator: 90 },
      denominator: 'due',
    });
  });

  it('spreads a compound over the cells of its ground, known only by its ground', () => {
    const area = [[rectangle(HOME[0], HOME[1] - 0.0005, HOME[0] + 0.006, HOME[1] + 0.0005)]];
    const { cells } = videoByHexagon([compoundOf('a', { area, households: 1000 })], 9);
    expect(cells.length).toBeGreaterThan(1);
    expect(cells.reduce((sum, { households }) => sum + (households.accepted ?? 0), 0)).toBe(1000);
  });

  it('does not depend on the order of the compounds', () => {
    const random = mulberry32(3);
    const compounds = Array.from({ length: 50 }, (_, index) =>
      randomCompound(random, `${index}`, { coord: [115.6 + 0.1 * random(), 32.1 + 0.1 * random()] }),
    );
    expect(videoByHexagon([...compounds].reverse(), 8)).toEqual(videoByHexagon(compounds, 8));
  });
});
