-- first: In post.writer N rows refer to a row of author that does not exist, which fk_post_writer forbids. Add the rows that are missing there, or correct or delete these.
-- count: SELECT COUNT(*) FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM author p WHERE p.id = c.writer)
-- samples: SELECT c.id, c.writer FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM author p WHERE p.id = c.writer) LIMIT 3
ALTER TABLE post ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id);
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('post') AND UPPER(CONSTRAINT_NAME) = UPPER('fk_post_writer')
