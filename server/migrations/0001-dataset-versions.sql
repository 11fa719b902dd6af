-- Counties and their dataset versions. A version is a draft while it is written and complete for good after.
-- No table of this schema has a column for a person: stations carry headcounts, settlements carry counts.

CREATE TABLE county (
  -- GB/T 2260, six digits, as text: leading zeros and later additions stay what they are.
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),
  -- The version that readers see; NULL while there has been none. Restoring is setting it.
  current_version_id integer
);

CREATE TABLE dataset_version (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  county_code text NOT NULL REFERENCES county (code),
  -- Counts from 1 within the county.
  number integer NOT NULL CHECK (number > 0),
  county_name text NOT NULL CHECK (county_name <> ''),
  note text NOT NULL,
  -- [{"name": file name, "sha256": hex}]: what the version was made of.
  sources jsonb NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'complete')),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (county_code, number),
  UNIQUE (county_code, id)
);

-- A county's current version is one of its own.
ALTER TABLE county
  ADD FOREIGN KEY (code, current_version_id) REFERENCES dataset_version (county_code, id);

CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'complete' THEN
    RAISE EXCEPTION 'Dataset version % is complete and never changed.', OLD.id USING ERRCODE = 'HS001';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER complete_is_final BEFORE UPDATE OR DELETE ON dataset_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
