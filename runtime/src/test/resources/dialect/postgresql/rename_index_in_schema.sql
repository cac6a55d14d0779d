-- in one transaction
ALTER INDEX app.ix_note RENAME TO ix;
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'ix'
