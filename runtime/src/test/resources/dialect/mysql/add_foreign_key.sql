-- first: In post.writer N rows refer to a row of author that does not exist, which fk_post_writer forbids. Add the rows that are missing there, or correct or delete these.
-- count: SELECT COUNT(*) FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM author p WHERE p.id = c.writer)
-- samples: SELECT c.id, c.writer FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM author p WHERE p.id = c.writer) LIMIT 3
ALTER TABLE post
    ADD INDEX fk_post_writer (writer),
    ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id);
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'fk_post_writer'
