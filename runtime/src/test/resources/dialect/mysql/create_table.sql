CREATE TABLE post (
    id BIGINT NOT NULL AUTO_INCREMENT,
    made DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
    parent BIGINT,
    state VARCHAR(10) NOT NULL,
    title VARCHAR(80) NOT NULL DEFAULT 'it''s new' COMMENT 'what people see',
    PRIMARY KEY (id),
    CONSTRAINT uq_post UNIQUE (title, state),
    CONSTRAINT fk_post_parent FOREIGN KEY (parent) REFERENCES post (id) ON DELETE SET NULL ON UPDATE RESTRICT,
    CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s')),
    CONSTRAINT ck_title CHECK (LENGTH(title) > 0),
    INDEX ix_post_made (made, state)
) COMMENT 'what people wrote';
-- done: SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post'
