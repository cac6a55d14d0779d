-- first: In post.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.stars N rows exist, which would have no value in the new column. Move them elsewhere or delete them: a saved migration gets no default any more.
-- count: SELECT COUNT(*) FROM post WHERE 1 = 1
ALTER TABLE post
    ADD COLUMN stars INTEGER,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'stars'
ALTER TABLE post
    MODIFY COLUMN stars INTEGER NOT NULL,
    ALGORITHM=INPLACE, LOCK=NONE;
