-- first: In post.title N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- in one transaction
UPDATE post SET title = COALESCE((UPPER(title)), 'y');
-- REPEATED
UPDATE post SET title = 'y' WHERE title IS NULL LIMIT 10000;
ALTER TABLE post
    MODIFY COLUMN title VARCHAR(20) NOT NULL DEFAULT 'y' COMMENT 'c',
    ALGORITHM=INPLACE, LOCK=NONE;
