-- Rows of a complete version are never added, changed or deleted, whoever tries.

CREATE FUNCTION refuse_change_of_version_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM changed JOIN dataset_version ON dataset_version.id = changed.version_id
    WHERE dataset_version.state = 'complete'
  ) THEN
    RAISE EXCEPTION 'A complete dataset version is never changed: %.', TG_TABLE_NAME USING ERRCODE = 'HS001';
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['boundary', 'township', 'station', 'settlement', 'network'] LOOP
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
