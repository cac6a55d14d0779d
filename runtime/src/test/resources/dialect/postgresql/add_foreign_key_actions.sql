-- first: In post.writer N rows refer to a row of author that does not exist, which fk_post_writer forbids. Add the rows that are missing there, or correct or delete these.
-- count: SELECT COUNT(*) FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM author p WHERE p.id = c.writer)
-- samples: SELECT c.id, c.writer FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM author p WHERE p.id = c.writer) LIMIT 3
-- in one transaction
ALTER TABLE post ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id) ON DELETE CASCADE ON UPDATE CASCADE NOT VALID;
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'fk_post_writer'
-- in one transaction
ALTER TABLE post VALIDATE CONSTRAINT fk_post_writer;
