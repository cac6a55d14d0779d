-- first: In post N rows break ck_state, which says state IN ('NEW', 'OLD'). Correct them, or delete them.
-- count: SELECT COUNT(*) FROM post WHERE NOT (state IN ('NEW', 'OLD'))
-- samples: SELECT id, state FROM post WHERE NOT (state IN ('NEW', 'OLD')) LIMIT 3
ALTER TABLE post
    DROP CONSTRAINT ck_state,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'ck_state')
ALTER TABLE post ADD CONSTRAINT ck_state CHECK (state IN ('NEW', 'OLD'));
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'ck_state'
