-- in one transaction
ALTER TABLE post ALTER COLUMN stars TYPE VARCHAR(9) USING COALESCE((CASE WHEN stars > 3 THEN 'many' END), 'none'), ALTER COLUMN stars SET DEFAULT 'none';
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars' AND format_type(atttypid, atttypmod) = 'character varying(9)'
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_stars CHECK (stars IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_stars'
-- REPEATED
UPDATE post SET stars = 'none' WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE stars IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_stars;
-- in one transaction
ALTER TABLE post ALTER COLUMN stars SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_stars;
