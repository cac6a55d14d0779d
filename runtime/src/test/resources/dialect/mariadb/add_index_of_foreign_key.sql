ALTER TABLE post
    DROP INDEX fk_post_writer,
    ADD INDEX ix_writer (writer, stars),
    ALGORITHM=NOCOPY, LOCK=NONE;
-- done: SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND INDEX_NAME = 'ix_writer'
