-- in one transaction
ALTER TABLE post RENAME CONSTRAINT uq_title TO uq;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'uq'
