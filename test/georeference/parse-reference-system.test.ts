import { describe, expect, it } from 'vitest';
import { parseReferenceSystem, systemOfEpsg } from '../../geodata/georeference/parse-reference-system.ts';
import {
  gaussKrueger,
  type ReferenceSystem,
  referenceSystemCode,
  referenceSystemName,
} from '../../geodata/georeference/reference-system.ts';

const GCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const ESRI_117 = `PROJCS["CGCS2000_3_Degree_GK_CM_117E",${GCS},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const OGC_39 =
  'PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 39",GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",117],PARAMETER["scale_factor",1],PARAMETER["false_easting",39500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","4527"]]';
const WKT2 =
  'PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 117E",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["3-degree Gauss-Kruger CM 117E",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",117],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2],AXIS["northing (X)",north,LENGTHUNIT["metre",1]],AXIS["easting (Y)",east,LENGTHUNIT["metre",1]]]';
const WGS =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const MERCATOR = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`;

describe('a reference system as offices write it', () => {
  it.each([
    ['WGS84', 'EPSG:4326'],
    ['wgs-84', 'EPSG:4326'],
    ['ＷＧＳ　８４', 'EPSG:4326'],
    ['WGS_1984', 'EPSG:4326'],
    ['WGS84坐标系', 'EPSG:4326'],
    ['GPS', 'EPSG:4326'],
    ['EPSG:4326', 'EPSG:4326'],
    ['WGS 84 (EPSG:4326)', 'EPSG:4326'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['CGCS2000', 'EPSG:4490'],
    ['4490', 'EPSG:4490'],
    ['EPSG：4490', 'EPSG:4490'],
    ['CGCS2000(EPSG:4490)', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', 'EPSG:4490'],
    ['2000国家大地坐标系', 'EPSG:4490'],
    ['国家2000', 'EPSG:4490'],
    ['2000国家大地坐标系（CGCS2000）', 'EPSG:4490'],
    ['天地图', 'EPSG:4490'],
    ['China Geodetic Coordinate System 2000', 'EPSG:4490'],
    ['GCJ-02', 'GCJ-02'],
    ['gcj02', 'GCJ-02'],
    ['火星坐标', 'GCJ-02'],
    ['高德', 'GCJ-02'],
    ['腾讯地图', 'GCJ-02'],
    ['BD-09', 'BD-09'],
    ['百度坐标系', 'BD-09'],
    ['bd09ll', 'BD-09'],
    ['EPSG:3857', 'EPSG:3857'],
    ['Web墨卡托', 'EPSG:3857'],
    ['900913', 'EPSG:3857'],
    ['EPSG:4548', 'EPSG:4548'],
    ['4527', 'EPSG:4527'],
    ['EPSG:4509', 'EPSG:4509'],
    ['EPSG:4498', 'EPSG:4498'],
    ['CGCS2000_3_Degree_GK_CM_117E', 'EPSG:4548'],
    ['CGCS2000_3_Degree_GK_Zone_39', 'EPSG:4527'],
    ['CGCS2000_GK_Zone_20', 'EPSG:4498'],
    ['CGCS2000 / 3-degree Gauss-Kruger CM 117E', 'EPSG:4548'],
    ['CGCS2000 / 3-degree Gauss-Kruger CM 117E (EPSG:4548)', 'EPSG:4548'],
    ['CGCS2000 / 3-degree Gauss-Kruger zone 39', 'EPSG:4527'],
    ['CGCS2000 3度带 117', 'EPSG:4548'],
    ['CGCS2000 6度带 117', 'EPSG:4509'],
    ['2000国家大地坐标系 三度带 39带', 'EPSG:4527'],
    ['国家2000 高斯克吕格3度分带 中央经线117度', 'EPSG:4548'],
    ['国家2000 高斯投影 中央经线117°(带带号)', 'EPSG:4527'],
    ['CGCS2000 3度带 第39带 无带号', 'EPSG:4548'],
    [ESRI_117, 'EPSG:4548'],
    [OGC_39, 'EPSG:4527'],
    [WKT2, 'EPSG:4548'],
    [GCS, 'EPSG:4490'],
    [WGS, 'EPSG:4326'],
    [MERCATOR, 'EPSG:3857'],
  ])('%s is %s', (text, code) => {
    const system = parseReferenceSystem(text);
    expect(system && referenceSystemCode(system)).toBe(code);
  });

  it.each([
    '',
    '经纬度',
    '不详',
    '西安80',
    'Xian_1980_3_Degree_GK_CM_117E',
    'Beijing_1954_3_Degree_GK_Zone_39',
    '北京54',
    'WGS 84 / UTM zone 50N',
    'EPSG:32650',
    'EPSG:4555',
    'CGCS2000 3度带',
    'CGCS2000 3度带 118',
    'CGCS2000 6度带 120',
    'CGCS2000 3度带 39带 117',
    'GCJ-02 (EPSG:4326)',
    '高德转WGS84',
    '西安80 (EPSG:4490)',
    ESRI_117.replace('D_China_2000', 'D_Xian_1980'),
    ESRI_117.replace('500000.0', '39400000.0'),
    ESRI_117.replace('"Meter",1.0', '"Kilometer",1000.0'),
    ESRI_117.replace('"Scale_Factor",1.0', '"Scale_Factor",0.9996'),
    ESRI_117.slice(0, -1),
  ])('%s names none that is known', (text) => {
    expect(parseReferenceSystem(text)).toBeUndefined();
  });

  it('is read back from its own code and from its own name in either language', () => {
    const zones = Array.from({ length: 64 }, (_, index) => systemOfEpsg(4491 + index));
    const degrees = ['WGS84', 'CGCS2000', 'GCJ-02', 'BD-09', 'EPSG:3857'].map(parseReferenceSystem);
    for (const system of [...degrees, ...zones] as ReferenceSystem[]) {
      expect(parseReferenceSystem(referenceSystemCode(system))).toEqual(system);
      expect(parseReferenceSystem(referenceSystemName(system, 'zh'))).toEqual(system);
      expect(parseReferenceSystem(referenceSystemName(system, 'en'))).toEqual(system);
    }
  });

  it('has the zones that EPSG numbers 4491 to 4554, and no others', () => {
    expect(gaussKrueger(3, 118, false)).toBeUndefined();
    expect(gaussKrueger(6, 120, false)).toBeUndefined();
    expect(gaussKrueger(3, 72, false)).toBeUndefined();
    expect(systemOfEpsg(4490 + 65)).toBeUndefined();
  });
});
