-- first: In post.x N rows would get NULL there from UPPER(title), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM post WHERE (UPPER(title)) IS NULL
-- samples: SELECT id, title FROM post WHERE (UPPER(title)) IS NULL LIMIT 3
ALTER TABLE post ADD COLUMN x VARCHAR(20) COMMENT 'c';
-- done: SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('post') AND UPPER(COLUMN_NAME) = UPPER('x')
UPDATE post SET x = UPPER(title) WHERE x IS NULL;
ALTER TABLE post ALTER COLUMN x SET DEFAULT 'd';
ALTER TABLE post ALTER COLUMN x SET NOT NULL;
