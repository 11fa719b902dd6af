import type { FeatureCollection, MultiPolygon } from 'geojson';
import { areaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import { type OsmArea, readAreas } from '../../geodata/osm/areas.ts';
import { parseTagFilter, type TagFilter } from '../../geodata/osm/tag-filter.ts';
import { rfc7946Geometry } from '../../server/files/geojson-geometry.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';
import { namingFile } from '../../server/networks/naming-file.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure } from '../cli/failures.ts';
import { text } from '../cli/option-values.ts';
import { BadValue } from '../cli/options.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { defineVerb } from '../cli/verb.ts';

/** `hubshed areas`: counties or townships out of an OSM file, for `--boundary`, `--townships` and `batch --counties`. */
export const areas = defineVerb({
  name: 'areas',
  summary: { zh: '从 OSM 文件中取出行政区，输出 GeoJSON', en: 'administrative areas of an OSM file, as GeoJSON' },
  details: {
    zh: '边界在文件中不完整的行政区不输出，逐个列在标准错误里。',
    en: 'An area whose outline the file does not hold whole is left out and named on standard error.',
  },
  options: {
    pbf: { value: 'FILE', parse: text, required: true, zh: 'OSM PBF 文件', en: 'OSM PBF file' },
    filter: {
      value: 'TAGS',
      parse: tagFilter,
      default: 'boundary=administrative&admin_level=6',
      zh: '按标签选取（默认为县级）',
      en: 'which areas, by tags (default: counties)',
    },
    ...OUTPUT_OPTIONS,
  },
  examples: ['areas --pbf north-anhui.osm.pbf --out counties.geojson'],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf]);
    const found = await namingFile(values.pbf, readAreas(openOsmFile(values.pbf), inflateZlib, values.filter));
    for (const { osmType, osmId, name } of found.incomplete) {
      const label = `${name || ''} ${osmType}/${osmId}`.trim();
      context.note({ zh: `边界不完整，未输出：${label}`, en: `outline not whole, left out: ${label}` });
    }
    if (found.areas.length === 0) {
      throw new CommandFailure(EXIT.noAnswer, {
        zh: '没有边界完整的行政区符合这些标签',
        en: 'no area with a whole outline matches these tags',
      });
    }
    await writeResult([`${JSON.stringify(collection(found.areas))}\n`], values.out, context);
    context.note({ zh: `行政区 ${found.areas.length} 个`, en: `${found.areas.length} area(s)` });
  },
});

function tagFilter(given: string): TagFilter {
  try {
    return parseTagFilter(given);
  } catch {
    throw new BadValue({
      zh: `“${given}”应为 OSM 标签，如 boundary=administrative&admin_level=6`,
      en: `"${given}" should be OSM tags, such as boundary=administrative&admin_level=6`,
    });
  }
}

function collection(found: readonly OsmArea[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: found.map(({ osmType, osmId, tags, polygons }) => ({
      type: 'Feature',
      properties: {
        id: `${osmType}/${osmId}`,
        name: tags['name:zh'] || tags.name || `${osmType}/${osmId}`,
        squareKilometres: Math.round(areaSquareMetres(polygons) / 1e4) / 100,
      },
      geometry: rfc7946Geometry({
        type: 'MultiPolygon',
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
      }) as MultiPolygon,
    })),
  };
}
