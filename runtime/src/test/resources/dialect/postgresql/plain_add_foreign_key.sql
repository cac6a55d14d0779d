-- in one transaction
ALTER TABLE post ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id);
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('post') AND conname = 'fk_post_writer'
