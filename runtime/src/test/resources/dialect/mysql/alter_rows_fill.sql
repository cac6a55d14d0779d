-- first: In post.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- REPEATED
UPDATE post SET stars = 3 WHERE stars IS NULL LIMIT 10000;
ALTER TABLE post
    MODIFY COLUMN stars INTEGER NOT NULL,
    ALGORITHM=INPLACE, LOCK=NONE;
