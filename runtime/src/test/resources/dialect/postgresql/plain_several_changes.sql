-- in one transaction
ALTER TABLE post RENAME TO entry;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'entry'
ALTER TABLE entry RENAME COLUMN stars TO points;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'points'
DROP INDEX ix_post;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'ix_post')
ALTER TABLE entry DROP CONSTRAINT uq_title;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'uq_title')
ALTER TABLE entry ADD COLUMN state VARCHAR(10) DEFAULT 'NEW' NOT NULL;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'state'
ALTER TABLE entry ADD COLUMN made DATE;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'made'
ALTER TABLE entry ALTER COLUMN title TYPE VARCHAR(30);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'character varying(30)'
UPDATE entry SET title = 'x' WHERE title IS NULL;
ALTER TABLE entry ALTER COLUMN title SET NOT NULL;
ALTER TABLE entry ADD CONSTRAINT uq_entry UNIQUE (title, made);
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'uq_entry'
CREATE INDEX ix_entry ON entry (state);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('entry') AND c.relname = 'ix_entry'
COMMENT ON TABLE entry IS 'now entries';
