-- in one transaction
ALTER TABLE post ALTER COLUMN title DROP DEFAULT, ALTER COLUMN title TYPE INTEGER USING COALESCE((CASE title WHEN '12' THEN 1 ELSE 2 END), 0), ALTER COLUMN title SET DEFAULT 0;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'integer'
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
