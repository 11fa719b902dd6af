import { beforeAll, describe, expect, it } from 'vitest';
import { fromWgs84 } from '../../geodata/georeference/convert.ts';
import { investigate } from '../../geodata/georeference/investigate.ts';
import { readingCode } from '../../geodata/georeference/readings.ts';
import { GCJ02, WGS84 } from '../../geodata/georeference/reference-system.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { coordinatesDocument, type ShownFiles } from './coordinates-document.ts';
import { type FileFigures, runFiles, tableOf } from './detective-figures.ts';
import { openChangfengPlaces, openGushiPlaces, type PlacedCounty } from './seeded-files.ts';

const changfeng = realData('changfeng');
const gushi = realData('gushi');
const FILES = 240;

describe.skipIf(!changfeng || !gushi)('the detective on real counties', () => {
  let shown: ShownFiles;
  let figures: readonly FileFigures[];

  beforeAll(async () => {
    const counties = [await openChangfengPlaces(changfeng ?? ''), await openGushiPlaces(gushi ?? '')];
    const [county] = counties as [PlacedCounty, PlacedCounty];
    shown = showFiles(county);
    figures = runFiles(counties, FILES);
    console.info(tableOf(figures).join('\n'));
  });

  it('catches a GCJ-02 file that claims WGS 84, with the shift in metres and direction', () => {
    const { shifted } = shown;
    expect(shifted.verdict).toBe('contradicted');
    expect(shifted.better && readingCode(shifted.better.reading)).toBe('GCJ-02');
    // GCJ-02 shifts Changfeng some 540 m, east by south.
    expect(shifted.claimed.shift?.metres).toBeGreaterThan(450);
    expect(shifted.claimed.shift?.metres).toBeLessThan(650);
    expect(shifted.claimed.shift?.bearing).toBeGreaterThan(90);
    expect(shifted.claimed.shift?.bearing).toBeLessThan(130);
    expect(shifted.better?.shift?.metres).toBeLessThan(60);
    expect(shifted.preview.every(({ metres = 0 }) => metres > 400 && metres < 700)).toBe(true);
    expect(shown.shiftedByRoads.better && readingCode(shown.shiftedByRoads.better.reading)).toBe('GCJ-02');
  });

  it('does not accuse a WGS 84 file', () => {
    for (const clean of [shown.clean, shown.cleanByRoads]) {
      expect(clean.verdict).toBe('consistent');
      expect(clean.rows).toEqual([]);
      expect(clean.preview.every(({ metres }) => metres === undefined)).toBe(true);
    }
  });

  it('misses nothing and accuses nobody falsely over seeded files', () => {
    expect(figures).toHaveLength(FILES);
    expect(figures.filter(({ outcome }) => outcome === 'missed')).toEqual([]);
    expect(figures.filter(({ outcome }) => outcome === 'false alarm')).toEqual([]);
    expect(figures.filter(({ outcome }) => outcome === 'right').length).toBeGreaterThan(180);
  });

  it('is seldom undecided where there are known places', () => {
    const withKnown = figures.filter((figure) => figure.withKnown);
    const open = withKnown.filter(({ outcome }) => outcome === 'undecided' || outcome === 'too few to tell');
    expect(withKnown.length).toBe(FILES / 2);
    expect(open.length).toBeLessThanOrEqual(8);
  });

  it('names altered rows, and hardly any other', () => {
    const named = figures.reduce((sum, { namedRows }) => sum + namedRows, 0);
    const rightly = figures.reduce((sum, { namedRightly }) => sum + namedRightly, 0);
    expect(named).toBeGreaterThan(400);
    expect(rightly / named).toBeGreaterThan(0.97);
  });

  it('is described by docs/coordinates.md', async () => {
    await expect(coordinatesDocument(shown, figures)).toMatchFileSnapshot('../../docs/coordinates.md');
  });
});

function showFiles({ places, county, roadDistance }: PlacedCounty): ShownFiles {
  const random = mulberry32(2017);
  const moved = places.map((place): LonLat => {
    const [metres, angle] = [50 + 250 * random(), 2 * Math.PI * random()];
    const shrink = Math.cos((place[1] * Math.PI) / 180);
    return [
      place[0] + (metres * Math.sin(angle)) / (111_000 * shrink),
      place[1] + (metres * Math.cos(angle)) / 111_000,
    ];
  });
  const of = (system: typeof WGS84, withKnown: boolean): ReturnType<typeof investigate> =>
    investigate({
      points: moved.map((place, index) => {
        const [x = Number.NaN, y = Number.NaN] = fromWgs84(system, place) ?? [];
        const known = places[index];
        return { x, y, ...(withKnown && known ? { known } : {}) };
      }),
      claimed: WGS84,
      county,
      roadDistance,
    });
  return {
    shifted: of(GCJ02, true),
    clean: of(WGS84, true),
    shiftedByRoads: of(GCJ02, false),
    cleanByRoads: of(WGS84, false),
  };
}
