-- Road networks. The buffer is named by its hash and kept once however many versions use it; it lies in chunks, since
-- one statement with all of it would hold up everybody else on the embedded store.

CREATE TABLE network_buffer (
  -- SHA-256 of the content, hex: RoadNetwork.hash.
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  byte_length integer NOT NULL CHECK (byte_length > 0),
  -- Size of every chunk but the last: what the program that stored the buffer chose.
  chunk_bytes integer NOT NULL CHECK (chunk_bytes > 0)
);

CREATE TABLE network_chunk (
  hash text NOT NULL REFERENCES network_buffer (hash) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (hash, ordinal)
);

-- The columns of a network are numbers that hardly compress: PostgreSQL need not try.
ALTER TABLE network_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE network (
  version_id integer NOT NULL REFERENCES dataset_version (id) ON DELETE CASCADE,
  -- Speed profile, its condition included: rural-plain+night.
  profile text NOT NULL CHECK (profile <> ''),
  -- base, night, rain, ...
  condition text NOT NULL CHECK (condition <> ''),
  hash text NOT NULL REFERENCES network_buffer (hash),
  -- NetworkReport
  report jsonb NOT NULL,
  PRIMARY KEY (version_id, profile)
);

CREATE INDEX network_by_hash ON network (hash);
