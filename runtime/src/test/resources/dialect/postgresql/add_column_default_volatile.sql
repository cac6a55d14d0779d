-- in one transaction
ALTER TABLE post ADD COLUMN x UUID;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'x'
ALTER TABLE post ALTER COLUMN x SET DEFAULT gen_random_uuid();
-- REPEATED
UPDATE post SET x = gen_random_uuid() WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE x IS NULL AND (gen_random_uuid()) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post ADD CONSTRAINT turnstone_not_null_x CHECK (x IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'turnstone_not_null_x'
-- REPEATED
UPDATE post SET x = gen_random_uuid() WHERE ctid = ANY (ARRAY(SELECT ctid FROM post WHERE x IS NULL AND (gen_random_uuid()) IS NOT NULL LIMIT 10000));
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT turnstone_not_null_x;
-- in one transaction
ALTER TABLE post ALTER COLUMN x SET NOT NULL;
ALTER TABLE post DROP CONSTRAINT IF EXISTS turnstone_not_null_x;
