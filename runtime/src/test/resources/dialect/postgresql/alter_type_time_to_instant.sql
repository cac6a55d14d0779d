-- in one transaction
ALTER TABLE post ALTER COLUMN x TYPE TIMESTAMP(6) WITH TIME ZONE USING x::timestamp AT TIME ZONE 'UTC';
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x' AND format_type(atttypid, atttypmod) = 'timestamp(6) with time zone'
