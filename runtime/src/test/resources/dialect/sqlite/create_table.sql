-- in one transaction
CREATE TABLE post (
    id INTEGER NOT NULL CONSTRAINT pk_post PRIMARY KEY AUTOINCREMENT,
    made TIMESTAMP(6) DEFAULT (CURRENT_TIMESTAMP),
    parent BIGINT,
    state VARCHAR(10) NOT NULL,
    title VARCHAR(80) DEFAULT 'it''s new' NOT NULL,
    CONSTRAINT uq_post UNIQUE (title, state),
    CONSTRAINT fk_post_parent FOREIGN KEY (parent) REFERENCES post (id) ON DELETE SET NULL ON UPDATE RESTRICT,
    CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s')),
    CONSTRAINT ck_title CHECK (LENGTH(title) > 0)
);
CREATE INDEX ix_post_made ON post (made, state);
