-- first: In app.note N rows break ck2, which says id < 9. Correct them, or delete them.
-- count: SELECT COUNT(*) FROM app.note WHERE NOT (id < 9)
-- samples: SELECT id FROM app.note WHERE NOT (id < 9) LIMIT 3
-- in one transaction
ALTER TABLE app.note ADD CONSTRAINT ck2 CHECK (id < 9) NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('app.note') AND conname = 'ck2'
-- in one transaction
ALTER TABLE app.note VALIDATE CONSTRAINT ck2;
