-- first: In post.x N rows would get NULL there from UPPER(title), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM post WHERE (UPPER(title)) IS NULL
-- samples: SELECT id, title FROM post WHERE (UPPER(title)) IS NULL LIMIT 3
-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(20);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x'
ALTER TABLE post ALTER COLUMN x SET DEFAULT 'd';
-- REPEATED
UPDATE post SET x = UPPER(title) WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE x IS NULL AND (UPPER(title)) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_x CHECK (x IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_x'
-- REPEATED
UPDATE post SET x = UPPER(title) WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE x IS NULL AND (UPPER(title)) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_x;
-- in one transaction
ALTER TABLE post ALTER COLUMN x SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_x;
COMMENT ON COLUMN post.x IS 'c';
