-- first: In post.title N rows share a value with another row, which pk_post_title forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE COALESCE(title, 'x') IS NOT NULL GROUP BY COALESCE(title, 'x') HAVING COUNT(*) > 1) d
-- samples: SELECT COALESCE(title, 'x') AS title, COUNT(*) AS n FROM post WHERE COALESCE(title, 'x') IS NOT NULL GROUP BY COALESCE(title, 'x') HAVING COUNT(*) > 1 LIMIT 3
-- REPEATED
UPDATE post SET title = 'x' WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE title IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_title CHECK (title IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_title'
-- REPEATED
UPDATE post SET title = 'x' WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE title IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_title;
-- in one transaction
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_title;
-- leftovers: SELECT 'DROP INDEX ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = c.oid)
ALTER TABLE post DROP CONSTRAINT IF EXISTS pk_post;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk_post') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post')
ALTER TABLE post DROP COLUMN id;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'id')
-- leftovers: SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post_title' AND NOT i.indisvalid
CREATE UNIQUE INDEX CONCURRENTLY pk_post_title ON post (title);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'pk_post_title' AND i.indisvalid
-- in one transaction
ALTER TABLE post ADD CONSTRAINT pk_post_title PRIMARY KEY USING INDEX pk_post_title;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'pk_post_title'
