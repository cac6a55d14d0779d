-- in one transaction
ALTER TABLE post ALTER COLUMN title TYPE VARCHAR(300);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'character varying(300)'
