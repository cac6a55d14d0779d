-- in one transaction
-- leftovers: SELECT 'DROP INDEX ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'uq_title' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = c.oid)
ALTER TABLE post DROP CONSTRAINT IF EXISTS uq_title;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'uq_title') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'uq_title')
ALTER TABLE post ADD COLUMN name VARCHAR(20);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'name'
-- in one transaction
UPDATE post SET name = UPPER(title);
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_name CHECK (name IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_name'
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_name;
-- in one transaction
ALTER TABLE post ALTER COLUMN name SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_name;
ALTER TABLE post DROP COLUMN title;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title')
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'uq_name' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY uq_name ON post (name);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'uq_name' AND i.indisvalid
-- in one transaction
ALTER TABLE post ADD CONSTRAINT uq_name UNIQUE USING INDEX uq_name;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'uq_name'
