-- in one transaction
ALTER TABLE app.note ALTER COLUMN id SET DEFAULT 1;
-- REPEATED
UPDATE app.note SET id = 1 WHERE ctid = ANY (ARRAY(SELECT ctid FROM app.note WHERE id IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE app.note ADD CONSTRAINT turnstone_not_null_id CHECK (id IS NOT NULL) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('app.note') AND conname = 'turnstone_not_null_id'
-- REPEATED
UPDATE app.note SET id = 1 WHERE ctid = ANY (ARRAY(SELECT ctid FROM app.note WHERE id IS NULL LIMIT 10000));
-- in one transaction
ALTER TABLE app.note VALIDATE CONSTRAINT turnstone_not_null_id;
-- in one transaction
ALTER TABLE app.note ALTER COLUMN id SET NOT NULL;
ALTER TABLE app.note DROP CONSTRAINT IF EXISTS turnstone_not_null_id;
COMMENT ON COLUMN app.note.id IS 'c';
