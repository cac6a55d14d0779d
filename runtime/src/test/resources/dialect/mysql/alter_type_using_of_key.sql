-- first: In post.id N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.id N rows would get NULL there from CASE id WHEN 7 THEN 'p7' ELSE 'p8' END, which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM post WHERE (CASE id WHEN 7 THEN 'p7' ELSE 'p8' END) IS NULL
-- samples: SELECT id FROM post WHERE (CASE id WHEN 7 THEN 'p7' ELSE 'p8' END) IS NULL LIMIT 3
-- GENERATED
SELECT 'ALTER TABLE post DROP COLUMN turnstone_75946594' FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_75946594';
ALTER TABLE post ADD COLUMN turnstone_d2f121d6 VARCHAR(36) AFTER id;
-- done: SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_d2f121d6') OR EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'id' AND COLUMN_TYPE = 'varchar(36)')
-- GENERATED
SELECT 'UPDATE post SET turnstone_d2f121d6 = (CASE id WHEN 7 THEN ''p7'' ELSE ''p8'' END)' FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_d2f121d6';
ALTER TABLE post
    DROP COLUMN id,
    CHANGE COLUMN turnstone_d2f121d6 id VARCHAR(36) NOT NULL,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (id);
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'turnstone_d2f121d6')
