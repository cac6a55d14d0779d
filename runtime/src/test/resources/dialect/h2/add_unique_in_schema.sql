-- first: In app.note.id N rows share a value with another row, which uq_note forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM app.note WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) d
-- samples: SELECT id, COUNT(*) AS n FROM app.note WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 LIMIT 3
ALTER TABLE app.note ADD CONSTRAINT uq_note UNIQUE (id);
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE UPPER(TABLE_SCHEMA) = UPPER('app') AND UPPER(TABLE_NAME) = UPPER('note') AND UPPER(CONSTRAINT_NAME) = UPPER('uq_note')
