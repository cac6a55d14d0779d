-- in one transaction
-- leftovers: SELECT 'DROP INDEX ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = c.oid)
ALTER TABLE post DROP CONSTRAINT IF EXISTS pk_post;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk_post') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post')
ALTER TABLE post ADD COLUMN state VARCHAR(10) DEFAULT 'NEW' NOT NULL;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'state'
ALTER TABLE post ALTER COLUMN state DROP DEFAULT;
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY pk_post ON post (id, state);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post' AND i.indisvalid
-- in one transaction
ALTER TABLE post ADD CONSTRAINT pk_post PRIMARY KEY USING INDEX pk_post;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk_post'
