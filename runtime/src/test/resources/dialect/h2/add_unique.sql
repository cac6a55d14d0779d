-- first: In post.id, title N rows share a value with another row, which uq forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE id IS NOT NULL AND title IS NOT NULL GROUP BY id, title HAVING COUNT(*) > 1) d
-- samples: SELECT id, title, COUNT(*) AS n FROM post WHERE id IS NOT NULL AND title IS NOT NULL GROUP BY id, title HAVING COUNT(*) > 1 LIMIT 3
ALTER TABLE post ADD CONSTRAINT uq UNIQUE (id, title);
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('post') AND UPPER(CONSTRAINT_NAME) = UPPER('uq')
