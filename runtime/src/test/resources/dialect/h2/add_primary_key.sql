-- first: In post.id N rows share a value with another row, which pk_post forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) d
-- samples: SELECT id, COUNT(*) AS n FROM post WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 LIMIT 3
ALTER TABLE post ADD CONSTRAINT pk_post PRIMARY KEY (id);
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('post') AND UPPER(CONSTRAINT_NAME) = UPPER('pk_post')
