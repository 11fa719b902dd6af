import type { DemoCounty } from '../county.ts';
import { randomStream } from '../random.ts';
import type { OfficeCsv } from './office-file.ts';

const HEADERS = ['经度', '纬度', '坐标系', '有效距离', '朝向方位角', '视场角'];
/** Compounds whose devices are surveyed: those with at least so many. */
const LEAST_DEVICES = 20;
/** From the middle of the compound: about 90 m. */
const ASIDE_DEGREES = 0.0009;

/** An eleventh file, which only some counties have: positions and ground of the larger compounds' devices. */
export function devicesFile({ seed, rawRows }: DemoCounty): OfficeCsv {
  const random = randomStream(seed, 'office-devices');
  const rows = rawRows.compounds.flatMap((compound) => {
    const devices = Number(compound['设备数']);
    if (devices < LEAST_DEVICES) return [];
    return Array.from({ length: devices }, () => {
      const lon = Number(compound['中心点经度']) + random.between(-ASIDE_DEGREES, ASIDE_DEGREES);
      const lat = Number(compound['中心点纬度']) + random.between(-ASIDE_DEGREES, ASIDE_DEGREES);
      const sees = [random.pick([30, 50, 80]), ...(random.chance(0.2) ? [null, null] : [random.below(360), 90])];
      return [rounded(lon), rounded(lat), 'CGCS2000', ...sees];
    });
  });
  return { format: 'csv', name: '视频设备.csv', office: '通信科', encoding: 'utf-8', rows: [HEADERS, ...rows] };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
