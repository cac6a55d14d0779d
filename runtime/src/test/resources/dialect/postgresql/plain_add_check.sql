-- in one transaction
ALTER TABLE post ADD CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s'));
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'ck_state'
