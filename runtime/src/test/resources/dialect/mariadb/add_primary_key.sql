-- first: In post.id N rows share a value with another row, which pk_post forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1) d
-- samples: SELECT id, COUNT(*) AS n FROM post WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 LIMIT 3
ALTER TABLE post
    ADD PRIMARY KEY (id),
    ALGORITHM=INPLACE, LOCK=NONE;
-- done: SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND INDEX_NAME = 'PRIMARY' HAVING GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) = 'id'
