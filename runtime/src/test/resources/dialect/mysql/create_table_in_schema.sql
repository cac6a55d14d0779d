CREATE TABLE app.tag (
    id BIGINT NOT NULL COMMENT 'c',
    note BIGINT,
    PRIMARY KEY (id),
    INDEX ix_tag (note)
) COMMENT 'c';
-- done: SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'app' AND TABLE_NAME = 'tag'
