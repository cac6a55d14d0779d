-- in one transaction
ALTER TABLE app.note DROP COLUMN stars;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('app.note') AND attname = 'stars')
