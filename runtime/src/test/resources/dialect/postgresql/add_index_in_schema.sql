-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'ix' AND NOT i.indisvalid
CREATE INDEX CONCURRENTLY ix ON app.note (id);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'ix' AND i.indisvalid
