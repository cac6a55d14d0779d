-- in one transaction
ALTER TABLE post RENAME COLUMN state TO phase;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'phase'
