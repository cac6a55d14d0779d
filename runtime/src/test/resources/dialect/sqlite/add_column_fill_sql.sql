-- first: In post.x N rows would get NULL there from UPPER(title), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM post WHERE (UPPER(title)) IS NULL
-- samples: SELECT id, title FROM post WHERE (UPPER(title)) IS NULL LIMIT 3
-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(20) DEFAULT 'd' NOT NULL;
UPDATE post SET x = (UPPER(title));
