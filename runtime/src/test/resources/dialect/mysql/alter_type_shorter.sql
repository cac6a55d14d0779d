-- first: In post.title N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.title N rows have a value that does not fit into varchar(3). Make these values fit.
-- count: SELECT COUNT(*) FROM post WHERE CHAR_LENGTH(title) > 3
-- samples: SELECT id, title FROM post WHERE CHAR_LENGTH(title) > 3 LIMIT 3
ALTER TABLE post MODIFY COLUMN title VARCHAR(3) DEFAULT 'x' COMMENT 'c';
-- REPEATED
UPDATE post SET title = 'x' WHERE title IS NULL LIMIT 10000;
ALTER TABLE post
    MODIFY COLUMN title VARCHAR(3) NOT NULL DEFAULT 'x' COMMENT 'c',
    ALGORITHM=INPLACE, LOCK=NONE;
