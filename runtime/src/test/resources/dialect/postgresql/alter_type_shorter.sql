-- first: In post.title N rows have a value that does not fit into varchar(3). Make these values fit.
-- count: SELECT COUNT(*) FROM post WHERE CHAR_LENGTH(title) > 3
-- samples: SELECT id, title FROM post WHERE CHAR_LENGTH(title) > 3 LIMIT 3
-- in one transaction
ALTER TABLE post ALTER COLUMN title TYPE VARCHAR(3);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'character varying(3)'
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
