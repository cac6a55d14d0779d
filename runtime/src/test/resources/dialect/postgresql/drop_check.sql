-- in one transaction
ALTER TABLE post DROP CONSTRAINT ck_state;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'ck_state')
