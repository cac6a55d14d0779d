-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(20);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x'
ALTER TABLE post ALTER COLUMN x SET DEFAULT 'd';
UPDATE post SET x = UPPER(title) WHERE x IS NULL;
ALTER TABLE post ALTER COLUMN x SET NOT NULL;
COMMENT ON COLUMN post.x IS 'c';
