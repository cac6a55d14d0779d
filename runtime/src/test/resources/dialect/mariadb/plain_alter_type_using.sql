-- first: In post.title N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- GENERATED
SELECT 'ALTER TABLE post DROP COLUMN turnstone_30463f18' FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_30463f18';
ALTER TABLE post ADD COLUMN turnstone_dc7ef356 INTEGER AFTER title;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_dc7ef356') OR EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'title' AND COLUMN_TYPE RLIKE '^int([(][0-9]+[)])?$')
-- GENERATED
SELECT 'UPDATE post SET turnstone_dc7ef356 = COALESCE((CASE title WHEN ''12'' THEN 1 ELSE 2 END), 0)' FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_dc7ef356';
ALTER TABLE post
    DROP COLUMN title,
    CHANGE COLUMN turnstone_dc7ef356 title INTEGER NOT NULL DEFAULT 0 COMMENT 'c',
    DROP INDEX uq_title,
    ADD CONSTRAINT uq_title UNIQUE (title);
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_dc7ef356')
