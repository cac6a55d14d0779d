-- in one transaction
ALTER TABLE post ALTER COLUMN title DROP DEFAULT, ALTER COLUMN title TYPE INTEGER USING title::INTEGER;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'integer'
