import type { CoverageCell, CoverageHexagons } from '../../geodata/coverage/coverage-hexagons.ts';
import { cellBoundary } from '../../geodata/hexgrid/cells.ts';
import type { Language } from '../language.ts';
import { type FilledColumn, filledRows, percentValue, roundedTo } from './coverage-cells.ts';
import { densityColumns } from './coverage-volunteers-table.ts';
import type { NamedTable } from './table-content.ts';
import { BAND_WORDS } from './wording/coverage-words.ts';

/** A share of ground in per cent, to a tenth: finer would tell more of where a device looks than a share should. */
export function watchedPercent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : roundedTo(100 * share, 1);
}

/** Coverage by hexagon, one cell a row. */
export function coverageHexagonsTable({ cells }: CoverageHexagons, language: Language): NamedTable {
  const density = densityColumns<NonNullable<CoverageCell['volunteers']>>().map(
    ({ of, ...column }): FilledColumn<CoverageCell> => ({
      ...column,
      of: ({ volunteers }) => volunteers && of(volunteers),
    }),
  );
  const percentOf = (video: CoverageCell['video'], part: 'equipped' | 'networked') =>
    video && percentValue(video[part], video.due);
  const columns: FilledColumn<CoverageCell>[] = [
    { key: 'cell', zh: '六边形编号', en: 'hexagon', of: ({ cell }) => cell },
    { key: 'dueHouseholds', zh: '应建小区户数', en: 'households in compounds due', of: ({ video }) => video?.due },
    { key: 'equippedHouseholds', zh: '建成小区户数', en: 'of these, equipped', of: ({ video }) => video?.equipped },
    {
      ...{ key: 'equippedPercent', zh: '覆盖率（按户数）', en: 'coverage by households', unit: '%' },
      of: ({ video }) => percentOf(video, 'equipped'),
    },
    { key: 'networkedHouseholds', zh: '联网小区户数', en: 'of these, connected', of: ({ video }) => video?.networked },
    {
      ...{
        key: 'networkedPercent',
        zh: '联网率（占应建，按户数）',
        en: 'networked of those due, by households',
        unit: '%',
      },
      of: ({ video }) => percentOf(video, 'networked'),
    },
    {
      key: 'unknownCompounds',
      zh: '户数不详的小区',
      en: 'compounds of unknown households',
      of: (row) => row.video?.unknownCompounds,
    },
    {
      key: 'videoSampleTooSmall',
      zh: '小区样本过小',
      en: 'compounds: sample too small',
      of: (row) => row.videoWithheld,
    },
    { key: 'households', zh: '户数', en: 'households', of: ({ volunteers }) => volunteers?.households },
    ...density,
    {
      key: 'band',
      zh: '信息员结果',
      en: 'posts, result',
      of: ({ volunteers }) => volunteers?.band && BAND_WORDS[volunteers.band][language],
    },
    {
      key: 'volunteersSampleTooSmall',
      zh: '信息员样本过小',
      en: 'posts: sample too small',
      of: (row) => row.volunteersWithheld,
    },
    {
      key: 'watchedPercent',
      zh: '小区地面可视占比',
      en: 'ground of compounds watched',
      unit: '%',
      of: (row) => watchedPercent(row.watchedShare),
    },
  ];
  return {
    title: { zh: '六边形覆盖', en: 'Coverage by hexagon' },
    ...filledRows(columns, cells, ({ cell }) => ({
      type: 'Polygon',
      coordinates: [cellBoundary(cell).map((corner) => [...corner])],
    })),
  };
}
