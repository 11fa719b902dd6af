-- What only the map shows: the lines of a version's roads and the hexagons of its ground. Both are computed from the
-- version's network, boundary and settlements at its import and stored for the tiles.

CREATE TABLE road_line (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  -- One of ROAD_CLASSES in geodata/roads.
  class text NOT NULL CHECK (class <> ''),
  name text CHECK (name <> ''),
  ref text CHECK (ref <> ''),
  geom geometry(LineString, 4326) NOT NULL,
  PRIMARY KEY (version_id, ordinal)
);

CREATE TABLE hexagon (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  -- Of H3; cells of one resolution tile the ground, cells of two overlap.
  resolution smallint NOT NULL,
  -- H3's id, 15 hexadecimal digits.
  cell text NOT NULL CHECK (cell ~ '^[0-9a-f]{15}$'),
  geom geometry(Polygon, 4326) NOT NULL,
  PRIMARY KEY (version_id, cell)
);

CREATE INDEX road_line_geom ON road_line USING gist (geom);
CREATE INDEX hexagon_geom ON hexagon USING gist (geom);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['road_line', 'hexagon'] LOOP
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
