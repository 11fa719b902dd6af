-- What a county's offices report: counts and places, never people. Columns are those of the templates; NULL is "not
-- known", which is never zero. `ordinal` is the row's position among its kind, from 0.

-- The village-level unit that a natural village belongs to.
ALTER TABLE settlement ADD COLUMN unit_code text;

CREATE TABLE station_strength (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  station_id text NOT NULL,
  authorised integer CHECK (authorised >= 0),
  on_rolls integer CHECK (on_rolls >= 0),
  seconded_out integer CHECK (seconded_out >= 0),
  on_duty integer CHECK (on_duty >= 0),
  community integer CHECK (community >= 0),
  cases integer CHECK (cases >= 0),
  command integer CHECK (command >= 0),
  auxiliaries integer CHECK (auxiliaries >= 0),
  village_auxiliaries integer CHECK (village_auxiliaries >= 0),
  two_teams boolean,
  analysts integer CHECK (analysts >= 0),
  legal_reviewers integer CHECK (legal_reviewers >= 0),
  vehicles integer CHECK (vehicles >= 0),
  as_of date,
  PRIMARY KEY (version_id, station_id),
  FOREIGN KEY (version_id, station_id) REFERENCES station (version_id, id) ON DELETE CASCADE
);

CREATE TABLE village_unit (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('village', 'community')),
  urban_rural_code text,
  station_id text,
  township text,
  households integer CHECK (households >= 0),
  household_basis text CHECK (household_basis IN ('registered', 'resident')),
  population integer CHECK (population >= 0),
  groups integer CHECK (groups >= 0),
  natural_villages integer CHECK (natural_villages >= 0),
  auxiliaries integer CHECK (auxiliaries >= 0),
  police_assistant boolean,
  committee_members integer CHECK (committee_members >= 0),
  buildings integer CHECK (buildings >= 0),
  covered_buildings integer CHECK (covered_buildings >= 0),
  volunteers integer CHECK (volunteers >= 0),
  as_of date,
  -- Its committee's.
  geom geometry(Point, 4326),
  PRIMARY KEY (version_id, code),
  FOREIGN KEY (version_id, station_id) REFERENCES station (version_id, id) ON DELETE CASCADE
);

CREATE TABLE compound (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  id text NOT NULL CHECK (id <> ''),
  name text NOT NULL CHECK (name <> ''),
  unit_code text NOT NULL,
  station_id text,
  kind text NOT NULL CHECK (kind IN ('new', 'old', 'other')),
  buildings integer CHECK (buildings >= 0),
  households integer CHECK (households >= 0),
  due boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('none', 'under-construction', 'built', 'accepted')),
  networked boolean NOT NULL,
  devices integer CHECK (devices >= 0),
  online_devices integer CHECK (online_devices >= 0),
  as_of date,
  geom geometry(Point, 4326),
  area geometry(MultiPolygon, 4326),
  PRIMARY KEY (version_id, id),
  FOREIGN KEY (version_id, station_id) REFERENCES station (version_id, id) ON DELETE CASCADE
);

CREATE TABLE police_room (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  id text NOT NULL CHECK (id <> ''),
  name text NOT NULL CHECK (name <> ''),
  station_id text,
  -- ["community", "rural", "round-the-clock", "model"]
  kinds jsonb NOT NULL,
  hours text,
  as_of date,
  geom geometry(Point, 4326),
  PRIMARY KEY (version_id, id),
  FOREIGN KEY (version_id, station_id) REFERENCES station (version_id, id) ON DELETE CASCADE
);

CREATE TABLE road_length (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  rank text NOT NULL CHECK (rank IN ('motorway', 'national', 'provincial', 'county', 'township', 'village')),
  kilometres double precision NOT NULL CHECK (kilometres >= 0),
  as_of date,
  PRIMARY KEY (version_id, rank)
);

CREATE TABLE incident_count (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  settlement_id text NOT NULL,
  from_hour smallint NOT NULL CHECK (from_hour BETWEEN 0 AND 23),
  to_hour smallint NOT NULL CHECK (to_hour BETWEEN 1 AND 24),
  count integer NOT NULL CHECK (count >= 0),
  as_of date,
  PRIMARY KEY (version_id, settlement_id, from_hour),
  FOREIGN KEY (version_id, settlement_id) REFERENCES settlement (version_id, id) ON DELETE CASCADE,
  CHECK (from_hour < to_hour)
);

-- Used to compute areas. No query that answers a reader selects from it, but for those of areas.
CREATE TABLE video_device (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  range_metres double precision CHECK (range_metres > 0),
  azimuth double precision,
  field_of_view double precision CHECK (field_of_view > 0),
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (version_id, ordinal)
);

-- One row a version at most.
CREATE TABLE county_facts (
  version_id integer PRIMARY KEY REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  officers integer CHECK (officers >= 0),
  informant_funds_yuan bigint CHECK (informant_funds_yuan >= 0),
  as_of date
);

-- Where a position came from: the reference system its file was in, and the numbers as the file had them.
CREATE TABLE position_origin (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('stations', 'units', 'settlements', 'compounds', 'rooms', 'devices')),
  -- The record's id or code; a device's ordinal.
  record_id text NOT NULL,
  reference_system text NOT NULL CHECK (reference_system <> ''),
  x double precision NOT NULL,
  y double precision NOT NULL,
  PRIMARY KEY (version_id, kind, record_id)
);

CREATE INDEX compound_of_unit ON compound (version_id, unit_code);
CREATE INDEX compound_geom ON compound USING gist (geom);
CREATE INDEX settlement_of_unit ON settlement (version_id, unit_code);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['station_strength', 'village_unit', 'compound', 'police_room', 'road_length',
                              'incident_count', 'video_device', 'county_facts', 'position_origin'] LOOP
    EXECUTE format(
      'CREATE TRIGGER complete_is_final_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version_rows()', name);
    EXECUTE format(
      'CREATE TRIGGER complete_is_final_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version_rows()', name);
    EXECUTE format(
      'CREATE TRIGGER complete_is_final_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version_rows()', name);
  END LOOP;
END
$$;

-- A county's own rules 测算规则 for the scorecard: edits of the default rules, one row for every change, never altered.
CREATE TABLE standard_rules (
  county_code text NOT NULL REFERENCES county (code),
  -- Counts from 1 within the county; the highest is in force.
  number integer NOT NULL CHECK (number > 0),
  edits jsonb NOT NULL,
  note text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county_code, number)
);

-- What a county's users said once that a header means: a field of the template, or `ignore`.
CREATE TABLE remembered_column (
  county_code text NOT NULL REFERENCES county (code),
  table_kind text NOT NULL CHECK (table_kind <> ''),
  -- Normalised, as headers are compared.
  header text NOT NULL CHECK (header <> ''),
  field text NOT NULL CHECK (field <> ''),
  PRIMARY KEY (county_code, table_kind, header)
);
