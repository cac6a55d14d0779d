-- first: In app.note.id N rows share a value with another row, which uq_note forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM app.note WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) d
-- samples: SELECT id, COUNT(*) AS n FROM app.note WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 LIMIT 3
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'uq_note' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY uq_note ON app.note (id);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.note') AND c.relname = 'uq_note' AND i.indisvalid
-- in one transaction
ALTER TABLE app.note ADD CONSTRAINT uq_note UNIQUE USING INDEX uq_note;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('app.note') AND conname = 'uq_note'
