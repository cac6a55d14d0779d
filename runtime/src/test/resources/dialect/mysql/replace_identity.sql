-- first: In post.title N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.title N rows share a value with another row, which pk_post_title forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE COALESCE(title, 'x') IS NOT NULL GROUP BY COALESCE(title, 'x') HAVING COUNT(*) > 1) d
-- samples: SELECT COALESCE(title, 'x') AS title, COUNT(*) AS n FROM post WHERE COALESCE(title, 'x') IS NOT NULL GROUP BY COALESCE(title, 'x') HAVING COUNT(*) > 1 LIMIT 3
-- REPEATED
UPDATE post SET title = 'x' WHERE title IS NULL LIMIT 10000;
ALTER TABLE post
    MODIFY COLUMN title VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'c',
    ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE post
    DROP PRIMARY KEY,
    MODIFY COLUMN id BIGINT NOT NULL;
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'PRIMARY')
ALTER TABLE post
    DROP COLUMN id,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'id')
ALTER TABLE post
    ADD PRIMARY KEY (title),
    ALGORITHM=INPLACE, LOCK=NONE;
-- done: SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND INDEX_NAME = 'PRIMARY' HAVING GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) = 'title'
