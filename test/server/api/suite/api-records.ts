import type {
  Compound,
  CountyRecords,
  StationStrength,
  VillageUnit,
} from '../../../../geodata/records/county-records.ts';
import { at, rectangle } from '../../db/suite/small-county.ts';

const AS_OF = '2026-06-30';

const UNITS: readonly VillageUnit[] = [
  {
    ...{ code: '340121100001', name: '长丰社区', kind: 'community', urbanRuralCode: '111', township: '城关镇' },
    ...{ stationId: 'S1', households: 900, volunteers: 40, buildings: 30, coveredBuildings: 27, auxiliaries: 2 },
    ...{ committeeMembers: 3, coord: at(9800, 2300), asOf: AS_OF },
  },
  {
    // 454 households need 23 posts; the 400 that are shown need 20.
    ...{ code: '340121100201', name: '邻村', kind: 'village', urbanRuralCode: '220', township: '城关镇' },
    ...{ stationId: 'S1', households: 454, volunteers: 20, auxiliaries: 1, committeeMembers: 3 },
    ...{ coord: at(2520, 2100), asOf: AS_OF },
  },
  {
    ...{ code: '340121201201', name: '北一村', kind: 'village', urbanRuralCode: '220', township: '北乡' },
    ...{ stationId: 'S3', households: 210, volunteers: 11, auxiliaries: 0, policeAssistant: true, committeeMembers: 2 },
    ...{ coord: at(5300, 8800), asOf: '2026-03-31' },
  },
  {
    // Two posts are few: withheld.
    ...{ code: '340121201202', name: '微三村', kind: 'village', urbanRuralCode: '220', township: '北乡' },
    ...{ stationId: 'S3', households: 66, volunteers: 2, auxiliaries: 1, committeeMembers: 3 },
    ...{ coord: at(5200, 6800), asOf: AS_OF },
  },
  {
    // Its companion: the smallest other of its township.
    ...{ code: '340121201203', name: '路北村', kind: 'village', urbanRuralCode: '220', township: '北乡' },
    ...{ stationId: 'S3', households: 120, volunteers: 5, auxiliaries: 0, policeAssistant: false, committeeMembers: 3 },
    ...{ coord: at(5300, 4000), asOf: AS_OF },
  },
  {
    ...{ code: '340121200201', name: '东一村', kind: 'village', urbanRuralCode: '220', township: '东乡' },
    ...{ stationId: 'S2', households: 160, volunteers: 17, auxiliaries: 1, committeeMembers: 5 },
    ...{ coord: at(15_200, 4000), asOf: AS_OF },
  },
  {
    ...{ code: '340121200202', name: '东二村', kind: 'village', urbanRuralCode: '220', township: '东乡' },
    ...{ stationId: 'S2', households: 250, committeeMembers: 3, coord: at(19_500, 2100) },
  },
];

/** Units of the settlements that have one, by id. */
export const UNIT_OF_SETTLEMENT: Readonly<Record<string, string>> = {
  长丰: '340121100001',
  微一: '340121100201',
  邻一: '340121100201',
  伴一: '340121100201',
  北一: '340121201201',
  微三: '340121201202',
  伴三: '340121201202',
  路北: '340121201203',
  东一: '340121200201',
  东二: '340121200202',
  坡上: '340121200202',
};

function compound(
  id: string,
  unitCode: string,
  more: Pick<Compound, 'due' | 'state' | 'networked'> & Partial<Compound>,
) {
  const stationId = unitCode === '340121100001' ? 'S1' : 'S2';
  return { id, name: `${id}小区`, unitCode, stationId, kind: 'new', asOf: AS_OF, ...more } as const;
}

const [TOWN, EAST] = ['340121100001', '340121200201'];

const COMPOUNDS: readonly Compound[] = [
  compound('C1', TOWN, {
    ...{ due: true, state: 'accepted', networked: true, households: 300, devices: 20, onlineDevices: 18 },
    ...{ coord: at(9650, 2250), area: rectangle(9600, 2200, 9700, 2300) },
  }),
  compound('C2', TOWN, {
    ...{ due: true, state: 'accepted', networked: false, households: 200, devices: 10, onlineDevices: 9 },
    ...{ coord: at(9900, 2300) },
  }),
  compound('C3', TOWN, {
    ...{ due: true, state: 'built', networked: true, households: 100, devices: 8, coord: at(9950, 2350) },
  }),
  compound('C4', TOWN, {
    ...{ due: true, state: 'under-construction', networked: false, households: 150, coord: at(9700, 2500) },
  }),
  compound('C5', TOWN, { due: true, state: 'none', networked: false }),
  compound('C6', EAST, {
    ...{ due: true, state: 'accepted', networked: true, households: 20, devices: 4, onlineDevices: 4 },
    ...{ coord: at(15_200, 4050) },
  }),
  compound('C7', EAST, { due: true, state: 'none', networked: false, households: 60, coord: at(15_250, 4000) }),
  compound('C8', TOWN, {
    ...{ due: false, state: 'accepted', networked: true, households: 50, devices: 3, onlineDevices: 3 },
    ...{ coord: at(9800, 2200) },
  }),
];

const STRENGTHS: readonly StationStrength[] = [
  {
    ...{
      stationId: 'S1',
      authorised: 26,
      onRolls: 26,
      secondedOut: 2,
      onDuty: 24,
      community: 10,
      cases: 9,
      command: 5,
    },
    ...{ auxiliaries: 48, twoTeams: true, analysts: 2, legalReviewers: 1, asOf: AS_OF },
  },
  { stationId: 'S2', onRolls: 4, onDuty: 4, community: 1, auxiliaries: 5, twoTeams: false, analysts: 0, asOf: AS_OF },
  { stationId: 'S3', onRolls: 5, onDuty: 5, community: 2, auxiliaries: 9, twoTeams: false, analysts: 1, asOf: AS_OF },
];

/** What the offices of the API's county report; two cameras look over the ground of C1. */
export const API_RECORDS: CountyRecords = {
  strengths: STRENGTHS,
  units: UNITS,
  compounds: COMPOUNDS,
  rooms: [],
  roadLengths: [{ rank: 'national', kilometres: 20, asOf: AS_OF }],
  incidents: [],
  devices: [
    { coord: at(9630, 2250), rangeMetres: 20 },
    { coord: at(9640, 2250), rangeMetres: 20 },
  ],
  facts: { officers: 80, informantFundsYuan: 200_000, asOf: AS_OF },
};
