-- first: In post N rows break ck_state, which says state IN ('NEW', 'it''s'). Correct them, or delete them.
-- count: SELECT COUNT(*) FROM post WHERE NOT (state IN ('NEW', 'it''s'))
-- samples: SELECT id, state FROM post WHERE NOT (state IN ('NEW', 'it''s')) LIMIT 3
ALTER TABLE post ADD CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s'));
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'ck_state'
