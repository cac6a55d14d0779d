DROP INDEX CONCURRENTLY app.ix_note;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'ix_note')
