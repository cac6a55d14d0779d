-- in one transaction
ALTER TABLE post ALTER COLUMN x TYPE DATE USING x AT TIME ZONE 'UTC';
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x' AND format_type(atttypid, atttypmod) = 'date'
