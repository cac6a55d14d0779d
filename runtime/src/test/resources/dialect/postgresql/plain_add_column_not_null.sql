-- in one transaction
ALTER TABLE post ADD COLUMN stars INTEGER NOT NULL;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars'
