-- first: In post.name N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
ALTER TABLE post
    DROP INDEX uq_title,
    ALGORITHM=NOCOPY, LOCK=NONE;
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'uq_title')
ALTER TABLE post
    ADD COLUMN name VARCHAR(20),
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'name'
-- in one transaction
UPDATE post SET name = UPPER(title);
ALTER TABLE post
    MODIFY COLUMN name VARCHAR(20) NOT NULL,
    ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE post
    DROP COLUMN title,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'title')
ALTER TABLE post
    ADD CONSTRAINT uq_name UNIQUE (name),
    ALGORITHM=NOCOPY, LOCK=NONE;
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'uq_name'
