-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(20);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x'
ALTER TABLE post ALTER COLUMN x SET DEFAULT 'd';
-- REPEATED
UPDATE post SET x = UPPER(title) WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE x IS NULL AND (UPPER(title)) IS NOT NULL LIMIT 10000));
-- in one transaction
COMMENT ON COLUMN post.x IS 'c';
