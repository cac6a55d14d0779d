ALTER TABLE post
    ADD INDEX fk_post_writer (writer),
    ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id) ON DELETE CASCADE ON UPDATE CASCADE;
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'fk_post_writer'
