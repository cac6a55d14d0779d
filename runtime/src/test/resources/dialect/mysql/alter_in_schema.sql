-- first: In app.note.id N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- REPEATED
UPDATE app.note SET id = 1 WHERE id IS NULL LIMIT 10000;
ALTER TABLE app.note
    MODIFY COLUMN id BIGINT NOT NULL DEFAULT 1 COMMENT 'c',
    ALGORITHM=INPLACE, LOCK=NONE;
