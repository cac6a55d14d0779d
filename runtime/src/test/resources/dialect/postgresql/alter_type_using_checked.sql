-- in one transaction
ALTER TABLE post ALTER COLUMN stars TYPE BIGINT USING (stars * 2);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars' AND format_type(atttypid, atttypmod) = 'bigint'
