import type { DemoCounty } from '../county.ts';
import type { OfficePart } from './office-part.ts';

/** Names of attributes; a Shapefile allows ten bytes. */
const ATTRIBUTES = ['代码', '名称'];

/** 自然资源局: the county's area and its townships', two layers of a Shapefile in one archive. */
export function areasFile({ code, name, boundary, townships }: DemoCounty): OfficePart {
  const county = { values: [code, name], polygons: [boundary] };
  const units = townships.map((unit) => ({ values: [unit.code, unit.name], polygons: unit.polygons }));
  const layers = [
    { name: '县界', attributes: ATTRIBUTES, areas: [county] },
    { name: '乡镇界', attributes: ATTRIBUTES, areas: units },
  ];
  return { file: { format: 'shapefile', name: '县界和乡镇界.zip', office: '自然资源局', layers }, faults: [] };
}
