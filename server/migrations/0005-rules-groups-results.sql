-- What planners add to a county's data: rules, plans of groups, and what was computed from them.

-- A named counting rule 统计口径 of a county. CountingRule in geodata/grouping.
CREATE TABLE response_rule (
  county_code text NOT NULL REFERENCES county (code),
  name text NOT NULL CHECK (name <> ''),
  scope text NOT NULL CHECK (scope IN ('station', 'administrative', 'settlements', 'share')),
  share_percent double precision CHECK (share_percent > 0 AND share_percent <= 100),
  -- Decimetres, inclusive.
  limit_dm integer NOT NULL CHECK (limit_dm > 0),
  -- Deciseconds, exclusive.
  limit_ds integer NOT NULL CHECK (limit_ds > 0),
  combine text NOT NULL CHECK (combine IN ('and', 'or', 'distance', 'time')),
  metric text NOT NULL CHECK (metric IN ('road', 'straight')),
  condition text NOT NULL CHECK (condition <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county_code, name),
  CHECK (scope <> 'share' OR share_percent IS NOT NULL)
);

-- A plan of cooperation groups 警务协作组 for the stations of one version.
CREATE TABLE group_plan (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id integer NOT NULL REFERENCES dataset_version (id),
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (version_id, name),
  UNIQUE (id, version_id)
);

-- The stations of a plan's groups. A station is in one group of a plan at most; a group has one centre 中心派出所.
CREATE TABLE group_station (
  plan_id integer NOT NULL,
  version_id integer NOT NULL,
  station_id text NOT NULL,
  group_id text NOT NULL CHECK (group_id <> ''),
  group_ordinal integer NOT NULL,
  -- 0 is the centre, from 1 the members in their order.
  ordinal integer NOT NULL CHECK (ordinal >= 0),
  PRIMARY KEY (plan_id, station_id),
  UNIQUE (plan_id, group_id, ordinal),
  FOREIGN KEY (plan_id, version_id) REFERENCES group_plan (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (version_id, station_id) REFERENCES station (version_id, id)
);

-- A computed answer with all that it depends on. The same inputs give the same answer, so it is kept once.
CREATE TABLE result (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256, hex, of everything the answer depends on.
  input_hash text NOT NULL UNIQUE CHECK (input_hash ~ '^[0-9a-f]{64}$'),
  version_id integer NOT NULL REFERENCES dataset_version (id),
  kind text NOT NULL CHECK (kind <> ''),
  profile text NOT NULL,
  condition text NOT NULL,
  -- embedded or osrm.
  engine text NOT NULL,
  rule jsonb,
  content_type text NOT NULL,
  -- The answer's own bytes: jsonb would reorder them.
  payload bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX result_of_version ON result (version_id, kind);
