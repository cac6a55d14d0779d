-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(9) DEFAULT 'd';
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x'
