-- in one transaction
ALTER TABLE post ADD CONSTRAINT pk_post PRIMARY KEY (id);
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk_post'
