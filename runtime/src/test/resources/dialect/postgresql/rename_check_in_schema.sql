-- in one transaction
ALTER TABLE app.note RENAME CONSTRAINT ck_note TO "order";
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('app.note') AND conname = 'order'
