-- first: In post.x N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.x N rows would get NULL there from UPPER(title), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM post WHERE (UPPER(title)) IS NULL
-- samples: SELECT id, title FROM post WHERE (UPPER(title)) IS NULL LIMIT 3
ALTER TABLE post
    ADD COLUMN x VARCHAR(20) COMMENT 'c',
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'x'
ALTER TABLE post
    MODIFY COLUMN x VARCHAR(20) DEFAULT 'd' COMMENT 'c',
    ALGORITHM=INPLACE, LOCK=NONE;
-- REPEATED
UPDATE post SET x = UPPER(title) WHERE x IS NULL AND (UPPER(title)) IS NOT NULL LIMIT 10000;
ALTER TABLE post
    MODIFY COLUMN x VARCHAR(20) NOT NULL DEFAULT 'd' COMMENT 'c',
    ALGORITHM=INPLACE, LOCK=NONE;
