-- first: In app.note N rows break ck2, which says id < 9. Correct them, or delete them.
-- count: SELECT COUNT(*) FROM app.note WHERE NOT (id < 9)
-- samples: SELECT id FROM app.note WHERE NOT (id < 9) LIMIT 3
ALTER TABLE app.note ADD CONSTRAINT ck2 CHECK (id < 9);
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE UPPER(TABLE_SCHEMA) = UPPER('app') AND UPPER(TABLE_NAME) = UPPER('note') AND UPPER(CONSTRAINT_NAME) = UPPER('ck2')
