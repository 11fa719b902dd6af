/** The language of an answer's words. */
export type Language = 'zh' | 'en';
export type Status = 'pass' | 'marginal' | 'fail';
export type Condition = 'base' | 'night' | 'rain' | 'heavy-rain' | 'snow' | 'ice';
export type Coord = readonly [lon: number, lat: number];

export interface RuleView {
  maxKilometres: number;
  maxMinutes: number;
  combine: 'and' | 'or' | 'distance' | 'time';
  metric: 'road' | 'straight';
  condition: Condition;
  scope: 'settlements' | 'administrative' | 'station' | 'share';
  sharePercent?: number;
}

export interface VersionView {
  number: number;
  createdAt: string;
  note: string;
  sources: { name: string; sha256: string }[];
}

export interface About {
  county: { code: string; name: string };
  version: VersionView;
  engine: 'embedded' | 'osrm';
  note?: string;
  profile: string;
  condition: Condition;
  networkHash: string;
  offRoad: { detourFactor: number; kmh: number };
  rule?: RuleView;
  inputHash: string;
  lines: { label: string; text: string }[];
}

export interface CountyView {
  code: string;
  name: string;
  version: VersionView;
  bounds: [number, number, number, number];
  profiles: { profile: string; condition: Condition; networkHash: string; byteLength: number }[];
  counts: { townships: number; stations: number; settlements: number };
}

export interface StationView {
  id: string;
  name: string;
  kind: 'urban' | 'rural';
  township: string | null;
  officers: number | null;
  auxiliaries: number | null;
  coord: Coord;
}

export interface SettlementView {
  id: string;
  name: string;
  kind: 'administrative' | 'natural';
  township: string | null;
  stationId: string | null;
  households: number | null;
  population: number | null;
  sampleTooSmall: boolean;
  coord: Coord;
}

export interface HexagonView {
  cell: string;
  stationId: string | null;
  seconds: number | null;
  metres: number | null;
  nextStationId: string | null;
  nextSeconds: number | null;
  inTime: boolean;
  households: number | null;
  population: number | null;
  sampleTooSmall: boolean;
}

export interface Tally {
  withinCount: number;
  count: number;
  withinWeight: number;
  weight: number;
}

export interface FarthestView {
  settlementId: string;
  metres: number;
  seconds: number;
}

export interface GroupView {
  id: string;
  centreId: string;
  memberIds: string[];
  status: Status | 'empty';
  statusText: string;
  tally: Tally;
  settlements: number;
  overLimit: { settlementId: string; reason: string; reasonText: string }[];
  farthestByLength: FarthestView | null;
  farthestByTime: FarthestView | null;
  p95Seconds: number | null;
  straightRadiusMetres: number | null;
  offRoadTimeShare: number | null;
  connectorCount: number;
  officers: number | null;
  auxiliaries: number | null;
  connected: boolean | null;
}

export interface SettlementResult {
  id: string;
  groupId: string;
  standAlone: boolean;
  ownStationId: string;
  centreId: string;
  counted: boolean;
  status: Status;
  reason: string | null;
  firstResponseSeconds: number | null;
  supportSeconds: number | null;
  supportMetres: number | null;
  connector: boolean;
}

export interface GroupsAnswer {
  about: About;
  proposer: { name: string; kind: string; note: string } | null;
  groups: GroupView[];
  standAlone: GroupView[];
  settlements: SettlementResult[];
  alone: { stationId: string; text: string }[];
  notes: string[];
  totals: { grouped: Tally; standAlone: Tally; county: Tally };
}

export interface LegView {
  seconds: number;
  metres: number;
  connector: boolean;
}

export interface ClassView {
  roadClass: string;
  text: string;
  seconds: number;
  metres: number;
}

export interface RouteView {
  seconds: number;
  metres: number;
  driveSeconds: number;
  driveMetres: number;
  turnSeconds: number;
  line: Coord[];
  access: Coord[];
  egress: Coord[];
  byClass: ClassView[];
  steps: (ClassView & { name: string; ref: string })[];
}

export interface ResponseView {
  station: { id: string; name: string; coord: Coord };
  status: Status;
  statusText: string;
  proof: string;
  proofText: string;
  straightMetres: number;
  offRoad: { seconds: number; metres: number };
  stationLeg: LegView;
  settlementLeg: LegView;
  fastest: RouteView | null;
  proofRoute: RouteView | null;
}

export interface NearStation {
  stationId: string;
  name: string;
  seconds: number;
  metres: number;
}

export interface ExplainAnswer {
  about: About;
  settlement: SettlementView;
  groupId: string | null;
  ownStationRuleText: string;
  own: ResponseView;
  centre: ResponseView | null;
  decisive: 'own' | 'centre';
  status: Status;
  statusText: string;
  reason: string | null;
  reasonText: string | null;
  nearest: NearStation[];
  alternative: NearStation | null;
  sentences: string[];
}

export interface Clock {
  stationId: string;
  name: string;
  turnoutSeconds: number;
  driveSeconds: number | null;
  arrivalSeconds: number | null;
  withinRule: boolean | null;
}

export interface Responder extends Clock {
  rank: number;
  role: 'local' | 'central' | 'other';
  onDuty: boolean;
  metres: number | null;
  statusText: string;
}

export interface DispatchAnswer {
  about: About;
  place: {
    coord: Coord;
    settlementId: string | null;
    name: string | null;
    townshipName: string | null;
    metresToRoad: number | null;
  };
  time: string;
  period: 'day' | 'night';
  workingDay: boolean;
  pooled: boolean;
  turnoutSeconds: number;
  answeringId: string | null;
  local: Clock | null;
  support: Clock | null;
  nextId: string | null;
  responders: Responder[];
  route: RouteView | null;
  sentences: string[];
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
}

interface RuleQuery {
  lang?: Language;
  version?: number;
  maxKilometres?: number;
  maxMinutes?: number;
  combine?: RuleView['combine'];
  metric?: RuleView['metric'];
  condition?: Condition;
  scope?: RuleView['scope'];
  share?: number;
}

interface Get<Answer, Query = { lang?: Language; version?: number }> {
  get: {
    parameters: { path: { code: string }; query?: Query };
    responses: {
      200: { content: { 'application/json': Answer } };
      default: { content: { 'application/problem+json': Problem } };
    };
  };
}

/** The service's addresses, as far as the map asks them. */
export interface paths {
  '/api/counties': {
    get: {
      parameters: { query?: { lang?: Language } };
      responses: {
        200: { content: { 'application/json': { counties: CountyView[] } } };
        default: { content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/counties/{code}/stations': Get<{ about: About; stations: StationView[] }>;
  '/api/counties/{code}/settlements': Get<{ about: About; settlements: SettlementView[] }>;
  '/api/counties/{code}/groups': Get<GroupsAnswer, RuleQuery>;
  '/api/counties/{code}/hexagons': Get<{ about: About; hexagons: HexagonView[] }, RuleQuery & { resolution?: number }>;
  '/api/counties/{code}/explain': Get<ExplainAnswer, RuleQuery & { settlement: string }>;
  '/api/counties/{code}/dispatch': Get<
    DispatchAnswer,
    RuleQuery & { at?: string; settlement?: string; time?: string; workingDay?: boolean }
  >;
}
