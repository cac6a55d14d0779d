-- in one transaction
ALTER TABLE post ALTER COLUMN x TYPE BOOLEAN USING x <> 0;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x' AND format_type(atttypid, atttypmod) = 'boolean'
