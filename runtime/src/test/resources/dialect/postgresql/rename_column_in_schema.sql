-- in one transaction
ALTER TABLE app.note RENAME COLUMN stars TO points;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('app.note') AND attname = 'points'
