-- in one transaction
ALTER TABLE post ALTER COLUMN x TYPE NUMERIC(9, 2) USING x::integer;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x' AND format_type(atttypid, atttypmod) = 'numeric(9,2)'
