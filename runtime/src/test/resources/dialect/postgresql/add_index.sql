-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'ix' AND NOT i.indisvalid
CREATE INDEX CONCURRENTLY ix ON post (title, stars);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'ix' AND i.indisvalid
