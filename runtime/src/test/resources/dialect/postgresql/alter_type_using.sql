-- in one transaction
ALTER TABLE post ALTER COLUMN title DROP DEFAULT, ALTER COLUMN title TYPE INTEGER USING COALESCE((CASE title WHEN '12' THEN 1 ELSE 2 END), 0), ALTER COLUMN title SET DEFAULT 0;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'title' AND format_type(atttypid, atttypmod) = 'integer'
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_title CHECK (title IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_title'
-- REPEATED
UPDATE post SET title = 0 WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE title IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_title;
-- in one transaction
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_title;
