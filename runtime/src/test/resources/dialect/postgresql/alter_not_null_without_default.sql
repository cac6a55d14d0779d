-- first: In post.stars N rows have NULL there, which will not be allowed. Give them a value by an UPDATE.
-- count: SELECT COUNT(*) FROM post WHERE stars IS NULL
-- samples: SELECT id FROM post WHERE stars IS NULL LIMIT 3
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_stars CHECK (stars IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_stars'
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_stars;
-- in one transaction
ALTER TABLE post ALTER COLUMN stars SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_stars;
