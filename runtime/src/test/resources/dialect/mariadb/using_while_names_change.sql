-- first: In entry.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.stars N rows would get NULL there from COALESCE(stars, LENGTH(name)), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, stars, title AS name FROM post) entry WHERE (COALESCE(stars, LENGTH(name))) IS NULL
-- samples: SELECT id, stars, name FROM (SELECT id, stars, title AS name FROM post) entry WHERE (COALESCE(stars, LENGTH(name))) IS NULL LIMIT 3
-- first: In post.x N rows would get NULL there from UPPER(name), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, title AS name FROM post) entry WHERE (UPPER(name)) IS NULL
-- samples: SELECT id, name FROM (SELECT id, title AS name FROM post) entry WHERE (UPPER(name)) IS NULL LIMIT 3
RENAME TABLE post TO entry;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry') AND EXISTS (SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post'))
ALTER TABLE entry
    RENAME COLUMN title TO name,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'name') AND EXISTS (SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'title'))
ALTER TABLE entry ADD COLUMN turnstone_3e70138e BIGINT AFTER stars;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'turnstone_3e70138e') OR EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'stars' AND COLUMN_TYPE RLIKE '^bigint([(][0-9]+[)])?$')
UPDATE entry SET turnstone_3e70138e = (COALESCE(stars, LENGTH(name)));
ALTER TABLE entry
    DROP COLUMN stars,
    CHANGE COLUMN turnstone_3e70138e stars BIGINT NOT NULL,
    DROP INDEX ix_post,
    ADD INDEX ix_post (stars);
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'turnstone_3e70138e')
ALTER TABLE entry
    ADD COLUMN x VARCHAR(20),
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'x'
-- REPEATED
UPDATE entry SET x = UPPER(name) WHERE x IS NULL AND (UPPER(name)) IS NOT NULL LIMIT 10000;
ALTER TABLE entry
    MODIFY COLUMN x VARCHAR(20) NOT NULL,
    ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE entry
    RENAME COLUMN name TO label,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'label') AND EXISTS (SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'entry' AND COLUMN_NAME = 'name'))
