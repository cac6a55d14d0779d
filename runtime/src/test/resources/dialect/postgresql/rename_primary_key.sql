-- in one transaction
ALTER TABLE post RENAME CONSTRAINT pk_post TO pk;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk'
