-- in one transaction
ALTER TABLE post RENAME TO entry;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'entry'
ALTER TABLE entry RENAME COLUMN stars TO points;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'points'
DROP INDEX CONCURRENTLY ix_post;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'ix_post')
-- in one transaction
-- leftovers: SELECT 'DROP INDEX ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'uq_title' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = c.oid)
ALTER TABLE entry DROP CONSTRAINT IF EXISTS uq_title;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'uq_title') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'uq_title')
ALTER TABLE entry ADD COLUMN state VARCHAR(10) DEFAULT 'NEW' NOT NULL;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'state'
ALTER TABLE entry ADD COLUMN made DATE;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'made'
-- in one transaction
ALTER TABLE entry ALTER COLUMN title TYPE VARCHAR(30);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'character varying(30)'
-- REPEATED
UPDATE entry SET title = 'x' WHERE ctid = ANY (ARRAY(SELECT ctid FROM entry WHERE title IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE entry ADD CONSTRAINT turnstone_not_null_title CHECK (title IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'turnstone_not_null_title'
-- REPEATED
UPDATE entry SET title = 'x' WHERE ctid = ANY (ARRAY(SELECT ctid FROM entry WHERE title IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE entry VALIDATE CONSTRAINT turnstone_not_null_title;
-- in one transaction
ALTER TABLE entry ALTER COLUMN title SET NOT NULL;
ALTER TABLE entry DROP CONSTRAINT IF EXISTS turnstone_not_null_title;
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'uq_entry' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY uq_entry ON entry (title, made);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'uq_entry' AND i.indisvalid
-- in one transaction
ALTER TABLE entry ADD CONSTRAINT uq_entry UNIQUE USING INDEX uq_entry;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'uq_entry'
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'ix_entry' AND NOT i.indisvalid
CREATE INDEX CONCURRENTLY ix_entry ON entry (state);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'ix_entry' AND i.indisvalid
-- in one transaction
COMMENT ON TABLE entry IS 'now entries';
