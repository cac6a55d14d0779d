-- first: In post.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.stars N rows have NULL there, which will not be allowed. Give them a value by an UPDATE.
-- count: SELECT COUNT(*) FROM post WHERE stars IS NULL
-- samples: SELECT id FROM post WHERE stars IS NULL LIMIT 3
ALTER TABLE post
    MODIFY COLUMN stars INTEGER NOT NULL,
    ALGORITHM=INPLACE, LOCK=NONE;
