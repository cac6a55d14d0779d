-- in one transaction
-- leftovers: SELECT 'DROP INDEX ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'uq_note' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = c.oid)
ALTER TABLE app.note DROP CONSTRAINT IF EXISTS uq_note;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('app.note') AND conname = 'uq_note') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'uq_note')
