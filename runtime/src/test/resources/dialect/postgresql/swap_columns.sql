-- in one transaction
ALTER TABLE post RENAME COLUMN title TO old;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'old'
ALTER TABLE post RENAME COLUMN stars TO title;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title'
ALTER TABLE post RENAME COLUMN old TO stars;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars'
