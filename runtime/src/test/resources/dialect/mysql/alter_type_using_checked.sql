-- first: In post.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- GENERATED
SELECT 'ALTER TABLE post DROP COLUMN turnstone_b1b7c5f' FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_b1b7c5f';
ALTER TABLE post ADD COLUMN turnstone_3e70138e BIGINT AFTER stars;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_3e70138e') OR EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'stars' AND COLUMN_TYPE RLIKE '^bigint([(][0-9]+[)])?$')
-- GENERATED
SELECT 'UPDATE post SET turnstone_3e70138e = (stars * 2)' FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_3e70138e';
ALTER TABLE post
    DROP COLUMN stars,
    CHANGE COLUMN turnstone_3e70138e stars BIGINT,
    DROP INDEX ix_post,
    ADD INDEX ix_post (stars),
    DROP CHECK ck_stars,
    ADD CONSTRAINT ck_stars CHECK (stars = stars);
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_3e70138e')
