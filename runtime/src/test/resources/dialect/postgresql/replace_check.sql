-- first: In post N rows break ck_state, which says state IN ('NEW', 'OLD'). Correct them, or delete them.
-- count: SELECT COUNT(*) FROM post WHERE NOT (state IN ('NEW', 'OLD'))
-- samples: SELECT id, state FROM post WHERE NOT (state IN ('NEW', 'OLD')) LIMIT 3
-- in one transaction
ALTER TABLE post DROP CONSTRAINT ck_state;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'ck_state')
ALTER TABLE post ADD CONSTRAINT ck_state CHECK (state IN ('NEW', 'OLD')) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'ck_state'
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT ck_state;
