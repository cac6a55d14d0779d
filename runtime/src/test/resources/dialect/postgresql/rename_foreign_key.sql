-- in one transaction
ALTER TABLE post RENAME CONSTRAINT fk_post_writer TO fk_written_by;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'fk_written_by'
