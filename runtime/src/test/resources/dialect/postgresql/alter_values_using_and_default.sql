-- in one transaction
ALTER TABLE post ALTER COLUMN title SET DEFAULT 'y';
UPDATE post SET title = COALESCE((UPPER(title)), 'y');
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_title CHECK (title IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_title'
-- REPEATED
UPDATE post SET title = 'y' WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE title IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_title;
-- in one transaction
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_title;
