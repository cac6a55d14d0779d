-- in one transaction
ALTER TABLE post DROP CONSTRAINT fk_post_writer;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'fk_post_writer')
