-- REPEATED
UPDATE post SET stars = LENGTH(title) WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE stars IS NULL AND (LENGTH(title)) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_stars CHECK (stars IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_stars'
-- REPEATED
UPDATE post SET stars = LENGTH(title) WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE stars IS NULL AND (LENGTH(title)) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_stars;
-- in one transaction
ALTER TABLE post ALTER COLUMN stars SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_stars;
