-- first: In post.id N rows share a value with another row, which pk_post forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) d
-- samples: SELECT id, COUNT(*) AS n FROM post WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 LIMIT 3
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY pk_post ON post (id);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post' AND i.indisvalid
-- in one transaction
ALTER TABLE post ADD CONSTRAINT pk_post PRIMARY KEY USING INDEX pk_post;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk_post'
