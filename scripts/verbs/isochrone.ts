import { isochrones } from '../../geodata/catchment/isochrone.ts';
import { snapTooFar } from '../../geodata/errors.ts';
import { isochroneCollection, squareKilometres } from '../../server/reports/isochrone-collection.ts';
import { loadRoads, NETWORK_OPTIONS } from '../cli/network-options.ts';
import { lonLat, numberFrom, positiveNumbers } from '../cli/option-values.ts';
import { checkOutput, OUTPUT_OPTIONS, writeResult } from '../cli/output.ts';
import { SNAP_OPTIONS, snappedCoord, snapToNearest } from '../cli/snap-options.ts';
import { defineVerb } from '../cli/verb.ts';

/** `hubshed isochrone`: the ground within some minutes' drive of a point. */
export const isochrone = defineVerb({
  name: 'isochrone',
  summary: { zh: '计算等时圈，输出 GeoJSON', en: 'the ground within some minutes of a point, as GeoJSON' },
  options: {
    ...NETWORK_OPTIONS,
    at: { value: 'LON,LAT', parse: lonLat, required: true, zh: '出发点', en: 'where to start' },
    minutes: { value: 'MIN,...', parse: positiveNumbers, default: '10,20,30', zh: '分钟数', en: 'minutes' },
    step: { value: 'METRES', parse: numberFrom(25), default: '100', zh: '格网间距（米）', en: 'raster step, metres' },
    reach: {
      value: 'METRES',
      parse: numberFrom(0),
      default: '300',
      zh: '离道路超过此距离（米）的地面不计入',
      en: 'ground farther than this from a road (metres) is left out',
    },
    ...SNAP_OPTIONS,
    ...OUTPUT_OPTIONS,
  },
  examples: ['isochrone --pbf changfeng.osm.pbf --at 117.16,32.48 --minutes 10,20,30 --out rings.geojson'],
  async run(values, context) {
    await checkOutput(values.out, [values.pbf, values.network]);
    const network = await loadRoads(values, 'isochrone', context);
    const limitMetres = values['snap-limit'];
    const placed = snapToNearest(network, [values.at], limitMetres, true);
    if (!snappedCoord(placed, 0)) throw snapTooFar(values.at, limitMetres);
    const rings = isochrones(network, values.at, values.minutes, {
      stepMetres: values.step,
      reachMetres: values.reach,
      snap: { limitMetres, joinableOnly: true },
    });
    for (const { minutes, areaSquareMetres } of rings) {
      const area = squareKilometres(areaSquareMetres);
      context.note({ zh: `${minutes} 分钟：${area} 平方公里`, en: `${minutes} min: ${area} km²` });
    }
    await writeResult(
      [`${JSON.stringify(isochroneCollection(values.at, network.hash, rings))}\n`],
      values.out,
      context,
    );
  },
});
