CREATE TABLE author (
    id BIGINT NOT NULL,
    PRIMARY KEY (id)
);
-- done: SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'author'
CREATE TABLE post (
    id BIGINT NOT NULL,
    stars INTEGER,
    title VARCHAR(20) DEFAULT 'x' COMMENT 'c',
    writer BIGINT,
    PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title),
    CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id),
    INDEX ix_post (stars)
);
-- done: SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post'
ALTER TABLE post ADD COLUMN made DATE;
-- done: SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND COLUMN_NAME = 'made'
UPDATE post SET made = CURRENT_DATE WHERE made IS NULL;
ALTER TABLE post
    MODIFY COLUMN made DATE NOT NULL,
    MODIFY COLUMN stars BIGINT NOT NULL;
ALTER TABLE author ADD CONSTRAINT ck_author CHECK (id > 0);
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'author' AND CONSTRAINT_NAME = 'ck_author'
ALTER TABLE post ADD INDEX ix_made (made);
-- done: SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND INDEX_NAME = 'ix_made'
