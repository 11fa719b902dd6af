import { availableParallelism } from 'node:os';
import { provenanceOf } from '../../geodata/grouping/provenance.ts';
import { type BatchCounty, runBatch } from '../../server/counties/batch.ts';
import { type AreaFeature, readAreaFeatures } from '../../server/files/read-areas.ts';
import { areaAt } from '../../server/networks/inside-areas.ts';
import { EnginePool } from '../../server/workers/engine-pool.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { text, wholeNumber } from '../cli/option-values.ts';
import { COUNTY_FILE_OPTIONS, loadCountyFiles } from '../cli/place-options.ts';
import { RESOLUTION_OPTIONS, RULE_OPTIONS, responseRule } from '../cli/rule-options.ts';
import type { County } from '../cli/stored-county.ts';
import { defineVerb } from '../cli/verb.ts';

const { boundary: _boundary, ...PLACES_OPTIONS } = COUNTY_FILE_OPTIONS;

/** More threads than this would only take memory: each keeps trees of its own. */
const MOST_THREADS = 64;

/** `hubshed batch`: the catchments of many counties, one folder each. */
export const batch = defineVerb({
  name: 'batch',
  summary: { zh: '批量计算多个县，每县一个文件夹，可断点续算', en: 'many counties, one folder each, resumable' },
  details: {
    zh: '每县输出 stations.csv、settlements.csv、cells.csv、summary.json；manifest.json 记录每县的输入与文件的 SHA-256。中断后再次运行，只计算缺少的或输入有变化的县，结果与一次算完逐字节相同。',
    en: 'Each county gets stations.csv, settlements.csv, cells.csv and summary.json; manifest.json holds the SHA-256 of its inputs and files. Run again after a break, only what is missing or has changed inputs is computed, and the bytes are those of an unbroken run.',
  },
  options: {
    ...PLACES_OPTIONS,
    counties: {
      value: 'FILE',
      parse: text,
      required: true,
      zh: '各县边界的 GeoJSON（可由 hubshed areas 生成）',
      en: 'GeoJSON of the counties (hubshed areas makes one)',
    },
    folder: { value: 'DIR', parse: text, required: true, zh: '输出文件夹', en: 'folder for the results' },
    ...RULE_OPTIONS,
    ...RESOLUTION_OPTIONS,
    workers: {
      value: 'N',
      parse: wholeNumber(1, MOST_THREADS),
      default: String(availableParallelism()),
      zh: '线程数',
      en: 'threads',
    },
  },
  examples: ['batch --pbf north-anhui.osm.pbf --counties counties.geojson --stations place=town --folder out'],
  async run(values, context) {
    const counties = await readAreaFeatures(values.counties);
    const region = await loadCountyFiles({ ...values, boundary: undefined }, 'batch', context);
    for (const note of region.notes) context.note(note);
    const threads = values.workers;
    const placed = placesByCounty(counties, region);
    noteLeftOut(placed, region, context);
    const pool = await EnginePool.start(region.network.buffer, threads);
    try {
      const result = await runBatch(placed, {
        folder: values.folder,
        provenance: provenanceOf(region.network),
        rule: responseRule(values),
        resolution: values.resolution,
        language: context.language,
        run: (request) => pool.call('catchments', request),
        parallel: threads,
        signal: context.signal,
        onCounty: (done, total) => context.progress({ zh: '计算各县', en: 'counties' }, done, total),
      });
      const { computed, kept } = result;
      if (context.json) await context.print(JSON.stringify(result));
      else {
        await context.print(
          context.language === 'zh'
            ? `共 ${counties.length} 个县：计算 ${computed.length} 个，沿用 ${kept.length} 个，结果在 ${values.folder}`
            : `${counties.length} counties: ${computed.length} computed, ${kept.length} kept, results in ${values.folder}`,
        );
      }
    } finally {
      await pool.close();
    }
  },
});

/** Each place goes to the first county that it lies in. */
function placesByCounty(counties: readonly AreaFeature[], { stations, settlements }: County): BatchCounty[] {
  const countyOf = new Map([...stations, ...settlements].map((place) => [place, areaAt(counties, place.coord)]));
  return counties.map((area) => ({
    area,
    places: {
      stations: stations.filter((station) => countyOf.get(station) === area),
      settlements: settlements.filter((settlement) => countyOf.get(settlement) === area),
      boundary: area.polygons,
    },
  }));
}

/** Places in no county of the batch are in no result: said, and counted. */
function noteLeftOut(counties: readonly BatchCounty[], region: County, context: CommandContext): void {
  const kept = counties.reduce((sum, { places }) => sum + places.stations.length + places.settlements.length, 0);
  const left = region.stations.length + region.settlements.length - kept;
  if (left === 0) return;
  context.note({
    zh: `有 ${left} 个派出所或居民点不在任何一个县界内，未计入`,
    en: `${left} station(s) or settlement(s) lie in none of the counties and are in no result`,
  });
}
