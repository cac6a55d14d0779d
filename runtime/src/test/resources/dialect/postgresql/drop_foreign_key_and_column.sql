-- in one transaction
ALTER TABLE post DROP CONSTRAINT fk_post_writer;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'fk_post_writer')
-- in one transaction
ALTER TABLE post DROP COLUMN writer;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'writer')
