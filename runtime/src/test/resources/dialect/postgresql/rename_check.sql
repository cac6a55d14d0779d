-- in one transaction
ALTER TABLE post RENAME CONSTRAINT ck_state TO ck;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'ck'
