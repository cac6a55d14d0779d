-- first: In post.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- REPEATED
UPDATE post SET stars = LENGTH(title) WHERE stars IS NULL AND (LENGTH(title)) IS NOT NULL LIMIT 10000;
ALTER TABLE post
    MODIFY COLUMN stars INTEGER NOT NULL,
    ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE post
    RENAME COLUMN title TO name,
    ALGORITHM=INPLACE, LOCK=NONE;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'name') AND EXISTS (SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'title'))
