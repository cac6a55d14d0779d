-- in one transaction
ALTER TABLE post ADD COLUMN writer BIGINT;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'writer'
ALTER TABLE post ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'fk_post_writer'
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT fk_post_writer;
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'ix_writer' AND NOT i.indisvalid
CREATE INDEX CONCURRENTLY ix_writer ON post (writer);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'ix_writer' AND i.indisvalid
