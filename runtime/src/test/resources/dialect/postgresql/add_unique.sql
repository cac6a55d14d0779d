-- first: In post.id, title N rows share a value with another row, which uq forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE id IS NOT NULL AND title IS NOT NULL GROUP BY id, title HAVING COUNT(*) > 1) d
-- samples: SELECT id, title, COUNT(*) AS n FROM post WHERE id IS NOT NULL AND title IS NOT NULL GROUP BY id, title HAVING COUNT(*) > 1 LIMIT 3
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'uq' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY uq ON post (id, title);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'uq' AND i.indisvalid
-- in one transaction
ALTER TABLE post ADD CONSTRAINT uq UNIQUE USING INDEX uq;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'uq'
