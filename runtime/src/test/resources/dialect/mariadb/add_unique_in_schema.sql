-- first: In app.note.id N rows share a value with another row, which uq_note forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM app.note WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) d
-- samples: SELECT id, COUNT(*) AS n FROM app.note WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 LIMIT 3
ALTER TABLE app.note
    ADD CONSTRAINT uq_note UNIQUE (id),
    ALGORITHM=NOCOPY, LOCK=NONE;
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = 'app' AND TABLE_NAME = 'note' AND CONSTRAINT_NAME = 'uq_note'
