-- first: In post.stars N rows would get NULL there from COALESCE(stars, LENGTH(name)), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, stars, title AS name FROM post) entry WHERE (COALESCE(stars, LENGTH(name))) IS NULL
-- samples: SELECT id, stars, name FROM (SELECT id, stars, title AS name FROM post) entry WHERE (COALESCE(stars, LENGTH(name))) IS NULL LIMIT 3
-- first: In post.x N rows would get NULL there from UPPER(name), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, title AS name FROM post) entry WHERE (UPPER(name)) IS NULL
-- samples: SELECT id, name FROM (SELECT id, title AS name FROM post) entry WHERE (UPPER(name)) IS NULL LIMIT 3
-- in one transaction
ALTER TABLE post RENAME TO entry;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'entry'
ALTER TABLE entry RENAME COLUMN title TO name;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'name'
-- in one transaction
ALTER TABLE entry ALTER COLUMN stars TYPE BIGINT USING (COALESCE(stars, LENGTH(name)));
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'stars' AND format_type(atttypid, atttypmod) = 'bigint'
-- in one transaction
ALTER TABLE entry ADD CONSTRAINT turnstone_not_null_stars CHECK (stars IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'turnstone_not_null_stars'
-- in one transaction
ALTER TABLE entry VALIDATE CONSTRAINT turnstone_not_null_stars;
-- in one transaction
ALTER TABLE entry ALTER COLUMN stars SET NOT NULL;
ALTER TABLE entry DROP CONSTRAINT IF EXISTS turnstone_not_null_stars;
ALTER TABLE entry ADD COLUMN x VARCHAR(20);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'x'
-- REPEATED
UPDATE entry SET x = UPPER(name) WHERE ctid = ANY (ARRAY(SELECT ctid FROM entry WHERE x IS NULL AND (UPPER(name)) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE entry ADD CONSTRAINT turnstone_not_null_x CHECK (x IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('entry') AND conname = 'turnstone_not_null_x'
-- REPEATED
UPDATE entry SET x = UPPER(name) WHERE ctid = ANY (ARRAY(SELECT ctid FROM entry WHERE x IS NULL AND (UPPER(name)) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE entry VALIDATE CONSTRAINT turnstone_not_null_x;
-- in one transaction
ALTER TABLE entry ALTER COLUMN x SET NOT NULL;
ALTER TABLE entry DROP CONSTRAINT IF EXISTS turnstone_not_null_x;
ALTER TABLE entry RENAME COLUMN name TO label;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('entry') AND attname = 'label'
