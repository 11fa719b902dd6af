-- What a version says of the ground: WGS 84, longitude first. `ordinal` is the row's position in the import, from 0,
-- which is its index in every array of the engine.

CREATE TABLE boundary (
  version_id integer PRIMARY KEY REFERENCES dataset_version (id) ON DELETE CASCADE,
  geom geometry(MultiPolygon, 4326) NOT NULL
);

CREATE TABLE township (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  id text NOT NULL CHECK (id <> ''),
  ordinal integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (version_id, id),
  UNIQUE (version_id, ordinal)
);

CREATE TABLE station (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  id text NOT NULL CHECK (id <> ''),
  ordinal integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('urban', 'rural')),
  -- Name of the township it stands in.
  township text,
  officers integer CHECK (officers >= 0),
  auxiliaries integer CHECK (auxiliaries >= 0),
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (version_id, id),
  UNIQUE (version_id, ordinal)
);

CREATE TABLE settlement (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  id text NOT NULL CHECK (id <> ''),
  ordinal integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('administrative', 'natural')),
  township text,
  -- Its own station, where the data say so.
  station_id text,
  households integer CHECK (households >= 0),
  population integer CHECK (population >= 0),
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (version_id, id),
  UNIQUE (version_id, ordinal),
  FOREIGN KEY (version_id, station_id) REFERENCES station (version_id, id) ON DELETE CASCADE
);

CREATE INDEX settlement_of_station ON settlement (version_id, station_id);
CREATE INDEX boundary_geom ON boundary USING gist (geom);
CREATE INDEX township_geom ON township USING gist (geom);
CREATE INDEX station_geom ON station USING gist (geom);
CREATE INDEX settlement_geom ON settlement USING gist (geom);
