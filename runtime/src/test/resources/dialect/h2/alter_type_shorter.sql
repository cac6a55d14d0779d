-- first: In post.title N rows have a value that does not fit into varchar(3). Make these values fit.
-- count: SELECT COUNT(*) FROM post WHERE CHAR_LENGTH(title) > 3
-- samples: SELECT id, title FROM post WHERE CHAR_LENGTH(title) > 3 LIMIT 3
ALTER TABLE post ALTER COLUMN title SET DATA TYPE VARCHAR(3);
UPDATE post SET title = 'x' WHERE title IS NULL;
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
