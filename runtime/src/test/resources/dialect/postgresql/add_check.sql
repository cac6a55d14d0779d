-- first: In post N rows break ck_state, which says state IN ('NEW', 'it''s'). Correct them, or delete them.
-- count: SELECT COUNT(*) FROM post WHERE NOT (state IN ('NEW', 'it''s'))
-- samples: SELECT id, state FROM post WHERE NOT (state IN ('NEW', 'it''s')) LIMIT 3
-- in one transaction
ALTER TABLE post ADD CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s')) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'ck_state'
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT ck_state;
