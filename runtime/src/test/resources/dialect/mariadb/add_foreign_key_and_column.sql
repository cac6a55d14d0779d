ALTER TABLE post
    ADD COLUMN writer BIGINT,
    ALGORITHM=INSTANT;
-- done: SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'writer'
ALTER TABLE post
    ADD INDEX fk_post_writer (writer),
    ADD CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id);
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND CONSTRAINT_NAME = 'fk_post_writer'
ALTER TABLE post
    DROP INDEX fk_post_writer,
    ADD INDEX ix_writer (writer),
    ALGORITHM=NOCOPY, LOCK=NONE;
-- done: SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND INDEX_NAME = 'ix_writer'
