-- in one transaction
ALTER TABLE post ADD CONSTRAINT uq UNIQUE (id, title);
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'uq'
