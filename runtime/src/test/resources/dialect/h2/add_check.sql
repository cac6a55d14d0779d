-- first: In post N rows break ck_state, which says state IN ('NEW', 'it''s'). Correct them, or delete them.
-- count: SELECT COUNT(*) FROM post WHERE NOT (state IN ('NEW', 'it''s'))
-- samples: SELECT id, state FROM post WHERE NOT (state IN ('NEW', 'it''s')) LIMIT 3
ALTER TABLE post ADD CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s'));
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('post') AND UPPER(CONSTRAINT_NAME) = UPPER('ck_state')
