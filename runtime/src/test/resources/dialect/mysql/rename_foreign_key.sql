ALTER TABLE post
    DROP FOREIGN KEY fk_post_writer,
    DROP INDEX fk_post_writer,
    ADD INDEX fk_written_by (writer),
    ADD CONSTRAINT fk_written_by FOREIGN KEY (writer) REFERENCES author (id);
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'fk_written_by'
