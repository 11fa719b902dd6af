import type { Investigation, ReadingEvidence } from '../../geodata/georeference/investigation.ts';
import { lengthOf, medianShift, offsetMetres } from '../../geodata/georeference/offset.ts';
import { readingName } from '../../geodata/georeference/readings.ts';
import { ENOUGH_ALTERED, type FileFigures, tableOf } from './detective-figures.ts';

/** The files of Changfeng that the document shows, all 220 rows of each claimed as WGS 84. */
export interface ShownFiles {
  readonly shifted: Investigation;
  readonly clean: Investigation;
  readonly cleanByRoads: Investigation;
  readonly shiftedByRoads: Investigation;
}

/** Figures are computed; the sentences around them are not. */
export function coordinatesDocument(shown: ShownFiles, figures: readonly FileFigures[]): string {
  const named = figures.reduce((sum, { namedRows }) => sum + namedRows, 0);
  const rightly = figures.reduce((sum, { namedRightly }) => sum + namedRightly, 0);
  return `${[
    '# Reference systems, and how a wrong one is found out',
    '',
    'Figures by `npx vitest run --project unit test/georeference/detective.test.ts -u`; without `-u` the test compares.',
    '',
    '## Systems',
    '',
    'WGS 84 and CGCS2000 degrees (the same numbers at this scale), GCJ-02 (高德, 腾讯), BD-09 (百度), CGCS2000 Gauss-Krueger in zones',
    'of 3 and 6 degrees with and without 带号 (EPSG:4491 to 4554), Web Mercator. `parseReferenceSystem` reads the spellings of',
    'offices, EPSG codes and the text of a `.prj`; other datums (北京54, 西安80, UTM) are not guessed at and not accepted.',
    'x is longitude or easting and y latitude or northing whatever the authority says about the order of axes.',
    '',
    'Gauss-Krueger agrees with PROJ to 0.1 mm at 42 points, GCJ-02 and BD-09 with gcoord going there to 0.01 mm; coming back both',
    'are iterated, and round trips over China are below 1 mm. Outside the rectangle that converters take for China GCJ-02 is WGS 84.',
    'Sines are those of `geodata/portable-math.ts`, so that a browser gets the same bytes as the server.',
    '',
    '## The detective',
    '',
    '`investigate` reads a file in every plausible way: as claimed, WGS 84, GCJ-02, BD-09, shifted or corrected once too often, the',
    'zones near the county, Web Mercator, columns swapped, DD.MMSS. It weighs each row by the county (one in ten may lie outside),',
    'the distance to a road, and the known place of the same name (170 m apart on each axis, three in a hundred 600 m, any of them',
    'wrong). A verdict on the file takes at least 8 rows, a likelihood e^8 = 3,000 times higher against every other reading, and',
    '3.5 standard errors. Then the rows: with 15 known places or more, a mixture of two systems is fitted, and a row is named where it',
    'is 90 % likely to read otherwise. Rows that lie nowhere or 0.2 degrees outside, and read otherwise inside, are named always.',
    'Nothing is ever corrected: it returns evidence and positions before and after.',
    '',
    '## Changfeng, 220 places, claimed as WGS 84',
    '',
    'Each row 50 to 300 m from its known place, in any direction.',
    '',
    '| file and evidence | verdict | claimed: inside, median to road, median shift from known places | better reading | its own figures |',
    '|---|---|---|---|---|',
    shownRow('GCJ-02; county, roads, known places', shown.shifted),
    shownRow('WGS 84; county, roads, known places', shown.clean),
    shownRow('GCJ-02; county and roads alone', shown.shiftedByRoads),
    shownRow('WGS 84; county and roads alone', shown.cleanByRoads),
    '',
    `Preview of the GCJ-02 file: the rows stand ${previewShift(shown.shifted)} from where they would stand.`,
    '',
    `## ${figures.length} seeded files`,
    '',
    'Drawn from Changfeng (220 places) and Gushi (88 inside its approximate boundary), 15 to 200 rows each, moved 50 to 300 m; half',
    'of the files have known places, for 60 to 100 % of their rows. `too few to tell`: fewer than',
    `${ENOUGH_ALTERED} altered rows with known places, or none; the file passes as a whole, and the answer says whether single rows could be judged`,
    '(`mixtureTested`).',
    '',
    ...tableOf(figures),
    '',
    `Rows named: ${named}, of them altered: ${rightly} (${((100 * rightly) / named).toFixed(1)} %).`,
    '',
    '## What it cannot see',
    '',
    '- Without known places a shift of 500 m shows only in the roads: villages lie by roads, and half of them within 150 m, against a',
    '  quarter of points astray. It takes some hundred rows; below that the answer is `undecided`, and `known-places` are missing.',
    '- Single rows of a nearby system are not told without known places, nor when there are only a few of them: the noise of the',
    '  places hides them. The file then passes as a whole.',
    '- The distances to roads were measured in one plain county with a thin network, Changfeng. Where a network is denser or',
    '  sparser, the standard errors are to keep it from accusing: with distances drawn at random it stays undecided.',
    '- Known places that are themselves shifted turn everything round: then every honest file is accused, alike.',
    '- Metres computed from GCJ-02 degrees, in a zone or in Web Mercator, are not among the readings. With known places the answer',
    '  is `undecided`, shows the shift and says that no reading explains it; without them such a file passes.',
  ].join('\n')}\n`;
}

function shownRow(words: string, { verdict, claimed, better }: Investigation): string {
  const name = better ? readingName(better.reading, 'en') : '-';
  return `| ${words} | ${verdict} | ${figuresOf(claimed)} | ${name} | ${better ? figuresOf(better) : '-'} |`;
}

function figuresOf({ inside = 0, rows, roadMetres = 0, shift }: ReadingEvidence): string {
  const known = shift
    ? `${shift.metres.toFixed(0)} m toward ${shift.bearing.toFixed(0)} degrees (spread ${shift.spreadMetres.toFixed(0)} m, ${shift.count} places)`
    : 'no known places';
  return `${inside} of ${rows}, ${roadMetres.toFixed(0)} m, ${known}`;
}

function previewShift({ preview }: Investigation): string {
  const offsets = preview.flatMap(({ claimed, suggested }) =>
    claimed && suggested ? [offsetMetres(suggested, claimed)] : [],
  );
  const shift = medianShift(offsets);
  const longest = offsets.map(lengthOf).reduce((most, metres) => Math.max(most, metres), 0);
  return shift
    ? `${shift.metres.toFixed(0)} m toward ${shift.bearing.toFixed(0)} degrees (at most ${longest.toFixed(0)} m)`
    : 'nowhere';
}
